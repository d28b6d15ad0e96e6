"""Soft shadows, baked: the four corners keep their form, what lies between them is stretched."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kivy.graphics.texture import Texture
from PIL import Image, ImageDraw, ImageFilter

from mobile.ui.drawing.textures import from_pillow

Box = tuple[float, float, float, float]
_COARSE = 4
"""Pixels of the screen that share one of a shadow's: it has no sharp edge to lose."""


@dataclass(frozen=True, slots=True)
class Cast:
    """`reach`: how far it spreads beyond what throws it; `edge` and `shown_edge`: the width of what is not stretched,
    in pixels of the texture and of the screen."""

    texture: Texture
    reach: float
    edge: float
    shown_edge: float


def cast(width: float, height: float, radius: float, blur: float) -> Cast:
    """All in pixels of the screen. Forms that differ only in a middle that can be stretched share one texture."""
    reach = blur
    corner = radius + 2 * reach
    grain = max(1.0, min(_COARSE, blur / 4))
    least = 2 * corner + grain
    size = tuple(round(min(side + 2 * reach, least) / grain) for side in (width, height))
    texture = _baked((size[0], size[1]), round(radius / grain), round(reach / grain), blur / 2 / grain)
    shown_edge = min(corner, (width + 2 * reach) / 2, (height + 2 * reach) / 2)
    return Cast(texture, reach, min(shown_edge / grain, min(size) / 2), shown_edge)


def ring(cast: Cast, box: Box, hidden: Box) -> tuple[list[float], list[int]]:
    """Vertices (x, y, u, v) and indices of the shadow of `box` (left, low, width, height), but for what lies within
    `hidden` (left, low, right, top)."""
    left, low = box[0] - cast.reach, box[1] - cast.reach
    across = _Strip(left, box[2] + 2 * cast.reach, cast.shown_edge, cast.edge, cast.texture.width)
    along = _Strip(low, box[3] + 2 * cast.reach, cast.shown_edge, cast.edge, cast.texture.height)
    columns, rows = across.cuts(hidden[0], hidden[2]), along.cuts(hidden[1], hidden[3])
    vertices = [part for y in rows for x in columns for part in (x, y, across.share(x), along.share(y))]
    indices: list[int] = []
    for row, (foot, top) in enumerate(pairwise(rows)):
        for column, (first, last) in enumerate(pairwise(columns)):
            if hidden[0] <= first and last <= hidden[2] and hidden[1] <= foot and top <= hidden[3]:
                continue
            corner = row * len(columns) + column
            above = corner + len(columns)
            indices += (corner, corner + 1, above + 1, corner, above + 1, above)
    return vertices, indices


@dataclass(frozen=True, slots=True)
class _Strip:
    """One side of a shadow on the screen and on its texture: an edge, a middle that is stretched, an edge."""

    start: float
    length: float
    shown_edge: float
    edge: float
    pixels: int

    def cuts(self, first: float, last: float) -> list[float]:
        """Where its parts meet, and where what is hidden begins and ends."""
        end = self.start + self.length
        places = {self.start, self.start + self.shown_edge, end - self.shown_edge, end, first, last}
        return sorted(place for place in places if self.start <= place <= end)

    def share(self, place: float) -> float:
        """Of the texture, from 0 to 1."""
        here = place - self.start
        if here <= self.shown_edge:
            return here / self.shown_edge * self.edge / self.pixels
        if here >= self.length - self.shown_edge:
            return 1 - (self.length - here) / self.shown_edge * self.edge / self.pixels
        middle = (here - self.shown_edge) / (self.length - 2 * self.shown_edge)
        return (self.edge + middle * (self.pixels - 2 * self.edge)) / self.pixels


@lru_cache(maxsize=128)
def _baked(size: tuple[int, int], radius: int, reach: int, softness: float) -> Texture:
    mask = Image.new("L", size)
    box = (reach, reach, max(reach, size[0] - reach - 1), max(reach, size[1] - reach - 1))
    ImageDraw.Draw(mask).rounded_rectangle(box, radius=radius, fill=255)
    white = Image.new("RGBA", size, (255, 255, 255, 0))
    white.putalpha(mask.filter(ImageFilter.GaussianBlur(softness)))
    return from_pillow(white)
