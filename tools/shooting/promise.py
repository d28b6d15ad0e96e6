"""A promise being made."""

from collections.abc import Callable

from kivy.uix.widget import Widget

from mobile.device.protocols import Rings
from mobile.presenters import alarm_words
from mobile.presenters.people_state import PromiseState
from mobile.presenters.views import FaceView
from mobile.ui.screens.promise import PromiseDesk, PromiseScreen
from shared.moods import Expression
from tools.shooting.photos import SamplePhotos
from tools.shooting.today import LEO, MAYA, NORA


def _nothing(*_: object) -> None:
    """Nobody touches a picture."""


_FRIENDS = tuple(FaceView(name.lower(), name, avatar, Expression.COLOUR) for name, avatar in (MAYA, LEO, NORA))
_STATE = PromiseState(
    title="Morning run", can_promise=True, friends=_FRIENDS, chosen=("maya",), reminder=1200,
    rings=alarm_words.RINGS[Rings.NOT],
)  # fmt: skip


def _of(*, dark: bool) -> Callable[[SamplePhotos], Widget]:
    return lambda _photos: PromiseScreen(desk=PromiseDesk(*[_nothing] * 8), state=_STATE, dark=dark)


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "promise_refused": _of(dark=False), "promise_refused_night": _of(dark=True),
}  # fmt: skip
