"""Today in each mood and with each card."""

from collections.abc import Callable
from dataclasses import replace

from kivy.uix.widget import Widget

from mobile.presenters import beside_copy
from mobile.presenters.today_state import Card, HabitTab, Strip, TodayState
from mobile.presenters.views import DayDot, FaceView, TrayItem
from shared.headlines import Headline
from shared.languages import say
from shared.moods import Expression, Mood, Role
from shared.states import DayState
from tools.shooting.photos import SamplePhotos

GREY, COLOUR, SMILING, DOWN = Expression.GREY, Expression.COLOUR, Expression.SMILING, Expression.DOWN
NORA, LEO, MAYA, SAM, KAI = ("Nora", "a3"), ("Leo", "a2"), ("Maya", "a5"), ("Sam", "a0"), ("Kai", "a6")
TESS, IDA = ("Tess", "a7"), ("Ida", "a9")
TABS = (
    HabitTab("h1", "directions_run", "Morning run", True),
    HabitTab("h2", "menu_book", "Read", False),
    HabitTab("h3", "water_drop", "Water", False),
)


def face(who: tuple[str, str], expression: Expression, badge: str | None = None) -> FaceView:
    return FaceView(who[0].lower(), who[0], who[1], expression, Role.WITNESS, badge)


def week(letters: str, states: str) -> tuple[DayDot, ...]:
    """One letter a state: d done, r rest, o open, m missed, f forgiven, g grace, n not due, p partial."""
    names = {
        "d": DayState.DONE, "r": DayState.REST, "o": DayState.OPEN, "m": DayState.MISSED, "f": DayState.FORGIVEN,
        "g": DayState.GRACE, "n": DayState.NOT_DUE, "p": DayState.PARTIAL,
    }  # fmt: skip
    last = len(states) - 1
    pairs = enumerate(zip(letters, states, strict=True))
    return tuple(DayDot(letter, f"2026-11-{17 + n}", names[state], n == last) for n, (letter, state) in pairs)


def waiting(photos: SamplePhotos) -> TodayState:
    return TodayState(
        mood=Mood.WAITING, date_line="Monday, 23 November", title="Morning run", tabs=TABS, habit_id="h1",
        headline=Headline("Day 41.", "Show Maya.", "Any time before you sleep."), card=Card.EMPTY_HALF,
        date="2026-11-23", day_number=41, season="23 Nov · 11 of 30", anchor=photos.view("morning_run", 1),
        faces=(face(NORA, GREY), face(LEO, GREY), face(MAYA, COLOUR), face(SAM, COLOUR), face(KAI, GREY)),
        week=week("TWTFSSM", "dddrddo"), beside="Beside day 1",
    )  # fmt: skip


def warm(photos: SamplePhotos) -> TodayState:
    return replace(
        waiting(photos), mood=Mood.WARM, headline=Headline("Day 41", "is in.", "Nothing left to do today."),
        card=Card.DUET, day_number=41, today=photos.view("morning_run", 41, when="This morning · taken now"),
        caption="5.2 km, no stops", week=week("TWTFSSM", "dddrddd"),
        faces=(
            face(NORA, SMILING, "heart"), face(LEO, SMILING, "strong"), face(MAYA, SMILING, "proud"), face(SAM, GREY),
            face(KAI, SMILING, "clap"),
        ),
        first_answer=face(MAYA, SMILING), first_answer_text="Maya saw you first.",
    )  # fmt: skip


def faced(photos: SamplePhotos) -> TodayState:
    """Maya answered with her own face."""
    hers = replace(face(MAYA, SMILING, "face"), picture=photos.path("yoga", 9))
    return replace(warm(photos), faces=(face(LEO, SMILING, "strong"), hers, face(SAM, COLOUR)))


def cold(photos: SamplePhotos) -> TodayState:
    return replace(
        waiting(photos), mood=Mood.COLD, date_line="Tuesday, 24 November", card=Card.COLD,
        headline=Headline("Yesterday stayed empty.", "", "Leo saw. Today is open."), empty_day="Monday",
        anchor=photos.view("morning_run", 40), primary="Show up today", week=week("WTFSSMT", "ddrddmo"),
        faces=(face(SAM, GREY), face(LEO, DOWN), face(MAYA, SMILING, "hug")),
    )  # fmt: skip


def back(photos: SamplePhotos) -> TodayState:
    return replace(
        waiting(photos), mood=Mood.BACK, date_line="Tuesday, 24 November", card=Card.PHOTO, day_number=41,
        headline=Headline("You came back.", "", "Maya waved first."), caption="Ten slow minutes.",
        today=photos.view("morning_run", 41, when="This afternoon · taken now"), foot="Monday is forgiven.",
        week=week("WTFSSMT", "ddrddfd"),
        faces=(face(NORA, GREY), face(LEO, COLOUR), face(MAYA, SMILING, "wave"), face(SAM, GREY), face(KAI, GREY)),
    )  # fmt: skip


