"""What the crowd, the notices, me and a new promise show."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mobile.presenters.rounds_state import ReactionChoice
from mobile.presenters.views import FaceView
from shared.moods import Role


@dataclass(frozen=True, slots=True)
class SeatView:
    """A seat in the crowd of one of my habits."""

    person: FaceView
    role: Role
    waiting: bool
    """Asked, and not answered yet."""


@dataclass(frozen=True, slots=True)
class OfferView:
    """A friend would like me to look at their habit."""

    habit_id: str
    habit_title: str
    icon: str
    owner: FaceView
    role: Role
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class CrowdState:
    friends: tuple[FaceView, ...] = ()
    muted: frozenset[str] = frozenset()
    restricted: frozenset[str] = frozenset()
    """Ids of friends I keep at a distance; nobody but me sees it."""
    writers: frozenset[str] = frozenset()
    """Ids of friends who may write to me in their own words, and see that they may."""
    offers: tuple[OfferView, ...] = ()
    keepings: tuple[OfferView, ...] = ()
    """Seats I hold whose owner asks me to keep a letter."""
    watching: tuple[OfferView, ...] = ()
    """Seats I hold."""
    quiet: tuple[FaceView, ...] = ()
    """Friends of whom a habit I looked at shows nothing now: which one, and why, nobody says."""
    arrivals: tuple[FaceView, ...] = ()
    """Who came in with a link of mine: is it them?"""
    waiting: str = ""
    """That my own inviter has yet to say that it's me, while that is so."""
    habit_id: str | None = None
    seats: tuple[SeatView, ...] = ()
    """Of the habit chosen."""
    invite_url: str = ""
    guest_url: str = ""
    """A link to today's photo, for somebody without Kith."""
    can_share: bool = False
    """The link can go along with the empty half as a picture."""
    shared: str = ""
    """Where that picture is now."""
    inviter: FaceView | None = None
    """Who sent the link that was opened."""
    link: str = ""
    """What was in it; with this I join them."""
    told: str = ""
    """What came of it."""
    busy: bool = False
    problem: str = ""
    offline: bool = False


class Leads(StrEnum):
    """Where a notice leads when it is tapped."""

    NOWHERE = "nowhere"
    OWN_DAY = "own_day"
    """To a habit of mine."""
    FRIENDS_DAY = "friends_day"
    FRIEND = "friend"
    """To somebody's newest day, whatever habit it is of; where none is here, to the crowd."""
    ROUNDS = "rounds"
    """To a friend's day that still waits in the rounds."""
    OFFER = "offer"
    """To the crowd, where a friend offers me a seat or somebody new waits for my word."""


class GiftKind(StrEnum):
    """What a friend sent of their own; the value is what a report calls it."""

    COMMENT = "comment"
    CHEER = "cheer"
    FACE = "face"


@dataclass(frozen=True, slots=True)
class Gift:
    kind: GiftKind
    subject: str
    """Under which it is reported."""


@dataclass(frozen=True, slots=True)
class NoticeView:
    id: str
    text: str
    when: str
    unread: bool
    person: FaceView | None
    habit_id: str | None
    date: str | None
    leads: Leads = Leads.NOWHERE
    at: datetime | None = None
    """The instant the server made it."""
    choices: tuple[ReactionChoice, ...] = ()
    """The answers that lie on it, where a friend's day waits for one."""
    words: str = ""
    """A friend's own, written to me."""
    gifts: tuple[Gift, ...] = ()
    """What came with it that can be taken away or reported."""


@dataclass(frozen=True, slots=True)
class NoticesState:
    items: tuple[NoticeView, ...] = ()
    arrived: NoticeView | None = None
    """The newest one that came while the app was open and was neither read nor put away."""
    offline: bool = False


@dataclass(frozen=True, slots=True)
class MeState:
    """Minutes are after midnight."""

    night: bool = False
    """Night colours: this phone's choice, whoever uses it."""
    calm: bool = False
    """Less motion: this phone's choice, too."""
    name: str = ""
    email: str = ""
    avatar: str = "a0"
    zone: str = ""
    grace_minutes: int = 720
    quiet_from: int = 1320
    quiet_to: int = 420
    rounds_minute: int | None = 1140
    """When the one push about friends' days rings; None: never."""
    looks_quietly: bool = False
    """I look without being shown."""
    told_of_beside: bool = False
    """I am told when somebody keeps a habit beside one of mine."""
    silent: bool = False
    """No notes and no chord; this phone's choice, like `calm`."""
    language: str = ""
    """Chosen on this phone; empty: as the phone."""
    unsent: int = 0
    stored: int | None = None
    """Megabytes of pictures on this phone; None until somebody looks."""
    operator: str = ""
    """Who runs the server and how to reach them."""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PromiseState:
    """A new promise being made."""

    title: str = ""
    icon: str = "directions_run"
    can_promise: bool = False
    friends: tuple[FaceView, ...] = ()
    chosen: tuple[str, ...] = ()
    """Friends to be asked as witnesses."""
    reminder: int | None = None
    """Minutes after midnight at which Kith may remind, if at all."""
    rings: str = ""
    """What this phone can't promise about it, in words."""
    problem: str = ""
    made: str | None = None
    """The id of the habit, once it is promised."""
