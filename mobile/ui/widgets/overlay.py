"""What lies on a photo: its words, and round glass buttons."""

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout

from mobile.presenters.views import PhotoView
from mobile.ui.drawing import shapes
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text

_ON_PHOTO, _ON_HALF = 32, 17
"""Letters that fit on a photo's foot."""


def stands_on_photo(caption: str, *, on_half: bool = False) -> bool:
    """Longer words stand under the photo, where there is room for all of them."""
    return len(caption) <= (_ON_HALF if on_half else _ON_PHOTO)


class PhotoWords(Layers):
    """Caption and moment at a photo's foot, on its right half only when the photo is a duet. `room_right` in dp."""

    def __init__(
        self, *, photo: PhotoView | None, caption: str, on_half: bool, room_right: float = 20, **kwargs: object
    ) -> None:
        self._order = Clock.create_trigger(self._place, -1)
        super().__init__(**kwargs)
        self._on_half, self._room_right = on_half, room_right
        self._lines = BoxLayout(orientation="vertical", size_hint=(None, None), spacing=dp(1))
        for text, style, alpha in ((caption, "overlay", 1), (photo.when if photo else "", "overlay_small", 0.93)):
            if text:
                line = Text(text=text, style=style, tone="white", flow="cut", alpha=alpha)
                line.fbind("height", self._order)
                self._lines.add_widget(line)
        self.add_widget(self._lines)
        for name in ("pos", "size"):
            self.fbind(name, self._order)

    def _place(self, _dt: float) -> None:
        left = self.x + self.width / 2 + dp(13) if self._on_half else self.x + dp(20)
        self._lines.width = max(dp(40), self.x + self.width - dp(self._room_right) - left)
        self._lines.height = sum(line.height for line in self._lines.children) + dp(1)
        self._lines.pos = (left, self.y + dp(14))


class GlassButton(Pressable):
    """An icon on a glass disc."""

    icon = StringProperty("play_arrow")

    def __init__(self, **kwargs: object) -> None:
        self._icon = Icon(tone="white", side=25, filled=True)
        super().__init__(size_hint=(None, None), size=(dp(44), dp(44)), **kwargs)
        self._icon.name = self.icon
        self.add_widget(self._icon)

    def arrange(self) -> None:
        self._icon.center = self.center

    def paint(self) -> None:
        shapes.disc(self.center, dp(20), "#FFFFFF", 0.20 + 0.2 * self.pressed)
        shapes.ring(self.center, dp(20), "#FFFFFF", 1.2, 0.75)
