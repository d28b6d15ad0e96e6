"""What a finger can press: it sinks a little, and lets go when the finger wanders off to swipe."""

from collections.abc import Callable

from kivy.animation import Animation
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior

from mobile.ui.theme import motion
from mobile.ui.widgets.painted import Painted

_SWIPE = 24
"""dp a finger may wander and still mean a tap."""


class Pressable(ButtonBehavior, Painted):
    key = StringProperty("")
    """What tests and drivers know it by."""
    pressed = NumericProperty(0)
    """0 at rest, 1 under the finger."""
    action: Callable[[], object] | None = ObjectProperty(None, allownone=True)
    paints = ("pressed", "disabled")

    def on_press(self) -> None:
        Animation.cancel_all(self, "pressed")
        Animation(pressed=1, d=motion.PRESS).start(self)

    def on_state(self, _widget: object, state: str) -> None:
        if state == "normal":
            Animation.cancel_all(self, "pressed")
            Animation(pressed=0, d=motion.RELEASE).start(self)

    def on_touch_up(self, touch: MotionEvent) -> bool:
        wandered = abs(touch.x - touch.ox) > dp(_SWIPE) or abs(touch.y - touch.oy) > dp(_SWIPE)
        if touch.grab_current is self and wandered:
            touch.ungrab(self)
            self.last_touch = touch
            self._do_release()
            return True
        return super().on_touch_up(touch)

    def on_release(self) -> None:
        if self.action is not None:
            self.action()

    @property
    def sunk(self) -> tuple[float, float, float, float]:
        """The box, a little smaller while pressed."""
        less = dp(1.6) * self.pressed
        return self.x + less, self.y + less, self.width - 2 * less, self.height - 2 * less
