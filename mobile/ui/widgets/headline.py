"""The words under the faces: two lines of type and one quiet line."""

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.boxlayout import BoxLayout

from mobile.ui.widgets.layers import CENTRE
from mobile.ui.widgets.text import Text
from shared.headlines import Headline as Words

_SHORT = 8
_LONG = 16
_SMALLER = {"hero": "hero_long", "hero_long": "hero_longer", "hero_longer": "title"}


class Headline(BoxLayout):
    most = NumericProperty(0)
    """The widest a line may be, in pixels."""
    snug = BooleanProperty(False)
    """Set smaller, where there is little room."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(orientation="vertical", size_hint=(None, None), **kwargs)
        self._big = Text(style="hero", halign="center")
        self._accent = Text(style="hero_accent", tone="accent_text", halign="center")
        self._small = Text(style="small", tone="muted", flow="wrap", halign="center")
        self._lines = (self._big, self._accent, self._small)
        for line in self._lines:
            line.pos_hint = CENTRE
            line.fbind("height", self._measure)
        self.fbind("most", self._fit)
        self.fbind("width", self._fit)
        self.fbind("snug", self._set)

    @property
    def long(self) -> bool:
        """Whether the words need the whole width."""
        return len(self._big.text) > _SHORT

    @property
    def broadest(self) -> float:
        """Width of the longest line, in pixels."""
        return max((line.texture_size[0] for line in self.children), default=0)

    def show(self, words: Words) -> None:
        self._big.text, self._accent.text, self._small.text = words.big, words.accent, words.small
        self._set()
        self.clear_widgets()
        for line in self._lines:
            if line.text:
                self.add_widget(line)
        self._measure()

    def _set(self, *_: object) -> None:
        length = len(self._big.text)
        fitting = "hero" if length <= _SHORT else "hero_long" if length <= _LONG else "hero_longer"
        self._big.style = _SMALLER[fitting] if self.snug else fitting
        self._accent.style = "heading" if self.snug else "hero_accent"

    def _fit(self, *_: object) -> None:
        for line in (self._big, self._accent):
            line.most = self.most
        self._small.size_hint_x = min(1.0, self.most / self.width) if self.width else 1.0

    def _measure(self, *_: object) -> None:
        # The two large lines belong together: the descenders' room between them is taken back.
        self.spacing = dp(0)
        self.padding = (0, 0)
        self.height = sum(line.height for line in self.children) + self.spacing * max(0, len(self.children) - 1)
