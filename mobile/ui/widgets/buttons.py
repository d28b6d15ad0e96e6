"""Buttons: the gradient pill, the quiet pill, the quiet link, the round one and the camera."""

from kivy.core.window import Window
from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty

from mobile.ui.drawing import shapes
from mobile.ui.theme import sizes
from mobile.ui.theme.color import mix
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text

_BRIGHT = ("#FFD062", "#F7A325")


class LabelledButton(Pressable):
    """An icon (or none) and a word in the middle. Subclasses say how it looks."""

    text = StringProperty("")
    icon = StringProperty("")
    label_style = "button"
    label_tone = "ink"
    icon_side = 22
    icon_filled = False
    padding = 36

    def __init__(self, **kwargs: object) -> None:
        self._label = Text(style=self.label_style, tone=self.label_tone)
        self._icon = Icon(tone=self.label_tone, side=self.icon_side, filled=self.icon_filled)
        super().__init__(**kwargs)
        for name in ("text", "icon", "palette"):
            self.fbind(name, self._write)
        self._label.fbind("size", self._repaint)
        self._write()

    def _write(self, *_: object) -> None:
        self._label.text, self._label.palette, self._icon.palette = self.text, self.palette, self.palette
        wanted = [widget for widget, here in ((self._icon, self.icon), (self._label, self.text)) if here]
        self._icon.name = self.icon or "star"
        if [*reversed(self.children)] != wanted:
            self.clear_widgets()
            for widget in wanted:
                self.add_widget(widget)
        self._repaint()

    @property
    def needed_width(self) -> float:
        """The width the words ask for, in pixels."""
        icon = self._icon.width + dp(8) if self.icon else 0
        return icon + (self._label.width if self.text else 0) + dp(self.padding)

    def arrange(self) -> None:
        gap = dp(8) if self.icon and self.text else 0
        icon = self._icon.width if self.icon else 0
        self._label.most = max(0, self.width - icon - gap - dp(16))
        left = self.center_x - (icon + gap + (self._label.width if self.text else 0)) / 2
        self._icon.pos = (left, self.center_y - self._icon.height / 2)
        self._label.pos = (left + icon + gap, self.center_y - self._label.height / 2)


class PillButton(LabelledButton):
    """The one thing to do now."""

    label_tone = "white"
    icon_filled = True

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (1, None), "height": dp(sizes.BUTTON), **kwargs})

    def paint(self) -> None:
        self.opacity = 0.45 if self.disabled else 1
        box = self.sunk
        strength = 0.34 * (1 - 0.5 * self.pressed)
        shapes.shadow(box, box[3] / 2, self.palette.button[1], strength, blur=22, drop=7)
        shapes.pill(box, box[3] / 2, self.palette.button)


class BrightButton(PillButton):
    """The one thing to do where all is gold: dark words on light."""

    label_tone = "black"

    def paint(self) -> None:
        self.opacity = 0.45 if self.disabled else 1
        box = self.sunk
        shapes.shadow(box, box[3] / 2, self.palette.shadow, 0.3 * (1 - 0.5 * self.pressed), blur=22, drop=7)
        shapes.pill(box, box[3] / 2, _BRIGHT)


class SmallPill(PillButton):
    """The gradient pill inside a card."""

    label_style = "button_small"
    padding = 44

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (None, None), "height": dp(sizes.TARGET), **kwargs})
        self._label.fbind("size", self._hug)
        self._hug()

    def _hug(self, *_: object) -> None:
        self.width = self.needed_width

    def paint(self) -> None:
        self.opacity = 0.45 if self.disabled else 1
        box = (self.x, self.y + dp(2), self.width, self.height - dp(4))
        shapes.pill(box, box[3] / 2, self.palette.button, 1 - 0.15 * self.pressed)


class QuietPill(LabelledButton):
    """A second way, on a soft field."""

    label_style = "label"
    icon_side = 19
    padding = 28
    chosen = BooleanProperty(False)
    fill = StringProperty("field")
    paints = (*LabelledButton.paints, "chosen", "fill")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (None, None), "height": dp(sizes.TARGET), **kwargs})
        self._label.fbind("size", self._hug)
        self._hug()

    def _hug(self, *_: object) -> None:
        if self.size_hint_x is None:
            self.width = max(dp(sizes.TARGET), self.needed_width)

    def paint(self) -> None:
        box = (self.x, self.y + dp(2), self.width, self.height - dp(4))
        colour = self.palette.soft if self.chosen else getattr(self.palette, self.fill)
        shapes.panel(box, box[3] / 2, mix(colour, self.palette.line, 0.5 * self.pressed))
        if self.chosen:
            shapes.outline(box, box[3] / 2, self.palette.accent, 1.6)


class ChoicePill(QuietPill):
    """What is chosen now; the sign behind it says that there is more to choose from."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"icon": "expand_more", "size_hint_x": 1, **kwargs})

    def arrange(self) -> None:
        super().arrange()
        words, sign = self._label, self._icon
        words.x, sign.x = sign.x, sign.x + words.width + dp(6)


class QuietLink(LabelledButton):
    """A way out that asks for nothing: words in the accent."""

    label_style = "small"
    label_tone = "accent_text"
    icon_side = 18
    padding = 24

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (None, None), "height": dp(sizes.TARGET), **kwargs})
        self._label.fbind("size", self._hug)
        self._hug()

    def _hug(self, *_: object) -> None:
        self.width = max(dp(sizes.TARGET), min(self.needed_width, Window.width - dp(2 * sizes.MARGIN)))

    def paint(self) -> None:
        if self.pressed:
            shapes.panel(self.box, self.height / 2, self.palette.soft, 0.6 * self.pressed)


class RoundButton(LabelledButton):
    """An icon on a disc: close, back, more."""

    icon_side = 22
    fill = StringProperty("card")
    flat = BooleanProperty(False)
    """Without its disc, for buttons that lie on a card."""
    paints = (*LabelledButton.paints, "flat", "fill")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (None, None), "size": (dp(sizes.TARGET), dp(sizes.TARGET)), **kwargs})

    def paint(self) -> None:
        if not self.flat:
            strength = 0.08 * self.palette.shadow_strength
            shapes.shadow(self.box, self.height / 2, self.palette.shadow, strength, blur=14, drop=4)
            shapes.disc(self.center, self.width / 2, getattr(self.palette, self.fill))
        if self.pressed:
            shapes.disc(self.center, self.width / 2, self.palette.line, 0.5 * self.pressed)
