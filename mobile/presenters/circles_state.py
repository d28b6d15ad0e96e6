"""What the circles show."""

from dataclasses import dataclass

from mobile.presenters.views import FaceView


@dataclass(frozen=True, slots=True)
class CircleView:
    id: str
    name: str
    faces: tuple[FaceView, ...]
    shown: bool
    """Whether the habit chosen is shown to it."""


@dataclass(frozen=True, slots=True)
class CircleDraft:
    """A circle being made or changed."""

    id: str | None
    name: str = ""
    chosen: frozenset[str] = frozenset()

    @property
    def can_save(self) -> bool:
        return bool(self.name.strip())


@dataclass(frozen=True, slots=True)
class CirclesState:
    habit_title: str = ""
    circles: tuple[CircleView, ...] = ()
    friends: tuple[FaceView, ...] = ()
    draft: CircleDraft | None = None
    problem: str = ""
