"""The letter that nobody read turns into light. A touch ends it; with less motion it only fades."""

from collections.abc import Callable

from kivy.animation import Animation
from kivy.graphics import PopMatrix, PushMatrix, Rotate, Translate
from kivy.graphics.texture import Texture
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import NumericProperty

from mobile.ui.drawing import envelopes, shapes
from mobile.ui.drawing.embers import Embers, Spark
from mobile.ui.widgets.painted import Painted

_SECONDS, _FADE = 3.2, 0.8
_WIDTH, _RATIO, _TILT = 252, 0.655, -7
"""Width in dp; the envelope leans a little."""
_PLACE = 0.505
"""Of the height, from below: over the upper edge of the card."""
_LIFE = 0.42
"""How much of the burning a spark lives through."""
_TONES = ("#FFC24D", "#FFB24D", "#FFF4D0", "#FF8F45", "#FFFFFF")


class Burning(Painted):
    gone = NumericProperty(0)
    """0 whole, 1 nothing left."""
    paints = ("gone",)

    def __init__(self, *, calm: bool, on_end: Callable[[], object], **kwargs: object) -> None:
        self.calm, self._on_end = calm, on_end
        self._size = (round(dp(_WIDTH)), round(dp(_WIDTH * _RATIO)))
        self._embers = Embers(self._size)
        self._texture: Texture | None = None
        super().__init__(**{"pos_hint": {"x": 0, "y": 0}, **kwargs})

    def play(self) -> None:
        turn = Animation(d=0.35) + Animation(gone=1, d=_FADE if self.calm else _SECONDS, t="in_out_sine")
        turn.bind(on_complete=lambda *_: self.end())
        turn.start(self)

    def end(self) -> None:
        Animation.cancel_all(self)
        if self.parent is not None:
            self.parent.remove_widget(self)
            self._on_end()

    def on_touch_down(self, _touch: MotionEvent) -> bool:
        self.end()
        return True

    @property
    def _corner(self) -> tuple[float, float]:
        """Lower left of the envelope, before it leans."""
        return self.center_x - dp(18) - self._size[0] / 2, self.y + self.height * _PLACE - self._size[1] / 2

    def paint(self) -> None:
        left, low = self._corner
        middle = (left + self._size[0] / 2, low + self._size[1] / 2)
        lit = 0 if self.calm else min(1.0, 6 * self.gone) * min(1.0, 4 * (1 - self.gone))
        shapes.glow((middle[0] + dp(20), middle[1] + dp(10)), dp(170), "#FFB060", 0.75 * lit)
        shapes.glow((middle[0] + dp(24), middle[1] + dp(16)), dp(90), "#FFF0C0", 0.6 * lit)
        PushMatrix()
        Translate(*middle)
        Rotate(angle=_TILT, origin=(0, 0))
        self._paper((-self._size[0] / 2, -self._size[1] / 2, *self._size))
        PopMatrix()
        if not self.calm:
            for number, spark in enumerate(self._embers.sparks):
                self._spark(spark, _TONES[number % len(_TONES)])

    def _paper(self, box: shapes.Box) -> None:
        whole = 1 - self.gone
        strength = 0.3 * max(0.0, 1 - 2.4 * self.gone)
        shapes.shadow(box, dp(14), self.palette.shadow, strength, blur=26, drop=10)
        if self.calm:
            shapes.image(envelopes.texture(envelopes.closed, self._size, envelopes.BLUE), box, whole)
            return
        if self._texture is None:
            self._texture = Texture.create(size=self._size, colorfmt="rgba")
        self._texture.blit_buffer(self._embers.frame(self.gone), colorfmt="rgba", bufferfmt="ubyte")
        shapes.image(self._texture, box)

    def _spark(self, spark: Spark, tone: str) -> None:
        age = (self.gone * 1.22 - spark.born - 0.16) / _LIFE
        if not 0 < age < 1:
            return
        left, low = self._corner
        x = left + spark.x * self._size[0] + dp(110) * spark.drift * age
        y = low + (1 - spark.y) * self._size[1] + dp(120) * spark.rise * age
        strength, side = min(1.0, 5 * age) * (1 - age) ** 0.8, dp(spark.size) * (1 - 0.5 * age)
        if spark.star:
            shapes.star((x, y), side * 4.6, tone, strength)
        else:
            shapes.glow((x, y), side * 2.6, tone, 0.55 * strength)
            shapes.disc((x, y), side * 0.6, tone, strength)
