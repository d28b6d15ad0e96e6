"""One person in a list."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.views import FaceView
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.text import Text


class Row(GrowingRow):
    """A face, a name, a quiet line, perhaps a way on."""

    def __init__(self, *, face: FaceView, line: str, way: Widget | None = None) -> None:
        super().__init__(least=58, spacing=dp(12))
        self.add_widget(Face(view=face, size=(dp(40), dp(40)), ring_width=2.2, pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=face.name, style="strong", flow="cut", halign="left"))
        if line:
            words.add_widget(Text(text=line, style="tiny", tone="muted", flow="cut", halign="left"))
        self.add_widget(words)
        if way is not None:
            way.pos_hint = MIDDLE
            self.add_widget(way)
