"""Right to left: the whole window in a mirror, and in it the words, pictures and media signs the right way round.

Layout, touches and swipes need no second set of rules: whatever stands left stands right, and the finger meets it
there. What people took, what is read and what turns with time stay as they are; arrows turn along.
"""

from collections.abc import Callable

from kivy.graphics import PopMatrix, PushMatrix, Scale
from kivy.input import MotionEvent
from kivy.uix.widget import Widget

from mobile.ui.widgets.layers import Layers
from shared.languages import language


def from_the_right() -> bool:
    """Whether the language spoken is written from right to left; asked when something is built."""
    return language().right_to_left


class Upright(Widget):
    """Something that is read or looked at: in a mirrored window it is turned back about its own middle."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._turned = Scale(-1, 1, 1) if from_the_right() else None
        if self._turned is not None:
            self.canvas.before.insert(0, self._turned)
            self.canvas.before.insert(0, PushMatrix())
            self.canvas.after.add(PopMatrix())
            self.fbind("pos", self._turn)
            self.fbind("size", self._turn)
            self._turn()

    def _turn(self, *_: object) -> None:
        self._turned.origin = (self.x + self.width / 2, self.y + self.height / 2)

    def turn_along(self, along: bool) -> None:
        """An arrow points where the reading goes."""
        if self._turned is not None:
            self._turned.x = 1 if along else -1


class Mirror(Layers):
    """Everything in it, from right to left where the language is."""

    def __init__(self, **kwargs: object) -> None:
        self.turned: Scale | None = None
        super().__init__(**kwargs)
        self.fbind("pos", self._centre)
        self.fbind("size", self._centre)
        self.turn()

    def turn(self) -> None:
        """By the language spoken now; what stands in it has to be built anew."""
        self.canvas.before.clear()
        self.canvas.after.clear()
        self.turned = Scale(-1, 1, 1) if from_the_right() else None
        if self.turned is not None:
            self.canvas.before.add(PushMatrix())
            self.canvas.before.add(self.turned)
            self.canvas.after.add(PopMatrix())
        self._centre()

    def _centre(self, *_: object) -> None:
        if self.turned is not None:
            self.turned.origin = (self.x + self.width / 2, 0)

    def to_local(self, x: float, y: float, relative: bool = False) -> tuple[float, float]:
        return (2 * self.x + self.width - x if self.turned is not None else x), y

    def to_parent(self, x: float, y: float, relative: bool = False) -> tuple[float, float]:
        return self.to_local(x, y)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        return self._inside(touch, super().on_touch_down)

    def on_touch_move(self, touch: MotionEvent) -> bool:
        return self._inside(touch, super().on_touch_move)

    def on_touch_up(self, touch: MotionEvent) -> bool:
        return self._inside(touch, super().on_touch_up)

    def _inside(self, touch: MotionEvent, hear: Callable[[MotionEvent], bool]) -> bool:
        touch.push()
        touch.apply_transform_2d(self.to_local)
        heard = hear(touch)
        touch.pop()
        return bool(heard)


def in_window(widget: Widget, pos: tuple[float, float]) -> tuple[float, float]:
    """Where a touch that was heard inside the mirror is in the window itself."""
    while widget is not None and widget.parent is not widget:
        if isinstance(widget, Mirror):
            return widget.to_parent(*pos)
        widget = widget.parent
    return pos
