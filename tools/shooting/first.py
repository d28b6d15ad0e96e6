"""What comes first: the page of knobs, and what lies under the three dots of a friend's day."""

from collections.abc import Callable

from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.knobs_state import KnobsState, KnobView, LessView
from mobile.presenters.views import FaceView
from mobile.ui.screens.first.screen import FirstDesk, FirstScreen
from mobile.ui.widgets.sheet import Way
from shared.moods import Expression
from shared.ranking import Knob
from tools.shooting import today
from tools.shooting.photos import SamplePhotos


def _nothing(*_: object) -> None:
    """Nobody touches a picture."""


LESS = (
    "Sam · Stretch", copy.LESS_DETAIL,
    Way(copy.LESS_OF_THIS, "arrow_forward", "less", _nothing), Way(copy.REPORT_IT, "flag", "report", _nothing),
)  # fmt: skip


def _face(who: tuple[str, str]) -> FaceView:
    return FaceView(who[0].lower(), who[0], who[1], Expression.COLOUR)


def _screen(*, on: set[Knob], less: tuple[LessView, ...] = (), dark: bool = False) -> Widget:
    knobs = tuple(KnobView(knob.value, *copy.KNOBS[knob], knob in on) for knob in Knob)
    return FirstScreen(desk=FirstDesk(*[_nothing] * 3), state=KnobsState(knobs, less), dark=dark)


def first(_photos: SamplePhotos) -> Widget:
    return _screen(on={Knob.UNANSWERED})


def first_less(_photos: SamplePhotos, *, dark: bool = False) -> Widget:
    less = (
        LessView("h1", "Stretch", _face(today.SAM)),
        LessView("h2", "Yoga before anybody is awake, on the balcony", _face(("Maximiliane-Theodora", "a7"))),
    )
    return _screen(on={Knob.WAITING, Knob.UNANSWERED, Knob.CLOSE}, less=less, dark=dark)


def first_less_night(photos: SamplePhotos) -> Widget:
    return first_less(photos, dark=True)


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "first": first, "first_less": first_less, "first_less_night": first_less_night,
}  # fmt: skip