def quiet(photos: SamplePhotos) -> TodayState:
    return replace(
        waiting(photos), mood=Mood.QUIET, card=Card.RESTING, foot="Until you say so.",
        headline=Headline("Resting.", "", "Nothing is counted while you rest."), week=week("TWTFSSM", "dddrrrr"),
        faces=(face(LEO, GREY), face(MAYA, COLOUR)),
    )  # fmt: skip


def alone(photos: SamplePhotos) -> TodayState:
    return replace(
        warm(photos), headline=Headline("Day 1 is in.", "", "Nothing left to do today."), card=Card.ALONE,
        day_number=1, today=photos.view("morning_run", 1), faces=(FaceView("me", "Day-1 you", "a1", SMILING),),
        primary="Send to a friend", week=(), first_answer=None, tabs=TABS[:1],
        foot=say(beside_copy.HALF_FOOT),
    )  # fmt: skip


def graced(photos: SamplePhotos) -> TodayState:
    strip = Strip(
        "Yesterday still counts until noon.", "Did you do it?", "I did: add it", "No: show up today", "2026-11-22"
    )
    state = replace(waiting(photos), strip=strip, week=week("TWTFSSM", "dddrdgo"), offline=True)
    return replace(state, faces=(face(LEO, GREY), face(MAYA, COLOUR), face(SAM, GREY)))


def tray(photos: SamplePhotos) -> TodayState:
    items = (
        TrayItem(1, "Day 41 · Morning run", "Waiting for the network", refused=False),
        TrayItem(2, "Photo of day 40", "This picture could not be read.", refused=True),
    )
    return replace(warm(photos), tray=items, offline=True, first_answer=None)


def ticked(photos: SamplePhotos) -> TodayState:
    when = photos.view("morning_run", 1, when="This morning")
    state = replace(
        warm(photos), card=Card.TICK, today=replace(when, path=None, label=""), caption="Twelve pages, slowly."
    )
    return replace(state, faces=(face(LEO, SMILING, "clap"), face(MAYA, COLOUR)), first_answer=None)


def many(photos: SamplePhotos) -> TodayState:
    people = (NORA, LEO, TESS, MAYA, SAM, IDA, KAI, ("Omar", "a10"), ("Ruth", "a11"))
    faces = tuple(face(who, SMILING if n % 3 else COLOUR, "fire" if n % 3 else None) for n, who in enumerate(people))
    return replace(warm(photos), faces=faces, first_answer=None)


def one(photos: SamplePhotos) -> TodayState:
    return replace(waiting(photos), faces=(face(MAYA, COLOUR),))


def nothing_due(photos: SamplePhotos) -> TodayState:
    words = Headline("Day 40", "is behind you.", "Next: tomorrow.")
    return replace(waiting(photos), card=Card.NOTHING_DUE, headline=words, week=week("TWTFSSM", "dndndnn"))


def wordy(photos: SamplePhotos) -> TodayState:
    """Everything as long as it may be."""
    long_tabs = tuple(replace(tab, habit_id=f"h{n}", selected=n == 0) for n, tab in enumerate(TABS * 3))
    people = (("Maximiliane-Theodora", "a3"), LEO, ("Bartholomäus Jürgen", "a5"), SAM, ("Wilhelmina", "a6"))
    return replace(
        warm(photos), title="Morning run along the river, whatever the weather, before anything else", tabs=long_tabs,
        caption=LONG, faces=tuple(face(who, SMILING, "heart") for who in people),
        first_answer=face(people[2], SMILING), first_answer_text="Bartholomäus Jürgen saw you first.",
    )  # fmt: skip


def wordy_waiting(photos: SamplePhotos) -> TodayState:
    words = Headline("Day 1041.", "Show Maximiliane-Theodora.", "Any time before you sleep.")
    state = graced(photos)
    return replace(wordy(photos), mood=Mood.WAITING, headline=words, card=Card.EMPTY_HALF, today=None, caption="",
                   first_answer=None, strip=state.strip, week=state.week, day_number=1041)  # fmt: skip


def wordy_tick(photos: SamplePhotos) -> TodayState:
    return replace(ticked(photos), caption=LONG)


LONG = (
    "Ten slow minutes along the canal because my knee still hurts, then stretching on the bridge with the dog, "
    "and a long look at the herons; it rained a little, I did not mind at all, and came home happy."
)


def season_over(photos: SamplePhotos) -> TodayState:
    """Wednesdays in September have the longest names."""
    return replace(waiting(photos), date_line="Wednesday, 23 September", season="", season_over=True)


Build = Callable[[SamplePhotos], TodayState]
STATES: dict[str, Build] = {
    "waiting": waiting, "warm": warm, "cold": cold, "back": back, "quiet": quiet, "faced": faced, "alone": alone,
    "graced": graced,
    "tray": tray, "ticked": ticked, "many": many, "one": one, "nothing_due": nothing_due,
    "season_over": season_over,
    "wordy": wordy, "wordy_waiting": wordy_waiting, "wordy_tick": wordy_tick,
}  # fmt: skip
BY_NIGHT = ("waiting", "warm", "faced", "cold", "back", "quiet")
Screen = Callable[[], Widget]
