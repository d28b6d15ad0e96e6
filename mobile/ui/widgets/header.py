"""The two lines on top of a screen, and what stands to their right."""

from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.ui.theme import sizes
from mobile.ui.widgets.layers import MIDDLE
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Text

_LONG = 11
"""Letters of a title that stand beside something in the large type."""


class Words(BoxLayout, Pressable):
    """The two lines."""


class Header(BoxLayout):
    """A quiet line over the title; `beside` keeps its own size. Words with a `key` can be touched."""

    line = StringProperty("")
    title = StringProperty("")

    def __init__(self, *, beside: Widget | None = None, key: str = "", **kwargs: object) -> None:
        self._line = Text(style="small", tone="muted", flow="cut", halign="left")
        self._title = Text(style="title", flow="cut", halign="left")
        super().__init__(size_hint=(1, None), height=dp(sizes.HEADER), spacing=dp(12), **kwargs)
        words = Words(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE, key=key, disabled=not key)
        words.bind(minimum_height=lambda _words, height: setattr(words, "height", max(dp(sizes.TARGET), height)))
        words.add_widget(self._line)
        words.add_widget(self._title)
        self.words = words
        self.add_widget(words)
        if beside is not None:
            beside.pos_hint = MIDDLE
            self.add_widget(beside)
        self.fbind("line", self._write)
        self.fbind("title", self._write)
        words.fbind("height", self._grow)
        self._write()

    def _write(self, *_: object) -> None:
        # An arrow says that the words lead somewhere.
        arrow = "  \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}" if self.words.key and self.line else ""
        self._line.text, self._title.text = self.line + arrow, self.title
        self._title.style = "title" if len(self.title) <= _LONG else "overlay"
        if not self.line and self._line.parent:
            self.words.remove_widget(self._line)
        elif self.line and not self._line.parent:
            self.words.add_widget(self._line, index=1)

    def _grow(self, *_: object) -> None:
        self.height = max(dp(sizes.HEADER), self.words.height)
