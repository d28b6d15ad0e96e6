"""The invitation as one picture: a photo of mine on the left, on the right the half that is still empty."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from mobile.device.photo_prep import as_jpeg as encoded
from mobile.device.photo_prep import opened, upright
from mobile.files import write_whole

SIZE = (1080, 1350)
FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
_MARGIN, _GAP, _RADIUS, _INSET = 44, 32, 60, 46
_FINE = 2
"""Drawn this much larger, so that edges come out smooth."""
_GROUND, _CREAM, _DASHES, _INK, _ACCENT, _CHIP = "#FFF1E2", "#FFF8EF", "#F0A878", "#2A1A12", "#C93A17", "#FFFFFF"

Box = tuple[int, int, int, int]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class HalfWords:
    """What stands on it. A line break breaks the line."""

    chip: str
    """On the photo: Day 1."""
    promise: str
    question: str


def draw_empty_half(photo: str | Path, target: Path, words: HalfWords) -> None:
    """Write the picture to `target`. Raises Refused with a photo code for a photo that cannot be read."""
    half = (SIZE[0] - 2 * _MARGIN - _GAP) // 2
    left = (_MARGIN, _MARGIN, _MARGIN + half, SIZE[1] - _MARGIN)
    right = (SIZE[0] - _MARGIN - half, _MARGIN, SIZE[0] - _MARGIN, SIZE[1] - _MARGIN)
    picture = Image.new("RGB", SIZE, _GROUND)
    _lay_photo(picture, Path(photo), left)
    _lay_frame(picture, right)
    _write_words(picture, left, right, words)
    write_whole(encoded(picture)[0], target)


def _lay_photo(picture: Image.Image, photo: Path, box: Box) -> None:
    size = (box[2] - box[0], box[3] - box[1])
    with opened(photo) as image:
        fitted = ImageOps.fit(upright(image), size, Image.Resampling.LANCZOS, centering=(0.5, 0.6))
    picture.paste(fitted, box[:2], _rounded(size))


def _lay_frame(picture: Image.Image, box: Box) -> None:
    size = (box[2] - box[0], box[3] - box[1])
    picture.paste(Image.new("RGB", size, _CREAM), box[:2], _rounded(size))
    line = Image.new("L", (size[0] * _FINE, size[1] * _FINE))
    pen = ImageDraw.Draw(line)
    for dash in _dashes(size, radius=_RADIUS - 2, inset=2):
        pen.line([(x * _FINE, y * _FINE) for x, y in dash], fill=255, width=5 * _FINE, joint="curve")
    picture.paste(Image.new("RGB", size, _DASHES), box[:2], line.resize(size, Image.Resampling.LANCZOS))


def _write_words(picture: Image.Image, left: Box, right: Box, words: HalfWords) -> None:
    pen = ImageDraw.Draw(picture)
    bold, chip = _font("ExtraBold", 62), _font("Bold", 36)
    x, most = right[0] + _INSET, right[2] - right[0] - 2 * _INSET
    pen.multiline_text((x, right[1] + 64), words.promise, _INK, _fitting(words.promise, bold, most), spacing=14)
    question = _fitting(words.question, bold, most)
    pen.multiline_text((x, right[3] - 64), words.question, _ACCENT, question, anchor="ld", spacing=14)
    wide = chip.getlength(words.chip)
    at = (left[0] + 30, left[1] + 30)
    pen.rounded_rectangle((*at, at[0] + wide + 56, at[1] + 72), radius=36, fill=_CHIP)
    pen.text((at[0] + 28, at[1] + 36), words.chip, _INK, chip, anchor="lm")


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"PlusJakartaSans-{weight}.ttf"), size)


def _fitting(words: str, font: ImageFont.FreeTypeFont, most: int) -> ImageFont.FreeTypeFont:
    """The same face, as small as the longest line needs."""
    widest = max(font.getlength(line) for line in words.split("\n"))
    return font if widest <= most else font.font_variant(size=math.floor(font.size * most / widest))


def _rounded(size: tuple[int, int]) -> Image.Image:
    mask = Image.new("L", (size[0] * _FINE, size[1] * _FINE))
    box = (0, 0, mask.width - 1, mask.height - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, radius=_RADIUS * _FINE, fill=255)
    return mask.resize(size, Image.Resampling.LANCZOS)


def _dashes(size: tuple[int, int], *, radius: int, inset: int) -> Iterator[Sequence[Point]]:
    """A rounded frame cut into dashes that close evenly: each a line of points two pixels apart."""
    way = list(_around(size, radius, inset))
    lengths = [math.dist(a, b) for a, b in zip(way, [*way[1:], way[0]], strict=True)]
    count = round(sum(lengths) / 42)
    period, walked = sum(lengths) / count, 0.0
    dash: list[Point] = []
    for point, length in zip(way, lengths, strict=True):
        if walked % period < period * 0.55:
            dash.append(point)
        elif dash:
            yield dash
            dash = []
        walked += length
    if dash:
        yield dash


def _around(size: tuple[int, int], radius: int, inset: int) -> Iterator[Point]:
    """Clockwise from the upper left, in steps of two pixels."""
    low, right, bottom = float(inset), size[0] - 1.0 - inset, size[1] - 1.0 - inset
    corners = (
        (right - radius, low + radius, -90), (right - radius, bottom - radius, 0),
        (low + radius, bottom - radius, 90), (low + radius, low + radius, 180),
    )  # fmt: skip
    start = (low + radius, low)
    for x, y, angle in corners:
        first = (x + radius * math.cos(math.radians(angle)), y + radius * math.sin(math.radians(angle)))
        yield from _straight(start, first)
        for step in range(0, 90, 2):
            turned = math.radians(angle + step)
            yield x + radius * math.cos(turned), y + radius * math.sin(turned)
        start = (x + radius * math.cos(math.radians(angle + 90)), y + radius * math.sin(math.radians(angle + 90)))


def _straight(start: Point, end: Point) -> Iterator[Point]:
    steps = max(1, round(math.dist(start, end) / 2))
    for step in range(steps):
        share = step / steps
        yield start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
