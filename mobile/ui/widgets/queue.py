"""Who is in the rounds: small faces, the present one larger, those done with a green check."""

from kivy.metrics import dp
from kivy.properties import BooleanProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.views import FaceView
from mobile.ui.drawing import shapes, textures
from mobile.ui.widgets.face import portrait
from mobile.ui.widgets.layers import MIDDLE
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Icon
from shared.moods import Expression

_MOST = 5
_DONE = "#2A8F6A"


class QueueFace(Painted):
    view: FaceView = ObjectProperty(rebind=False)
    done = BooleanProperty(False)
    now = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        self._check = Icon(name="check", side=11, tone="white")
        super().__init__(size_hint=(None, None), size=(dp(38), dp(44)), **kwargs)
        if self.done:
            self.add_widget(self._check)

    @property
    def _mark(self) -> tuple[float, float]:
        return self.center_x + dp(11), self.center_y - dp(10)

    def arrange(self) -> None:
        self._check.center = self._mark

    def paint(self) -> None:
        side = dp(32 if self.now else 26)
        ring = self.palette.accent if self.now else _DONE if self.done else self.palette.ring_grey
        seen = Expression.COLOUR if self.now or self.done else Expression.GREY
        shapes.disc(self.center, side / 2 + dp(2.6), ring)
        shapes.disc(self.center, side / 2 + dp(1.2), self.palette.rim)
        box = (self.center_x - side / 2, self.center_y - side / 2, side, side)
        tint = self.palette.distance if seen is Expression.GREY else (1, 1, 1)
        shapes.image(textures.picture(portrait(self.view.avatar, seen), round(side)), box, 1, tint)
        if self.done:
            shapes.disc(self._mark, dp(8), self.palette.rim)
            shapes.disc(self._mark, dp(6.8), _DONE)


class Queue(BoxLayout):
    """At most five faces around the present one."""

    def __init__(self, *, faces: tuple[FaceView, ...], done: tuple[str, ...], current: str, **kwargs: object) -> None:
        super().__init__(size_hint=(1, 1), **kwargs)
        for view in _around(faces, current):
            face = QueueFace(view=view, done=view.person_id in done, now=view.person_id == current)
            face.pos_hint = MIDDLE
            self.add_widget(face)
        self.add_widget(Widget())


def _around(faces: tuple[FaceView, ...], current: str) -> tuple[FaceView, ...]:
    at = next((index for index, view in enumerate(faces) if view.person_id == current), len(faces) - 1)
    first = max(0, min(at - 2, len(faces) - _MOST))
    return faces[first : first + _MOST]
