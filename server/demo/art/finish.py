"""The last step of every picture: shrink, darken the corners a little, and give the paper its grain."""

import random

from PIL import Image, ImageChops

from .canvas import HEIGHT, WIDTH, Canvas

GRAIN = 4  # levels of 255: felt more than seen
TILE = 360
CORNERS = 0.26
SHADE = (24, 18, 30)


def scale_for(size: tuple[int, int], oversample: float) -> float:
    """Return pixels per unit so that the picture covers `size` with `oversample` times the pixels it needs."""
    return max(size[0] / WIDTH, size[1] / HEIGHT) * oversample


def finish(canvas: Canvas, size: tuple[int, int], seed: int) -> Image.Image:
    """Return the finished picture, exactly `size` pixels, cut from the middle if the shape differs."""
    image = _cut(canvas.image, size).resize(size, Image.Resampling.BOX)
    image.paste(SHADE, (0, 0, *size), _corners(size))
    return ImageChops.add(image, _grain(size, seed), scale=1, offset=-(GRAIN // 2))


def _cut(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    ratio = min(image.width / size[0], image.height / size[1])
    width, height = round(size[0] * ratio), round(size[1] * ratio)
    left, top = (image.width - width) // 2, (image.height - height) // 2
    return image.crop((left, top, left + width, top + height))


def _corners(size: tuple[int, int]) -> Image.Image:
    curve = [round(255 * CORNERS * max(0.0, (v - 118) / 137) ** 1.6) for v in range(256)]
    return Image.radial_gradient("L").point(curve).resize(size, Image.Resampling.BILINEAR)


def _grain(size: tuple[int, int], seed: int) -> Image.Image:
    tile = Image.frombytes("L", (TILE, TILE), random.Random(seed).randbytes(TILE * TILE))
    tile = tile.point([v * (GRAIN + 1) // 256 for v in range(256)])
    sheet = Image.new("L", size)
    for top in range(0, size[1], TILE):
        for left in range(0, size[0], TILE):
            sheet.paste(tile, (left, top))
    return Image.merge("RGB", (sheet, sheet, sheet))
