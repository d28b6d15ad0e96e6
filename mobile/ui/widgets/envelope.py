"""An envelope under its seal."""

from kivy.metrics import dp
from kivy.properties import BooleanProperty

from mobile.ui.drawing import envelopes, shapes
from mobile.ui.widgets.painted import Painted


class Envelope(Painted):
    """Blue, or gold."""

    gold = BooleanProperty(False)
    paints = ("gold",)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (None, None), "size": (dp(74), dp(49)), **kwargs})

    def paint(self) -> None:
        tones = envelopes.GOLD if self.gold else envelopes.BLUE
        strength = 0.28 * self.palette.shadow_strength
        shapes.shadow(self.box, self.width * 0.05, self.palette.shadow, strength, blur=12, drop=4)
        shapes.image(envelopes.texture(envelopes.closed, self.size, tones), self.box)
