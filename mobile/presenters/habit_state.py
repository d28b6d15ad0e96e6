"""What the page of one habit shows."""

from dataclasses import dataclass
from enum import StrEnum

from mobile.presenters.views import FaceView, PhotoView


class Span(StrEnum):
    """Days of a month's sheet that have no state of their own."""

    BEFORE = "before"
    """Before the promise began."""
    AHEAD = "ahead"


class DayWay(StrEnum):
    """What a day still allows."""

    PHOTO = "photo"
    TICK = "tick"
    REST = "rest"
    NO_REST = "no_rest"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class MonthDay:
    date: str
    number: int
    """Of the month."""
    state: str
    """A DayState value, or a Span."""
    photo: bool = False
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class MonthView:
    name: str
    lead: int
    """Empty places before the first day; weeks begin on Monday."""
    days: tuple[MonthDay, ...]
    earlier: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class DayView:
    """The day that was touched."""

    date: str
    title: str
    words: str
    """What became of it."""
    number: str = ""
    photo: PhotoView | None = None
    caption: str = ""
    late: bool = False
    """What is done now is added to a day that has passed."""
    beside: bool = False
    """Its photo can stand beside day 1."""
    ways: tuple[DayWay, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """Private to the owner; no friend and no server screen ever shows them."""

    percent: int
    streak: int
    best: int
    kept: int
    curve: tuple[float, ...] = ()
    """0..1 at even steps from the first day to today; fewer than two while there is nothing to draw."""


@dataclass(frozen=True, slots=True)
class Weekday:
    letter: str
    kept: int
    due: int

    @property
    def share(self) -> float:
        return self.kept / self.due if self.due else 0.0


@dataclass(frozen=True, slots=True)
class Duet:
    """Day 1 beside another day of the same habit."""

    date: str
    first: PhotoView
    other: PhotoView
    earlier: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Of the film."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class HabitState:
    habit_id: str = ""
    """Empty: there is no such habit (any more), or nobody looks."""
    title: str = ""
    line: str = ""
    headline: str = ""
    faces: tuple[FaceView, ...] = ()
    month: MonthView | None = None
    day: DayView | None = None
    numbers: Numbers | None = None
    """None: put away on this phone."""
    weekdays: tuple[Weekday, ...] = ()
    easiest: str = ""
    duets: tuple[Duet, ...] = ()
    """The latest, newest first."""
    duet: Duet | None = None
    """The one looked at."""
    film: tuple[Page, ...] = ()
    """Pages that lie on this phone, oldest first."""
    film_title: str = ""
    film_line: str = ""
    offline: bool = False
    problem: str = ""
