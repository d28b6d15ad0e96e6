"""Seven days below the card: what each of them became, the last one being today."""

from kivy.metrics import dp
from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from mobile.presenters.views import DayDot
from mobile.ui.drawing import shapes
from mobile.ui.theme import sizes
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text
from shared.states import DayState

_KEPT = {DayState.DONE, DayState.LATE}
_SIGN = {
    DayState.DONE: ("check", "white"), DayState.LATE: ("check", "white"), DayState.PARTIAL: ("check", "accent_text"),
    DayState.REST: ("bedtime", "muted"), DayState.GRACE: ("schedule", "accent_text"),
}  # fmt: skip

_HEIGHT = 62


class Dot(Painted):
    day: DayDot = ObjectProperty(rebind=False)
    paints = ("day",)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (None, None), "size": (dp(40), dp(40)), **kwargs})
        sign = self._sign()
        self._icon = Icon(side=17, palette=self.palette)
        if sign:
            self._icon.name, self._icon.tone = sign
            self._icon.filled = self._icon.name == "bedtime"
            self.add_widget(self._icon)

    def arrange(self) -> None:
        self._icon.center = self.center

    def _sign(self) -> tuple[str, str] | None:
        state = DayState(self.day.state)
        if state is DayState.OPEN and self.day.is_today:
            return "photo_camera", "accent_text"
        return _SIGN.get(state)

    def paint(self) -> None:
        state, radius = DayState(self.day.state), dp(sizes.DOT) / 2
        palette = self.palette
        if state in _KEPT:
            shapes.disc(self.center, radius, palette.dot)
        elif state is DayState.REST:
            shapes.disc(self.center, radius, palette.soft)
        elif state is DayState.NOT_DUE:
            shapes.disc(self.center, dp(3), palette.line)
        else:
            shapes.disc(self.center, radius, palette.card, 1 if self.day.is_today else 0.7)
            strong = self.day.is_today or state in {DayState.FORGIVEN, DayState.PARTIAL, DayState.GRACE}
            tone = palette.accent if self.day.is_today else palette.dot if strong else palette.line
            shapes.ring(self.center, radius - dp(0.8), tone, 2)
        if state is DayState.FORGIVEN:
            shapes.disc(self.center, dp(4), palette.dot)
        if state in _KEPT and self.day.is_today:
            shapes.ring(self.center, radius + dp(3.2), palette.accent, 2)


class Week(BoxLayout, Pressable):
    """Touched, it leads to all the days there were."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (1, None), "height": 0, "padding": (dp(6), 0), "key": "week", **kwargs})
        self._days: tuple[DayDot, ...] = ()

    def show(self, days: tuple[DayDot, ...]) -> None:
        if days == self._days:
            return
        self._days = days
        self.height = dp(_HEIGHT) if days else 0
        self.clear_widgets()
        for day in days:
            self.add_widget(self._column(day))

    def _column(self, day: DayDot) -> Layers:
        column = Layers()
        style, tone = ("tiny_strong", "ink") if day.is_today else ("tiny", "muted")
        column.add_widget(
            Text(text=day.letter, style=style, tone=tone, palette=self.palette, pos_hint={"center_x": 0.5, "top": 1})
        )
        column.add_widget(Dot(day=day, palette=self.palette, pos_hint={"center_x": 0.5, "y": 0}))
        return column
