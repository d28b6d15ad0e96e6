"""What a friend wrote about my day, under it."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from mobile.presenters.rounds_state import SaidView
from mobile.ui.drawing import shapes
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import MIDDLE
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Text


class CommentBand(Pressable, BoxLayout):
    """A face and their words; a tap asks what to do about them."""

    least = 58

    def __init__(self, *, said: SaidView, action: Callable[[], object]) -> None:
        super().__init__(
            size_hint=(1, None), height=dp(self.least), padding=(dp(12), 0, dp(18), 0), spacing=dp(12),
            key=f"comment_{said.comment_id}", action=action,
        )  # fmt: skip
        if said.person is not None:
            self.add_widget(Face(view=said.person, size=(dp(36), dp(36)), ring_width=2.2, pos_hint=MIDDLE))
        words = Text(text=f"“{said.text}”", style="label", flow="wrap", halign="left", pos_hint=MIDDLE)
        words.bind(height=self._grow)
        self.add_widget(words)

    def _grow(self, _words: Text, height: float) -> None:
        self.height = max(dp(self.least), height + dp(24))

    def paint(self) -> None:
        strength = 0.10 * self.palette.shadow_strength
        shapes.shadow(self.box, dp(24), self.palette.shadow, strength, blur=22, drop=6)
        shapes.panel(self.sunk, dp(24), self.palette.card)
