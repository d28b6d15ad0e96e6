"""A white card with a soft shadow; children are laid out from top to bottom."""

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from mobile.ui.drawing import shapes
from mobile.ui.theme import sizes
from mobile.ui.widgets.painted import Painted


class CardBox(BoxLayout, Painted):
    radius = NumericProperty(sizes.CARD_RADIUS)
    fill = StringProperty("card")
    strength = NumericProperty(0.12)
    fill_alpha = NumericProperty(1)
    paints = ("radius", "fill", "strength", "fill_alpha")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"orientation": "vertical", **kwargs})

    def paint(self) -> None:
        if self.strength:
            strength = self.strength * self.palette.shadow_strength
            shapes.shadow(self.box, dp(self.radius), self.palette.shadow, strength, blur=30, drop=10)
        shapes.panel(self.box, dp(self.radius), getattr(self.palette, self.fill), self.fill_alpha)
