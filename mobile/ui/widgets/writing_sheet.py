"""A sheet from above on which one writes a line: the keyboard comes from below."""

from collections.abc import Callable

from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import PillButton, QuietLink
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.painted import Painted, dress
from mobile.ui.widgets.text import Text
from shared.codes import Refused
from shared.languages import say


class _Paper(BoxLayout, Painted):
    def paint(self) -> None:
        box = (self.x, self.y, self.width, self.height + dp(40))
        shapes.shadow(box, dp(30), self.palette.shadow, 0.3, blur=40, drop=6)
        shapes.panel(box, dp(30), self.palette.card)


class WritingSheet(Layers, Painted):
    """`on_line` takes the words, or raises Refused for what is no line of plain ones."""

    def __init__(
        self, *, title: str, detail: str, most: int, on_line: Callable[[str], object], palette: Palette, text: str = ""
    ) -> None:  # fmt: skip
        super().__init__()
        self._most, self._on_line = most, on_line
        self.field = Field(hint=say(copy.LINE_HINT), text=text, multiline=True, height=dp(104), key="line")
        self._left = Text(style="tiny", tone="muted", halign="right")
        self._problem = Text(style="small", tone="accent_text", flow="wrap", halign="center")
        self._send = PillButton(text=say(copy.SEND), icon="edit", key="send_line", action=self._give, size_hint_x=1)
        paper = _Paper(orientation="vertical", spacing=dp(10), pos_hint={"x": 0, "top": 1})
        paper.padding = (dp(22), dp(18 + SAFE_AREA.top), dp(22), dp(18))
        hug_height(paper)
        for widget in (
            Text(text=title, style="heading", flow="wrap", halign="center"),
            Text(text=detail, style="small", tone="muted", flow="wrap", halign="center"),
            self.field, self._foot(), self._problem, self._send,
        ):  # fmt: skip
            paper.add_widget(widget)
        self._paper = paper
        self.add_widget(paper)
        self.field.writing.fbind("text", self._count)
        self._count()
        dress(self, palette)

    def _foot(self) -> BoxLayout:
        row = BoxLayout(size_hint=(1, None), height=dp(40))
        row.add_widget(QuietLink(text=say("Not now"), key="close_line", action=self.close))
        row.add_widget(Widget())
        self._left.pos_hint = {"center_y": 0.5}
        row.add_widget(self._left)
        return row

    def _count(self, *_: object) -> None:
        writing = self.field.writing
        if len(writing.text) > self._most:
            writing.text = writing.text[: self._most]
        self._left.text = str(self._most - len(writing.text))
        self._send.disabled = not writing.text.strip()

    def _give(self) -> None:
        try:
            self._on_line(self.field.writing.text)
        except Refused:
            self._problem.text = say(copy.PLAIN_WORDS)
            return
        self.close()

    def close(self) -> None:
        if self.parent is not None:
            self.parent.remove_widget(self)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Nothing under the sheet hears the touch; beside it, a finger that slipped must not lose what was written."""
        super().on_touch_down(touch)
        return True

    def paint(self) -> None:
        shapes.panel(self.box, 0, "#000000", 0.38)
