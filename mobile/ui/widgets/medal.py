"""A sign on a disc: soft for quiet things, bright for things done."""

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from mobile.ui.drawing import shapes
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Icon

_SIDE = 84


class Medal(Painted):
    icon = StringProperty("check")
    bright = BooleanProperty(False)
    side = NumericProperty(_SIDE)
    """Diameter in dp."""
    paints = ("bright",)

    def __init__(self, **kwargs: object) -> None:
        self._icon = Icon()
        super().__init__(size_hint=(None, None), **kwargs)
        self.size, self._icon.side = (dp(self.side), dp(self.side)), self.side / 2
        self._icon.name, self._icon.filled = self.icon, not self.bright
        self._icon.tone = "white" if self.bright else "accent_text"
        self.add_widget(self._icon)

    def arrange(self) -> None:
        self._icon.center = self.center

    def paint(self) -> None:
        if self.bright:
            shapes.glow(self.center, self.width * 1.05, self.palette.camera[0], 0.3)
            shapes.shadow(self.box, self.width / 2, self.palette.camera[1], 0.35, blur=22, drop=7)
            shapes.pill(self.box, self.width / 2, self.palette.camera)
        else:
            shapes.disc(self.center, self.width / 2, self.palette.soft)
