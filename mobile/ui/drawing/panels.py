"""Shapes Kivy cannot draw smoothly, made with Pillow: rounded masks, gradient pills, dashed panels."""

import math
from functools import lru_cache
from itertools import pairwise

from kivy.graphics.texture import Texture
from PIL import Image, ImageDraw

from mobile.ui.drawing.textures import from_pillow
from mobile.ui.theme.color import mix

_FINE = 3
_EDGE = 0.3
"""Where a pill's bright edge has become the band its label lies on."""


def rounded_mask(size: tuple[int, int], radius: float) -> Image.Image:
    """White inside a rounded rectangle; `size` and `radius` in pixels."""
    mask = Image.new("L", (size[0] * _FINE, size[1] * _FINE))
    box = [0, 0, size[0] * _FINE - 1, size[1] * _FINE - 1]
    ImageDraw.Draw(mask).rounded_rectangle(box, radius=min(radius, min(size) / 2) * _FINE, fill=255)
    return mask.resize(size, Image.Resampling.LANCZOS)


@lru_cache(maxsize=128)
def corners(radius: int) -> Texture:
    """A white disc of this radius in pixels: a panel's four corners, once its middle is stretched."""
    side = max(2, 2 * radius)
    white = Image.new("RGBA", (side, side), (255, 255, 255, 255))
    if radius:
        white.putalpha(rounded_mask((side, side), radius))
    return from_pillow(white)


@lru_cache(maxsize=64)
def pill(size: tuple[int, int], radius: float, stops: tuple[str, ...]) -> Texture:
    """A rounded gradient. Three stops: the first fades into the second over the upper edge."""
    column = Image.new("RGB", (1, size[1]))
    for y in range(size[1]):
        column.putpixel((0, y), _pixel(_pill_colour(stops, y / max(1, size[1] - 1))))
    image = column.resize(size)
    image.putalpha(rounded_mask(size, radius))
    return from_pillow(image)


def _pill_colour(stops: tuple[str, ...], place: float) -> str:
    if len(stops) == 2:
        return mix(stops[0], stops[1], place)
    edge, band, foot = stops
    if place < _EDGE:
        share = place / _EDGE
        return mix(edge, band, share * (2 - share))
    return mix(band, foot, (place - _EDGE) / (1 - _EDGE))


def _pixel(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


@lru_cache(maxsize=32)
def dashed_frame(size: tuple[int, int], radius: float, width: float, dash: tuple[float, float]) -> Texture:
    """A white dashed outline that closes evenly; all measures in pixels."""
    image = Image.new("L", (size[0] * 2, size[1] * 2))
    draw = ImageDraw.Draw(image)
    points = _outline(size[0] * 2, size[1] * 2, radius * 2, width)
    lengths = [0.0]
    for first, second in pairwise(points):
        lengths.append(lengths[-1] + math.dist(first, second))
    period = lengths[-1] / max(1, round(lengths[-1] / (2 * sum(dash))))
    for (x, y), length in zip(points, lengths, strict=True):
        if (length % period) / period < dash[0] / sum(dash):
            draw.ellipse((x - width, y - width, x + width, y + width), fill=255)
    frame = Image.new("RGBA", size, (255, 255, 255, 0))
    frame.putalpha(image.resize(size, Image.Resampling.LANCZOS))
    return from_pillow(frame)


def _outline(width: float, height: float, radius: float, inset: float) -> list[tuple[float, float]]:
    corners = [(width - radius, radius, -90), (width - radius, height - radius, 0), (radius, height - radius, 90)]
    corners.append((radius, radius, 180))
    knots = []
    for x, y, start in corners:
        for step in range(31):
            turn = math.radians(start + 3 * step)
            knots.append((x + (radius - inset) * math.cos(turn), y + (radius - inset) * math.sin(turn)))
    knots.append(knots[0])
    points = []
    for first, second in pairwise(knots):
        steps = max(1, round(math.dist(first, second) / 2))
        points += [_between(first, second, step / steps) for step in range(steps)]
    return points


def _between(first: tuple[float, float], second: tuple[float, float], share: float) -> tuple[float, float]:
    return first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share
