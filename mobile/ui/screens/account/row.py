"""A row that leads to a page: from Me to the account, and from there on."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from mobile.ui.drawing import shapes
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text


class PageRow(GrowingRow, Pressable):
    def __init__(self, *, title: str, line: str, icon: str, key: str, on_open: Callable[[], object]) -> None:
        super().__init__(
            least=66, padding=(dp(18), dp(10), dp(14), dp(10)), spacing=dp(12), key=key, action=on_open,
        )  # fmt: skip
        self.add_widget(Icon(name=icon, side=22, tone="muted", pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=title, style="strong", flow="cut", halign="left"))
        words.add_widget(Text(text=line, style="caption", tone="muted", flow="wrap", halign="left"))
        self.add_widget(words)
        self.add_widget(Icon(name="chevron_right", side=22, tone="muted", pos_hint=MIDDLE))

    def paint(self) -> None:
        strength = 0.12 * self.palette.shadow_strength
        shapes.shadow(self.box, dp(28), self.palette.shadow, strength, blur=30, drop=10)
        shapes.panel(self.box, dp(28), self.palette.card)
        if self.pressed:
            shapes.panel(self.box, dp(28), self.palette.line, 0.4 * self.pressed)
