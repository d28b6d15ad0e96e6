"""A long text to read, over everything: headings, paragraphs, list entries."""

import re
from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.sign_in_state import Reading
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.header import Header
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.text import Text


class Page(ColumnScreen):
    """Shows the little of Markdown that the texts use; bold is set as plain words."""

    def __init__(self, *, reading: Reading, close: Callable[[], object], palette: Palette) -> None:
        super().__init__(palette=palette, foot=SAFE_AREA.bottom + 24)
        button = RoundButton(icon="close", key="close_reading", action=close)
        self.column.add_widget(Header(line="", title=reading.title, beside=button))
        card = CardBox(padding=dp(20), spacing=dp(12), radius=30)
        hug_height(card)
        for block in reading.text.strip().split("\n\n"):
            for widget in _set(block):
                card.add_widget(widget)
        self.column.add_widget(card)
        self.column.add_widget(Widget())
        dress(self.scroll, self.palette)

    def on_touch_down(self, touch: object) -> bool:
        """Nothing under the page hears the touch."""
        super().on_touch_down(touch)
        return True


def _set(block: str) -> list[Widget]:
    if block.startswith("# "):
        return [Text(text=_plain(block[2:]), style="small", tone="muted", flow="wrap", halign="left")]
    if block.startswith("## "):
        return [Text(text=_plain(block[3:]), style="heading", flow="wrap", halign="left")]
    if block.startswith("- "):
        return [_entry(line) for line in re.split(r"^- ", block, flags=re.MULTILINE) if line.strip()]
    return [_paragraph(block)]


def _paragraph(words: str) -> Text:
    return Text(text=_plain(words), style="body", flow="wrap", halign="left")


def _entry(words: str) -> BoxLayout:
    row = BoxLayout(size_hint=(1, None), spacing=dp(10))
    hug_height(row)
    row.add_widget(Text(text="·", style="strong", tone="accent_text", pos_hint={"top": 1}))
    text = _paragraph(words)
    text.pos_hint = {"top": 1}
    row.add_widget(text)
    return row


def _plain(words: str) -> str:
    return " ".join(words.replace("**", "").split())
