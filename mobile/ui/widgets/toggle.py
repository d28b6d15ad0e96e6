"""On or off: where the disc lies says it as well as the colour."""

from kivy.metrics import dp
from kivy.properties import BooleanProperty

from mobile.ui.drawing import shapes
from mobile.ui.widgets.painted import Painted

_WIDE, _HIGH, _RIM = 50, 30, 3.5


class OnOff(Painted):
    """Only shows how something stands: the row around it is what a finger touches."""

    on = BooleanProperty(False)
    paints = ("on",)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(size_hint=(None, None), size=(dp(_WIDE), dp(_HIGH)), **kwargs)

    def paint(self) -> None:
        radius = self.height / 2
        if self.on:
            shapes.pill(self.box, radius, self.palette.button)
        else:
            shapes.panel(self.box, radius, self.palette.field)
            shapes.outline(self.box, radius, self.palette.muted, dp(0.9))
        side = self.right - radius if self.on else self.x + radius
        shapes.disc((side, self.center_y), radius - dp(_RIM), "#FFFFFF" if self.on else self.palette.muted)
