"""Shapes on one transparent layer, in fractions of its side: x from the middle (left is negative), y from the top."""

import math

from PIL import Image, ImageDraw

Point = tuple[float, float]
SIDE = 1024


class Brush:
    """Draws filled shapes; every measure is a fraction of the picture's side."""

    def __init__(self) -> None:
        self.image = Image.new("RGBA", (SIDE, SIDE))
        self._draw = ImageDraw.Draw(self.image)

    def oval(self, at: Point, radii: Point, fill: str) -> None:
        self._draw.ellipse(self._box(at, radii), fill=fill)

    def box(self, top_left: Point, bottom_right: Point, radius: float, fill: str) -> None:
        corners = [*self._pixel(top_left), *self._pixel(bottom_right)]
        self._draw.rounded_rectangle(corners, radius=radius * SIDE, fill=fill)

    def dome(self, at: Point, radii: Point, fill: str, *, start: float = 180, end: float = 360) -> None:
        """The part of an oval between two angles, clockwise from the right; the upper half unless told otherwise."""
        self._draw.chord(self._box(at, radii), start, end, fill=fill)

    def shape(self, points: list[Point], fill: str) -> None:
        self._draw.polygon([self._pixel(point) for point in points], fill=fill)

    def stroke(self, points: list[Point], width: float, fill: str) -> None:
        """A line with round ends and joints."""
        pixels = [self._pixel(point) for point in points]
        self._draw.line(pixels, fill=fill, width=round(width * SIDE), joint="curve")
        radius = width * SIDE / 2
        for x, y in (pixels[0], pixels[-1]):
            self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)

    def bow(self, at: Point, radii: Point, sweep: Point, width: float, fill: str) -> None:
        """An arc of an oval as a stroke, from one angle to another."""
        start, end = sweep
        steps = [start + (end - start) * step / 24 for step in range(25)]
        self.stroke([self._on_oval(at, radii, angle) for angle in steps], width, fill)

    @staticmethod
    def _on_oval(at: Point, radii: Point, angle: float) -> Point:
        turn = math.radians(angle)
        return at[0] + radii[0] * math.cos(turn), at[1] + radii[1] * math.sin(turn)

    def _pixel(self, point: Point) -> Point:
        return (0.5 + point[0]) * SIDE, point[1] * SIDE

    def _box(self, at: Point, radii: Point) -> tuple[float, float, float, float]:
        left, top = self._pixel((at[0] - radii[0], at[1] - radii[1]))
        right, bottom = self._pixel((at[0] + radii[0], at[1] + radii[1]))
        return left, top, right, bottom


def mix(first: str, second: str, share: float) -> str:
    """The colour `share` of the way from the first hex colour to the second."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
