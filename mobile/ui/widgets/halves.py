"""The dashed half that waits for a photo, and its relatives on the cold card."""

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty

from mobile.ui.drawing import shapes
from mobile.ui.theme.color import mix
from mobile.ui.widgets.camera import CameraDisc
from mobile.ui.widgets.chip import Chip
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say


class EmptyHalf(Pressable):
    """Your half: touch it anywhere to show up."""

    chip = StringProperty("")
    label = StringProperty("")
    paints = (*Pressable.paints, "chip", "label")

    def __init__(self, **kwargs: object) -> None:
        self._chip = Chip(tone="accent_text", fill="soft")
        self._label = Text(style="label")
        # Only the picture of a button: the whole half is the target.
        self._camera = CameraDisc(size=(dp(78), dp(78)), icon_side=36)
        super().__init__(**kwargs)
        for widget in (self._chip, self._camera, self._label):
            self.add_widget(widget)
        self._label.fbind("size", self._repaint)
        self._chip.fbind("size", self._repaint)

    def arrange(self) -> None:
        self._chip.text, self._label.text = self.chip, self.label or say("Your half")
        self._label.most = max(0, self.width - dp(16))
        self._chip.opacity = 1 if self.chip else 0
        side = dp(78) if self.height > dp(190) else dp(60)
        self._camera.size = (side, side)
        self._camera.center = (self.center_x, self.center_y + dp(2))
        self._chip.pos = (self.x + dp(10), self.top - dp(10) - self._chip.height)
        self._label.center = (self.center_x, self._camera.y - dp(22))

    def paint(self) -> None:
        fill = mix(self.palette.card, self.palette.soft, 0.45 + 0.3 * self.pressed)
        shapes.panel(self.box, dp(22), fill)
        shapes.dashes(self.box, dp(22), self.palette.dashes)
        shapes.glow((self.center_x, self.center_y - dp(6)), dp(90), self.palette.camera[0], 0.28)


class EmptyDay(Painted):
    """The day that stayed empty, named and nothing more."""

    name = StringProperty("")
    radius = NumericProperty(22)
    paints = ("name", "radius")

    def __init__(self, **kwargs: object) -> None:
        self._label = Text(style="caption", tone="muted")
        super().__init__(**kwargs)
        self.add_widget(self._label)
        self._label.fbind("size", self._repaint)

    def arrange(self) -> None:
        self._label.text, self._label.most = self.name, max(0, self.width - dp(12))
        self._label.center = self.center

    def paint(self) -> None:
        shapes.panel(self.box, dp(self.radius), self.palette.field)
        shapes.dashes(self.box, dp(self.radius), self.palette.dashes)


class OpenDay(Pressable):
    """Today, open: touch it to show up."""

    def __init__(self, **kwargs: object) -> None:
        self._sun = Icon(name="wb_sunny", tone="accent", side=27, filled=True)
        self._label = Text(text=say("Today\nis open."), style="label", halign="center")
        super().__init__(**kwargs)
        self.add_widget(self._sun)
        self.add_widget(self._label)
        self._label.fbind("size", self._repaint)

    @property
    def _disc(self) -> tuple[float, float]:
        return self.center_x, self.center_y + dp(20)

    def arrange(self) -> None:
        self._sun.center = self._disc
        self._label.center = (self.center_x, self.center_y - dp(28))

    def paint(self) -> None:
        shapes.panel(self.box, dp(22), self.palette.soft)
        inner = (self.x + dp(1), self.y + dp(1), self.width - dp(2), self.height - dp(2))
        shapes.outline(inner, dp(21), self.palette.accent, 1.8, 0.75 + 0.25 * self.pressed)
        shapes.disc(self._disc, dp(25), self.palette.card)
