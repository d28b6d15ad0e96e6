"""The weather behind everything: a gradient from top to bottom and one soft light."""

from kivy.animation import Animation
from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty

from mobile.ui.drawing import shapes
from mobile.ui.drawing.weather import Light, weather
from mobile.ui.theme import motion
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.painted import Painted


class Scene(Painted):
    light_y = NumericProperty(210)
    """How far under the top the light hangs, in dp."""
    light_radius = NumericProperty(270)
    previous: Palette | None = ObjectProperty(None, allownone=True, rebind=False)
    turned = NumericProperty(1)
    paints = ("light_y", "light_radius", "turned")

    def turn_to(self, palette: Palette, *, slowly: bool) -> None:
        """Change the weather, at once or while one watches."""
        Animation.cancel_all(self, "turned")
        self.previous, self.palette = (self.palette if slowly else None), palette
        if slowly:
            self.turned = 0
            Animation(turned=1, d=motion.WEATHER, t="in_out_sine").start(self)
        else:
            self.turned = 1

    def paint(self) -> None:
        if self.previous and self.turned < 1:
            self._weather(self.previous, 1)
        self._weather(self.palette, self.turned)

    def _weather(self, palette: Palette, alpha: float) -> None:
        """Sky and light in one small picture: the largest thing on the screen is drawn once."""
        light = Light(self.light_y / (self.height / dp(1)), dp(self.light_radius) / self.width, palette.glow_strength)
        shapes.image(weather(palette.background, palette.glow, light, self.height / self.width), self.box, alpha)
