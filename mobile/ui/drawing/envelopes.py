"""Envelopes, drawn with Pillow: closed under a seal, and open, as a back and a pocket with room for a sheet between."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kivy.graphics.texture import Texture
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from mobile.ui.drawing.textures import from_pillow
from mobile.ui.theme.color import mix

Size = tuple[int, int]
Points = Sequence[tuple[float, float]]
_FINE = 3
_CORNER = 0.055
"""Of the width."""


@dataclass(frozen=True, slots=True)
class Tones:
    body: str
    flap: str
    edge: str
    """Folds, seal and shadows."""
    inside: str


BLUE = Tones("#A9C3EA", "#BBD1F1", "#4F7BC2", "#8FB0E0")
GOLD = Tones("#F6C75B", "#FBD77C", "#D9932A", "#E8AE3E")
Make = Callable[[Size, Tones], Image.Image]


def closed(size: Size, tones: Tones) -> Image.Image:
    """Under its seal; `size` in pixels."""
    paper = _Paper(size)
    paper.lay(paper.outline, tones.body)
    _pocket(paper, tones)
    flap = [(-0.01, -0.01), (0.44, 0.585), (0.5, 0.62), (0.56, 0.585), (1.01, -0.01)]
    paper.fold(flap, tones.flap, _shade(tones), strength=0.43, drop=0.014, blur=0.022)
    _seal(paper, tones)
    return paper.finished()


def back(size: Size, tones: Tones) -> Image.Image:
    """What stands behind the sheet: the inside of the envelope, darker than its outside."""
    paper = _Paper(size)
    paper.lay(paper.outline, mix(tones.inside, tones.edge, 0.35))
    return paper.finished()


def pocket(size: Size, tones: Tones) -> Image.Image:
    """What stands before the sheet: open at the top in a wide V."""
    paper = _Paper(size)
    _pocket(paper, tones)
    return paper.finished()


def texture(make: Make, size: tuple[float, float], tones: Tones) -> Texture:
    """Made to measure and kept. On the main thread only."""
    return _texture(make, (max(8, round(size[0])), max(8, round(size[1]))), tones)


@lru_cache(maxsize=16)
def _texture(make: Make, size: Size, tones: Tones) -> Texture:
    return from_pillow(make(size, tones))


class _Paper:
    """A rounded sheet, drawn three times as large. Points are shares of width and height, from the upper left."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self.width, self.height = size[0] * _FINE, size[1] * _FINE
        self._image = Image.new("RGBA", (self.width, self.height), (255, 255, 255, 0))
        self.outline = self.shape()
        box = [0, 0, self.width - 1, self.height - 1]
        ImageDraw.Draw(self.outline).rounded_rectangle(box, self.width * _CORNER, fill=255)

    def shape(self) -> Image.Image:
        return Image.new("L", (self.width, self.height), 0)

    def lay(self, shape: Image.Image, colour: str) -> None:
        layer = Image.new("RGBA", self._image.size, colour)
        layer.putalpha(shape)
        self._image.alpha_composite(layer)

    def fold(
        self, points: Points, colour: str, shade: str, *, strength: float = 0, drop: float = 0, blur: float = 0
    ) -> None:
        """A flap inside the outline; its shadow is `strength` dark, `drop` and `blur` shares of the width."""
        shape = self.shape()
        ImageDraw.Draw(shape).polygon([(x * self.width, y * self.height) for x, y in points], fill=255)
        if strength:
            moved = ImageChops.offset(shape, 0, round(drop * self.width))
            soft = moved.filter(ImageFilter.GaussianBlur(blur * self.width)).point(lambda v: int(v * strength))
            self.lay(ImageChops.multiply(soft, self.outline), shade)
        self.lay(ImageChops.multiply(shape, self.outline), colour)

    def stamp(self, points: Points, centre: tuple[float, float], radius: float, colour: str) -> None:
        """A shape around a point; its measures are shares of the width both ways."""
        shape = self.shape()
        x, y = centre[0] * self.width, centre[1] * self.height
        reach = radius * self.width
        ImageDraw.Draw(shape).polygon([(x + across * reach, y + down * reach) for across, down in points], fill=255)
        self.lay(shape, colour)

    def finished(self) -> Image.Image:
        return self._image.resize(self._size, Image.Resampling.LANCZOS)


def _shade(tones: Tones) -> str:
    return mix(tones.edge, "#140A0A", 0.45)


def _pocket(paper: _Paper, tones: Tones) -> None:
    side = mix(tones.body, tones.edge, 0.10)
    paper.fold([(-0.01, 0.02), (0.47, 0.56), (0.47, 1.01), (-0.01, 1.01)], side, "")
    paper.fold([(1.01, 0.02), (0.53, 0.56), (0.53, 1.01), (1.01, 1.01)], side, "")
    low = [(-0.01, 1.01), (0.43, 0.54), (0.5, 0.5), (0.57, 0.54), (1.01, 1.01)]
    paper.fold(low, tones.body, _shade(tones), strength=0.31, drop=-0.008, blur=0.018)


def _seal(paper: _Paper, tones: Tones) -> None:
    """Wax with an uneven rim, and a heart pressed into it."""
    centre, wax = (0.5, 0.60), mix(tones.edge, "#FFFFFF", 0.06)
    rim = [
        (1 + 0.05 * math.sin(turn * 1.7 + 1) + 0.03 * math.sin(turn * 3.1), turn / 60 * math.tau) for turn in range(60)
    ]
    paper.stamp([(far * math.cos(at), far * math.sin(at)) for far, at in rim], centre, 0.115, tones.edge)
    paper.stamp(_circle(), centre, 0.088, mix(tones.edge, "#000000", 0.10))
    paper.stamp(_circle(), (centre[0] + 0.002, centre[1] + 0.004), 0.085, wax)
    paper.stamp(_heart(), centre, 0.046, mix(tones.edge, "#FFFFFF", 0.62))


def _circle() -> Points:
    return [(math.cos(at / 60 * math.tau), math.sin(at / 60 * math.tau)) for at in range(60)]


def _heart() -> Points:
    points = []
    for step in range(80):
        at = step / 80 * math.tau
        across = math.sin(at) ** 3
        down = -(13 * math.cos(at) - 5 * math.cos(2 * at) - 2 * math.cos(3 * at) - math.cos(4 * at)) / 16
        points.append((across, down))
    return points
