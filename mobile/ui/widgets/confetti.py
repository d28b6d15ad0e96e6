"""Paper in the air around the faces on a day that is in: strewn alike every time, clear of faces and words."""

import math
from random import Random

from kivy.graphics import Color, PopMatrix, PushMatrix, Rotate, SmoothRoundedRectangle, Translate
from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty

from mobile.ui.theme.color import rgba
from mobile.ui.widgets.painted import Painted

_TONES = ("#FF5E3A", "#FFB02E", "#FF7EA8", "#7C6CF0", "#35B98A")
_PIECES = 76
_SEED = 23


class Confetti(Painted):
    """`clear` holds boxes (left, bottom, right, top, in pixels from this widget's corner) that stay free."""

    clear = ListProperty()
    shown = NumericProperty(0)
    paints = ("clear", "shown")

    def paint(self) -> None:
        if not self.shown:
            return
        dice = Random(_SEED)  # nosec B311  # noqa: S311 (strewing paper, not keeping secrets)
        for _ in range(_PIECES):
            at = (dice.uniform(0.015, 0.985) * self.width, dice.uniform(0.04, 1.02) * self.height)
            size = (dp(dice.uniform(5, 8.5)), dp(dice.uniform(3, 4.6)))
            turn, tone, strength = dice.uniform(0, 180), dice.choice(_TONES), dice.uniform(0.5, 0.95)
            if not self._is_taken(at):
                self._piece(at, size, turn, rgba(tone, strength * self.shown * (0.75 if self.palette.dark else 1)))

    def _is_taken(self, at: tuple[float, float]) -> bool:
        x, y = at
        return any(left < x < right and bottom < y < top for left, bottom, right, top in self.clear)

    def _piece(
        self, at: tuple[float, float], size: tuple[float, float], turn: float, colour: tuple[float, ...]
    ) -> None:
        PushMatrix()
        Translate(self.x + at[0], self.y + at[1])
        Rotate(angle=turn, origin=(0, 0))
        Color(*colour)
        SmoothRoundedRectangle(pos=(-size[0] / 2, -size[1] / 2), size=size, radius=[math.ceil(size[1] * 0.3)])
        PopMatrix()
