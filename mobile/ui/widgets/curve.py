"""A curve that grows from left to right, with what lies under it, and a dot where it stands today."""

from kivy.metrics import dp
from kivy.properties import ListProperty

from mobile.ui.drawing import shapes
from mobile.ui.widgets.painted import Painted

_EDGE = 8
"""dp kept free around, so that the dot is whole."""


class Curve(Painted):
    values = ListProperty()
    """0..1, at even steps."""
    paints = ("values",)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (1, None), "height": dp(118), **kwargs})

    def points(self) -> list[tuple[float, float]]:
        """Where the values lie, in pixels."""
        left, foot = self.x, self.y + dp(_EDGE)
        width, tall = self.width - dp(_EDGE), self.height - 2 * dp(_EDGE)
        last = max(1, len(self.values) - 1)
        return [(left + width * n / last, foot + tall * value) for n, value in enumerate(self.values)]

    def paint(self) -> None:
        foot, tall = self.y + dp(_EDGE), self.height - 2 * dp(_EDGE)
        for share in (0, 0.5, 1):
            y = foot + tall * share
            shapes.curve([(self.x, y), (self.right, y)], self.palette.line, 1, 0.8)
        points = self.points()
        if len(points) < 2:
            return
        shapes.under(points, foot, self.palette.dot, 0.36)
        shapes.curve(points, self.palette.dot, 3)
        shapes.disc(points[-1], dp(7.5), self.palette.card)
        shapes.disc(points[-1], dp(5.5), self.palette.accent_text)
