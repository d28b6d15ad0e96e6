"""The empty half as an invitation."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import beside_copy
from mobile.ui.drawing import shapes
from mobile.ui.theme.color import mix
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Text
from shared.languages import say

_SMALLER = ("pledge", "strong", "label", "tiny_strong", "micro")
_OF_HEIGHT = (0.5, 0.34)
"""What the pledge and the question may take."""


class Invitation(BoxLayout, Painted):
    def __init__(self, **kwargs: object) -> None:
        super().__init__(orientation="vertical", padding=(dp(14), dp(22)), **kwargs)
        self._words = (
            Text(text=say(beside_copy.HALF_PROMISE), style="pledge", flow="wrap", halign="left"),
            Text(text=say(beside_copy.HALF_QUESTION), style="pledge", tone="accent_text", flow="wrap", halign="left"),
        )
        self.add_widget(self._words[0])
        self.add_widget(Widget())
        self.add_widget(self._words[1])

    def arrange(self) -> None:
        """Large type is set smaller where it would not stand in its half."""
        for words, share in zip(self._words, _OF_HEIGHT, strict=True):
            words.fit((self.height - dp(44)) * share, _SMALLER)

    def paint(self) -> None:
        shapes.panel(self.box, dp(22), mix(self.palette.card, self.palette.soft, 0.45))
        shapes.dashes(self.box, dp(22), self.palette.dashes)
