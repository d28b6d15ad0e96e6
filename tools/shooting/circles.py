"""Circles of friends."""

from collections.abc import Callable

from kivy.uix.widget import Widget

from mobile.presenters.circles_state import CircleDraft, CirclesState, CircleView
from mobile.presenters.views import FaceView
from mobile.ui.screens.circles.desk import CirclesDesk
from mobile.ui.screens.circles.screen import CirclesScreen
from shared.moods import Expression
from tools.shooting.photos import SamplePhotos
from tools.shooting.today import KAI, LEO, MAYA, NORA, SAM, TESS


def _nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _faces(*people: tuple[str, str]) -> tuple[FaceView, ...]:
    return tuple(FaceView(name.lower(), name, avatar, Expression.COLOUR) for name, avatar in people)


_CIRCLES = (
    CircleView("gym", "Gym", _faces(MAYA, LEO, SAM), shown=True),
    CircleView("writers", "Writers", _faces(NORA, TESS), shown=False),
)


def _screen(state: CirclesState, *, dark: bool = False) -> Widget:
    return CirclesScreen(desk=CirclesDesk(*[_nothing] * 9), state=state, dark=dark)


def circles(_photos: SamplePhotos) -> Widget:
    return _screen(CirclesState(habit_title="Morning run", circles=_CIRCLES))


def circles_night(_photos: SamplePhotos) -> Widget:
    return _screen(CirclesState(habit_title="Morning run", circles=_CIRCLES), dark=True)


def circles_none(_photos: SamplePhotos) -> Widget:
    return _screen(CirclesState())


def circles_edit(_photos: SamplePhotos) -> Widget:
    draft = CircleDraft("gym", "Gym", frozenset({"maya", "leo", "sam"}))
    friends = _faces(MAYA, LEO, SAM, NORA, KAI, TESS)
    return _screen(CirclesState(circles=_CIRCLES, friends=friends, draft=draft))


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "circles": circles, "circles_night": circles_night, "circles_none": circles_none, "circles_edit": circles_edit,
}  # fmt: skip
