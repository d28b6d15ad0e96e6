"""A small word in a rounded field."""

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty

from mobile.ui.drawing import shapes
from mobile.ui.theme import sizes
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Text


class Chip(Painted):
    """As wide as its word. `fill` names a palette role, or "white" for a chip that lies on a photo."""

    text = StringProperty("")
    tone = StringProperty("ink")
    fill = StringProperty("card")
    most = NumericProperty(0)
    """The widest it may get, in pixels; 0: as wide as its word."""
    paints = ("fill",)

    def __init__(self, **kwargs: object) -> None:
        self._label = Text(style="chip")
        super().__init__(size_hint=(None, None), **kwargs)
        self.add_widget(self._label)
        self.fbind("text", self._measure)
        self.fbind("tone", self._measure)
        self.fbind("most", self._measure)
        self.fbind("palette", self._measure)
        self._label.fbind("size", self._measure_label)
        self._measure()

    def _measure(self, *_: object) -> None:
        self._label.text, self._label.palette = self.text, self.palette
        self._label.most = max(dp(20), self.most - dp(22)) if self.most else 0
        self._label.tone = "black" if self.fill == "white" else self.tone
        self._measure_label()

    def _measure_label(self, *_: object) -> None:
        self.size = (self._label.width + dp(22), max(dp(sizes.CHIP), self._label.height + dp(8)))
        self._repaint()

    def arrange(self) -> None:
        self._label.center = self.center

    def paint(self) -> None:
        white = self.fill == "white"
        colour = "#FFFFFF" if white else getattr(self.palette, self.fill)
        if self.fill == "card":
            strength = 0.18 * self.palette.shadow_strength
            shapes.shadow(self.box, self.height / 2, self.palette.shadow, strength, blur=10, drop=3)
        shapes.panel(self.box, self.height / 2, colour, 0.93 if white else 1.0)
