"""Words and icons in the project's type, coloured by role."""

from collections.abc import Sequence

from kivy.clock import Clock
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.label import Label

from mobile.ui.theme.color import rgba
from mobile.ui.theme.fonts import icon_glyph
from mobile.ui.theme.palettes import WAITING, Palette
from mobile.ui.theme.typography import STYLES
from mobile.ui.widgets.mirror import Upright, from_the_right

_FIXED = {
    "white": "#FFFFFF", "black": "#2A1A12", "ink_on_paper": "#3F2A10", "gold_ink": "#A85808", "blue_ink": "#1F3A68",
    "quiet_on_gold": "#5B3A05", "quiet_on_blue": "#173458",
}  # fmt: skip
"""Tones that stay what they are by day and by night: on photos, and on the paper of letters."""


_OTHER_SIDE = {"left": "right", "auto": "right", "right": "left"}
_ARROWS = frozenset({"arrow_back", "arrow_forward", "chevron_left", "chevron_right", "logout"})
"""Signs that point along the reading. A triangle that plays a film points the same way everywhere."""


def tone_colour(palette: Palette, tone: str) -> str:
    return _FIXED.get(tone) or getattr(palette, tone)


class Text(Upright, Label):
    """Words in one style. `flow`: "line" is as wide as its words, "wrap" fills its width, "cut" ends in an ellipsis.

    `most` is the widest a line may get, in pixels: longer words are set smaller, down to `squeeze`, then cut.
    """

    palette: Palette = ObjectProperty(WAITING, rebind=False)
    style = StringProperty("body")
    tone = StringProperty("ink")
    flow = StringProperty("line")
    most = NumericProperty(0)
    squeeze = NumericProperty(0.6)
    alpha = NumericProperty(1)

    def __init__(self, **kwargs: object) -> None:
        self._restyle = Clock.create_trigger(self._apply_style, -1)
        super().__init__(**kwargs)
        if from_the_right():
            self.halign = _OTHER_SIDE.get(self.halign, self.halign)
        for name in ("palette", "style", "tone", "flow", "most", "alpha", "text"):
            self.fbind(name, self._restyle)
        self.fbind("width", self._fit_width)
        self.fbind("texture_size", self._take_size)
        self._apply_style()

    def _apply_style(self, _dt: float = 0) -> None:
        style = STYLES[self.style]
        self.font_name, self.line_height = style.font, style.line_height
        self.color = self.disabled_color = rgba(tone_colour(self.palette, self.tone), self.alpha)
        self.font_size = style.pixels
        self.size_hint_y = None
        if self.flow == "line":
            self.size_hint_x = None
        self.shorten = self.flow == "cut"
        self.shorten_from = "right"
        self._fit_width()
        self._take_size()
        if self.flow == "line":
            self._fit_line(style.pixels)

    def fit(self, room: float, styles: Sequence[str]) -> None:
        """Take the first of these styles whose lines stand within `room` pixels of height, or the last."""
        for style in styles:
            self.style = style
            self._apply_style()
            self.texture_update()
            if self.texture_size[1] <= room:
                return

    def _fit_line(self, size: float) -> None:
        self.text_size = (None, None)
        self.texture_update()
        if self.most and self.texture_size[0] > self.most:
            self.font_size = size * max(self.squeeze, self.most / self.texture_size[0] * 0.985)
            self.texture_update()
        if self.most and self.texture_size[0] > self.most:
            self.shorten, self.text_size = True, (self.most, None)
            self.texture_update()
        self.size = self.texture_size

    def _fit_width(self, *_: object) -> None:
        if self.flow in {"wrap", "cut"}:
            self.text_size = (self.width, None)

    def _take_size(self, *_: object) -> None:
        if self.flow == "line":
            self.size = self.texture_size
        else:
            self.height = self.texture_size[1] if self.text else 0


class Icon(Upright, Label):
    """One symbol; `side` in dp is the height of its square."""

    palette: Palette = ObjectProperty(WAITING, rebind=False)
    name = StringProperty("star")
    tone = StringProperty("ink")
    side = NumericProperty(22)
    filled = BooleanProperty(False)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(size_hint=(None, None), **kwargs)
        for name in ("palette", "name", "tone", "side", "filled"):
            self.fbind(name, self._apply)
        self._apply()

    def _apply(self, *_: object) -> None:
        self.text = icon_glyph(self.name)
        self.turn_along(self.name in _ARROWS)
        self.font_name = "IconsFilled" if self.filled else "Icons"
        # Icons grow with the screen, not with the reader's text size: their places are measured in dp.
        self.font_size = f"{self.side}dp"
        self.size = (self.font_size, self.font_size)
        self.color = self.disabled_color = rgba(tone_colour(self.palette, self.tone))
