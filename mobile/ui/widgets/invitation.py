"""The empty half as an invitation."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.ui.drawing import shapes
from mobile.ui.theme.color import mix
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Text


class Invitation(BoxLayout, Painted):
    def __init__(self, **kwargs: object) -> None:
        super().__init__(orientation="vertical", padding=(dp(14), dp(22)), **kwargs)
        self.add_widget(Text(text="30 days.\nFive seconds\na day.", style="pledge", flow="wrap", halign="left"))
        self.add_widget(Widget())
        ask = "Will you be\nmy witness?"
        self.add_widget(Text(text=ask, style="pledge", tone="accent_text", flow="wrap", halign="left"))

    def paint(self) -> None:
        shapes.panel(self.box, dp(22), mix(self.palette.card, self.palette.soft, 0.45))
        shapes.dashes(self.box, dp(22), self.palette.dashes)
