"""What is shown of a friend's day that may stand beside mine."""

from dataclasses import dataclass

from mobile.presenters.views import FaceView, PhotoView


@dataclass(frozen=True, slots=True)
class TheirDay:
    """One day of a friend's habit: what can be kept beside mine, and started beside."""

    person: FaceView
    habit_id: str
    title: str
    icon: str
    date: str
    """ISO date."""
    number: int
    n: int | None
    """The place of its photo in that day; None when it has none."""
    may_start: bool


@dataclass(frozen=True, slots=True)
class ModelView:
    """A friend's habit kept beside mine, with its latest day."""

    habit_id: str
    person: FaceView
    title: str
    line: str
    """For instance: Leo, day 212."""
    number: int
    photo: PhotoView | None
    """None while they have shown none; its path is None while the bytes are on the way."""
    day: TheirDay | None
    """Its latest day with a photo."""


@dataclass(frozen=True, slots=True)
class BesideOffer:
    """A habit I came in for: one tap makes it mine, too."""

    day: TheirDay
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class MyHabit:
    id: str
    title: str
    icon: str


@dataclass(frozen=True, slots=True)
class BesideState:
    """Of the habit chosen on Today."""

    habit_id: str | None = None
    title: str = ""
    kind: str = ""
    """Which of the ways is chosen: day_one, yesterday, picture, check_in."""
    name: str = ""
    """In words: day 1, yesterday, Leo, a picture, a clip."""
    models: tuple[ModelView, ...] = ()
    offers: tuple[BesideOffer, ...] = ()
    allowed: bool = True
    """Friends who see it may start beside it."""
    may_allow: bool = False
    """A sensitive habit asks nobody to start beside it."""
    mine: tuple[MyHabit, ...] = ()
    """All my habits: which of them somebody may be kept beside."""
    busy: bool = False
    problem: str = ""
