"""What the page of knobs shows."""

from dataclasses import dataclass

from mobile.presenters.views import FaceView


@dataclass(frozen=True, slots=True)
class KnobView:
    name: str
    title: str
    detail: str
    on: bool


@dataclass(frozen=True, slots=True)
class LessView:
    """A friend's habit I want less of."""

    habit_id: str
    title: str
    person: FaceView


@dataclass(frozen=True, slots=True)
class KnobsState:
    """`knobs`: the strongest first. `less`: the latest first."""

    knobs: tuple[KnobView, ...] = ()
    less: tuple[LessView, ...] = ()
