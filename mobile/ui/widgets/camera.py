"""The camera: its picture, and the button."""

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty

from mobile.ui.drawing import shapes
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon


class CameraDisc(Painted):
    """A camera on a bright disc in a pale rim: the picture of a button."""

    rim_tone = StringProperty("card")
    rim = NumericProperty(4)
    icon_side = NumericProperty(29)
    icon = StringProperty("photo_camera")

    def __init__(self, **kwargs: object) -> None:
        self._icon = Icon(name="photo_camera", tone="white", filled=True)
        super().__init__(**{"size_hint": (None, None), **kwargs})
        self.add_widget(self._icon)
        self._icon.side, self._icon.name = self.icon_side, self.icon

    def arrange(self) -> None:
        self._icon.center = self.center

    def paint(self) -> None:
        box = self.sunk
        shapes.shadow(box, box[2] / 2, self.palette.camera[1], 0.40, blur=22, drop=7)
        shapes.disc(self.center, box[2] / 2 + dp(self.rim), getattr(self.palette, self.rim_tone))
        shapes.pill(box, box[2] / 2, self.palette.camera)

    @property
    def sunk(self) -> tuple[float, float, float, float]:
        return self.box


class CameraButton(Pressable, CameraDisc):
    """The camera that can be pressed."""
