"""What lies on a photo: its words, and round glass buttons."""

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout

from mobile.presenters.views import PhotoView
from mobile.ui.drawing import shapes
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text


class PhotoWords(FloatLayout):
    """Caption and moment at a photo's foot, on its right half only when the photo is a duet."""

    def __init__(self, *, photo: PhotoView | None, caption: str, on_half: bool, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._on_half = on_half
        self._lines = BoxLayout(orientation="vertical", size_hint=(None, None), spacing=dp(1))
        for text, style, alpha in ((caption, "overlay", 1), (photo.when if photo else "", "overlay_small", 0.93)):
            if text:
                line = Text(text=text, style=style, tone="white", flow="cut", alpha=alpha)
                line.fbind("height", self._place)
                self._lines.add_widget(line)
        self.add_widget(self._lines)
        for name in ("pos", "size"):
            self.fbind(name, self._place)

    def _place(self, *_: object) -> None:
        left = self.center_x + dp(16) if self._on_half else self.x + dp(20)
        self._lines.width = max(dp(40), self.right - dp(66) - left)
        self._lines.height = sum(line.height for line in self._lines.children) + dp(1)
        self._lines.pos = (left, self.y + dp(14))


class PlayButton(Pressable):
    """A glass disc in a lower corner: 0 left, 1 right."""

    icon = StringProperty("play_arrow")
    corner = NumericProperty(0)

    def __init__(self, **kwargs: object) -> None:
        self._icon = Icon(tone="white", side=25, filled=True)
        super().__init__(size_hint=(None, None), size=(dp(44), dp(44)), **kwargs)
        self._icon.name = self.icon
        self.add_widget(self._icon)
        self.fbind("center", lambda *_: setattr(self._icon, "center", self.center))
        self.fbind("parent", self._follow)

    def _follow(self, *_: object) -> None:
        if self.parent is not None:
            for name in ("pos", "size"):
                self.parent.fbind(name, self._stay)
            self._stay()

    def _stay(self, *_: object) -> None:
        if self.parent is not None:
            self.y = self.parent.y + dp(14)
            self.x = self.parent.right - dp(14) - self.width if self.corner else self.parent.x + dp(14)

    def paint(self) -> None:
        shapes.disc(self.center, dp(20), "#FFFFFF", 0.20 + 0.2 * self.pressed)
        shapes.ring(self.center, dp(20), "#FFFFFF", 1.2, 0.75)
