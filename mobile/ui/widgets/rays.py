"""Light from behind a letter: broad rays, and stars strewn around it."""

import math
from random import Random

from kivy.graphics import Color, Mesh
from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty

from mobile.ui.drawing import shapes
from mobile.ui.theme.color import rgba
from mobile.ui.widgets.painted import Painted

_RAYS, _HALF = 18, math.radians(4.2)
_STARS, _SEED = 190, 5


class Rays(Painted):
    """`clear`: boxes (left, bottom, width, height, in pixels) no star may cover."""

    centre_y = NumericProperty(0.54)
    """Of the height, from below."""
    clear = ListProperty()
    paints = ("centre_y", "clear")

    def paint(self) -> None:
        x, y = self.center_x, self.y + self.height * self.centre_y
        far = 2 * max(self.width, self.height)
        dim = 0.4 if self.palette.dark else 1
        Color(*rgba("#FFFFFF", 0.13 * dim))
        for ray in range(_RAYS):
            turns = (math.tau * ray / _RAYS + side for side in (-_HALF, _HALF))
            ends = [(x + far * math.cos(turn), y + far * math.sin(turn)) for turn in turns]
            corners = [part for point in ((x, y), *ends) for part in (*point, 0, 0)]
            Mesh(vertices=corners, indices=[0, 1, 2], mode="triangles")
        shapes.glow((x, y), dp(300), self.palette.glow, 0.85 * dim)
        self._stars(x, y)

    def _stars(self, x: float, y: float) -> None:
        dice = Random(_SEED)  # nosec B311  # noqa: S311 (strewing stars)
        for _ in range(_STARS):
            turn, far = dice.uniform(0, math.tau), dice.uniform(0.3, 0.66)
            side, tone = dp(dice.uniform(7, 19)), dice.choice(("#FFFFFF", "#FFE08A", "#FFF4D0"))
            at = (x + far * self.width * math.cos(turn), y + 0.62 * far * self.height * math.sin(turn))
            if not self._is_taken(at):
                shapes.star(at, side, tone, dice.uniform(0.6, 0.95) * (0.7 if self.palette.dark else 1))

    def _is_taken(self, at: tuple[float, float]) -> bool:
        air = dp(9)
        if not self.x + air < at[0] < self.right - air:
            return True
        return any(
            left - air < at[0] < left + width + air and low - air < at[1] < low + height + air
            for left, low, width, height in self.clear
        )
