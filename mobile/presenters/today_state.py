"""What the Today screen shows."""

from dataclasses import dataclass
from enum import StrEnum

from mobile.presenters.beside_state import BesideOffer, ModelView
from mobile.presenters.rounds_state import SaidView
from mobile.presenters.views import DayDot, FaceTurn, FaceView, PhotoView, TrayItem
from shared.headlines import Headline
from shared.moods import Mood


class Card(StrEnum):
    """The one big card under the headline."""

    EMPTY_HALF = "empty_half"
    """Day 1 (or yesterday) beside the owner's empty half with the camera in it."""
    DUET = "duet"
    """Day 1 beside today's photo."""
    PHOTO = "photo"
    """Today's photo alone (first day, or the welcome after a miss)."""
    TICK = "tick"
    """Done today without a photo: a note or a tick."""
    COLD = "cold"
    """Last photo, the empty day, today is open."""
    RESTING = "resting"
    ALONE = "alone"
    """Day 1 is in and nobody has been invited: the empty half for a friend."""
    NOTHING_DUE = "nothing_due"
    NO_HABIT = "no_habit"


class LetterKind(StrEnum):
    ON_ITS_WAY = "on_its_way"
    ASKS = "asks"
    """Open, or leave it closed?"""
    CLOSED = "closed"
    OPENING = "opening"
    READ = "read"
    """Opened and not read yet."""
    GOLD = "gold"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class HabitTab:
    habit_id: str
    icon: str
    title: str
    selected: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The band above the card while yesterday is in grace."""

    text: str
    detail: str
    yes: str
    no: str
    date: str


@dataclass(frozen=True, slots=True)
class LetterBand:
    """What Today says of a letter: on its way, asking to be opened, open, gold and ready, or offered."""

    kind: LetterKind
    letter_id: str
    """The miss of a blue one, the id of a gold one, the habit of an offer."""
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class TodayState:
    mood: Mood
    date_line: str
    title: str
    headline: Headline
    card: Card
    habit_id: str | None = None
    date: str | None = None
    """The habit day (ISO date) a tap now belongs to."""
    day_number: int = 0
    tabs: tuple[HabitTab, ...] = ()
    faces: tuple[FaceView, ...] = ()
    """Witnesses in the middle, gallery at the ends: already in the order to draw, left to right."""
    anchor: PhotoView | None = None
    today: PhotoView | None = None
    caption: str = ""
    empty_day: str = ""
    """Name of the weekday that stayed empty ("Monday"), on the cold card."""
    first_answer: FaceView | None = None
    first_answer_text: str = ""
    comments: tuple[SaidView, ...] = ()
    """What friends wrote about today, in their own words."""
    season: str = ""
    """Today, and which day of the season it is: "23 Nov · 12 of 30"; empty where none runs."""
    season_over: bool = False
    """Its thirty days have passed, and its owner has yet to say how it goes on."""
    strip: Strip | None = None
    week: tuple[DayDot, ...] = ()
    primary: str = ""
    """Label of the one button on the cold and alone cards."""
    foot: str = ""
    """For instance: Monday is forgiven."""
    offline: bool = False
    tray: tuple[TrayItem, ...] = ()
    notice_count: int = 0
    problem: str = ""
    """Why the last tap did nothing: one sentence a person understands, or empty."""
    replay_from: tuple[FaceView, ...] = ()
    """How the faces stood when they were last seen, while there is something to replay."""
    replay: tuple[FaceTurn, ...] = ()
    """What happened since, in true order; ends in `faces`. Empty once it was shown."""
    calm: bool = False
    """Nothing moves by itself: this phone's choice."""
    silent: bool = False
    """Nothing sounds: this phone's choice."""
    letter: LetterBand | None = None
    burning: str = ""
    """The miss whose letter today's comeback burnt, until it was seen to burn."""
    beside: str = ""
    """What the days of this habit stand beside: Beside day 1, Beside Leo."""
    models: tuple[ModelView, ...] = ()
    """Friends kept beside this habit, with their latest day."""
    latest: PhotoView | None = None
    """My own latest photo, to be looked at beside theirs."""
    offers: tuple[BesideOffer, ...] = ()
    """Habits I came in for and may start beside."""
    started: str = ""
    """Beside whom this habit was just started; empty once that was put away."""
    flipbook: tuple[str, ...] = ()
    """Paths of the last photos, oldest first, ending in today; non-empty right after posting, until played."""
