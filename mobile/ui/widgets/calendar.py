"""A month of days. What each became is told by its shape as well as by its colour:

filled: shown up (deep with a photo, lighter without; a small clock: added later), half filled: part of the way,
a moon: rest, a ring: forgiven, dashes: stayed empty, an open frame: still open, a bare number: nothing was asked.
"""

from collections.abc import Callable

from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from mobile.presenters import habit_copy
from mobile.presenters.habit_state import MonthDay, MonthView, Span
from mobile.ui.drawing import shapes
from mobile.ui.theme.palettes import kept_colour
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.mirror import in_window
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say
from shared.states import DayState

_CELL = 46
_KEPT = {DayState.DONE, DayState.LATE}
_FRAMED = {DayState.OPEN, DayState.GRACE, DayState.FORGIVEN, DayState.PARTIAL}
_SWIPE = 60
"""dp a finger has to wander to turn the month."""


class DayCell(Pressable):
    """One day. `day.state` is a DayState value or a Span."""

    day: MonthDay = ObjectProperty(rebind=False)

    def __init__(self, **kwargs: object) -> None:
        self._label = Text(style="label")
        self._sign = Icon(side=18)
        super().__init__(size_hint=(1, None), height=dp(_CELL), **kwargs)
        self.key = f"day_{self.day.date}"
        self.disabled = self.day.state == Span.BEFORE
        self._label.text, self._label.tone = str(self.day.number), self._tone()
        self._label.alpha = 0.55 if self.disabled else 1
        self._sign.name, self._sign.side, self._sign.tone, self._sign.filled = self._mark()
        if self.day.state != DayState.REST:
            self.add_widget(self._label)
        if self._sign.name:
            self.add_widget(self._sign)
        self._label.fbind("size", self._repaint)

    def _tone(self) -> str:
        if self.day.state in _KEPT:
            return "black"
        return "accent_text" if self.day.state in _FRAMED else "muted"

    def _mark(self) -> tuple[str, float, str, bool]:
        """Name, size, tone and whether filled, of the sign; without a name there is none."""
        if self.day.state == DayState.REST:
            return "bedtime", 17, "muted", True
        if self.day.state in {DayState.LATE, DayState.GRACE}:
            return "schedule", 10, "black" if self.day.state == DayState.LATE else "accent_text", False
        return "", 0, "muted", False

    @property
    def _field(self) -> tuple[float, float, float, float]:
        return self.x + dp(2.5), self.y + dp(4), self.width - dp(5), self.height - dp(8)

    def arrange(self) -> None:
        self._label.most = self.width - dp(6)
        self._label.center = self.center
        x, y, width, height = self._field
        self._sign.center = self.center if self._sign.name == "bedtime" else (x + width - dp(8), y + height - dp(8))

    def paint(self) -> None:
        state, palette, box, radius = self.day.state, self.palette, self._field, dp(13)
        if state in _KEPT:
            shapes.panel(box, radius, kept_colour(palette, bright=not self.day.photo))
        elif state == DayState.REST:
            shapes.panel(box, radius, palette.soft)
        elif state == DayState.MISSED:
            shapes.dashes(box, radius, palette.line)
        elif state in _FRAMED:
            self._framed(box, radius)
        if self.day.is_today:
            around = (box[0] - dp(2.5), box[1] - dp(2.5), box[2] + dp(5), box[3] + dp(5))
            shapes.outline(around, radius + dp(2.5), palette.accent_text, 2)
        if self.pressed:
            shapes.panel(box, radius, palette.ink, 0.1 * self.pressed)

    def _framed(self, box: tuple[float, float, float, float], radius: float) -> None:
        if self.day.state == DayState.PARTIAL:
            shapes.panel((box[0], box[1], box[2], box[3] / 2), radius, self.palette.soft)
        shapes.outline(box, radius, self.palette.dot, 1.8)
        if self.day.state == DayState.FORGIVEN:
            shapes.disc((box[0] + box[2] / 2, box[1] + dp(6)), dp(2), self.palette.dot)


class MonthCard(CardBox):
    """Swiped sideways it turns to the month before or after."""

    def __init__(
        self, *, month: MonthView, on_day: Callable[[str], object], on_step: Callable[[int], object], **kwargs: object
    ) -> None:
        super().__init__(padding=(dp(6), dp(12), dp(6), dp(14)), radius=32, **kwargs)
        hug_height(self)
        self._month, self._on_day, self._on_step = month, on_day, on_step
        self.add_widget(self._head())
        grid = GridLayout(cols=7, size_hint=(1, None))
        grid.bind(minimum_height=grid.setter("height"))
        for letter in say(habit_copy.LETTERS):
            grid.add_widget(Text(text=letter, style="tiny", tone="muted", flow="wrap", halign="center"))
        for _ in range(month.lead):
            grid.add_widget(Widget(size_hint=(1, None), height=dp(_CELL)))
        for day in month.days:
            grid.add_widget(DayCell(day=day, action=lambda day=day: on_day(day.date)))
        self.add_widget(grid)

    def _head(self) -> BoxLayout:
        head = GrowingRow(least=48, padding=(dp(16), 0, dp(6), 0))
        head.add_widget(Text(text=self._month.name, style="heading", flow="cut", halign="left", pos_hint=MIDDLE))
        for key, here, step in (("left", self._month.earlier, -1), ("right", self._month.later, 1)):
            turn = RoundButton(icon=f"chevron_{key}", key=f"month_{key}", flat=True, pos_hint=MIDDLE)
            turn.disabled, turn.opacity = not here, 1 if here else 0.3
            turn.action = lambda step=step: self._on_step(step)
            head.add_widget(turn)
        return head

    def swiped(self, touch: MotionEvent) -> int:
        """-1 or 1 where a finger wandered over it sideways and there is such a month, else 0."""
        across, along = touch.x - touch.ox, touch.y - touch.oy
        if abs(across) < dp(_SWIPE) or abs(across) < 2 * abs(along) or not self._began_here(touch):
            return 0
        step = 1 if across < 0 else -1
        return step if (self._month.later if step > 0 else self._month.earlier) else 0

    def _began_here(self, touch: MotionEvent) -> bool:
        return bool(self.collide_point(*self.to_widget(*in_window(self, touch.opos))))
