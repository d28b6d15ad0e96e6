"""What the season's end shows."""

from dataclasses import dataclass
from enum import StrEnum

from mobile.presenters.views import FaceView, PhotoView
from shared.moods import Role


class SeasonStep(StrEnum):
    ASK = "ask"
    """Once more, lighter, or done?"""
    PICK = "pick"
    """Who may look for the next thirty days, and on which days."""
    DONE = "done"
    """Keep it for oneself, or put it away."""
    OVER = "over"
    """There is nothing to answer (any more)."""


@dataclass(frozen=True, slots=True)
class SeatChoice:
    """Somebody who looked, and whether they are asked for the next season. Nobody hears that they were not."""

    person: FaceView
    role: Role
    chosen: bool


@dataclass(frozen=True, slots=True)
class CircleChoice:
    """A circle to which the habit is shown, and whether it will be in the next season."""

    id: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Rhythm:
    """An easier schedule."""

    key: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SeasonState:
    step: SeasonStep = SeasonStep.OVER
    habit_id: str = ""
    title: str = ""
    kept: str = ""
    """What the thirty days hold: "24 days, 22 photos"."""
    cover: PhotoView | None = None
    film: tuple[str, ...] = ()
    """Paths of the season's photos that lie on this phone, oldest first."""
    seats: tuple[SeatChoice, ...] = ()
    circles: tuple[CircleChoice, ...] = ()
    can_be_lighter: bool = False
    rhythms: tuple[Rhythm, ...] = ()
    """Empty unless it is to be lighter."""
    gentle: bool = True
    """Whether the first seven days of the next season are gentle."""
    problem: str = ""
