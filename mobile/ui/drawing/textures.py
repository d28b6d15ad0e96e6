"""Textures made once and kept: gradients, the soft glow, pictures with mipmaps."""

import math
from functools import cache, lru_cache

from kivy.graphics.texture import Texture
from PIL import Image, ImageDraw, PngImagePlugin

from mobile.ui.theme.color import at, rgba

_STEPS = 128


def from_pillow(image: Image.Image) -> Texture:
    """A texture of the picture, the right way up. On the main thread only."""
    flipped = image.convert("RGBA").transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    return from_bytes(flipped.size, flipped.tobytes())


def from_bytes(size: tuple[int, int], pixels: bytes) -> Texture:
    """A texture of RGBA rows, the lowest first. On the main thread only."""
    texture = Texture.create(size=size, colorfmt="rgba")
    texture.blit_buffer(pixels, colorfmt="rgba", bufferfmt="ubyte")
    return texture


@cache
def gradient(stops: tuple[str, ...]) -> Texture:
    """A column of colours, the first on top."""
    pixels = bytearray()
    for step in reversed(range(_STEPS)):
        pixels += bytes(round(255 * part) for part in rgba(at(stops, step / (_STEPS - 1))))
    texture = from_bytes((1, _STEPS), bytes(pixels))
    texture.wrap = "clamp_to_edge"
    return texture


@cache
def glow() -> Texture:
    """A white disc that fades to nothing."""
    disc = Image.new("RGBA", (_STEPS, _STEPS), (255, 255, 255, 0))
    disc.putalpha(disc_of_light(_STEPS))
    return from_pillow(disc)


def disc_of_light(side: int) -> Image.Image:
    """How bright it is: whole in the middle, nothing at the edges."""
    # Pillow's is black in the middle and white in the corners only.
    far = Image.radial_gradient("L").resize((side, side))
    return far.point([_glowing(min(1.0, step / 255 * math.sqrt(2))) for step in range(256)])


def _glowing(distance: float) -> int:
    return round(255 * (1 - distance) ** 2 * (1 + 2 * distance))


@cache
def star() -> Texture:
    """A white four-pointed star."""
    side = 256
    points = []
    for step in range(160):
        turn = step / 160 * math.tau
        x, y = (math.copysign(abs(part(turn)) ** 3, part(turn)) for part in (math.cos, math.sin))
        points.append((side / 2 * (1 + 0.95 * x), side / 2 * (1 + 0.95 * y)))
    shape = Image.new("L", (side, side), 0)
    ImageDraw.Draw(shape).polygon(points, fill=255)
    white = Image.new("RGBA", (64, 64), (255, 255, 255, 0))
    white.putalpha(shape.resize((64, 64), Image.Resampling.LANCZOS))
    return from_pillow(white)


@lru_cache(maxsize=64)
def picture(path: str, height: int) -> Texture:
    """A committed PNG made `height` pixels high, or left as it is where that is less: what is shown is what is sent."""
    return from_pillow(fitted(opened(path), height))


def opened(path: str) -> Image.Image:
    """A committed PNG. Opened by its own class: the general door first reads a dozen other formats' modules."""
    with PngImagePlugin.PngImageFile(path) as drawn:
        return drawn.convert("RGBA")


def fitted(image: Image.Image, height: int) -> Image.Image:
    if height >= image.height:
        return image
    width = max(1, round(image.width * height / image.height))
    return image.resize((width, max(1, height)), Image.Resampling.LANCZOS)


@cache
def fade() -> Texture:
    """A white column that is whole on top and gone at the foot."""
    rows = b"".join(bytes((255, 255, 255, round(255 * step / (_STEPS - 1)))) for step in range(_STEPS))
    texture = from_bytes((1, _STEPS), rows)
    texture.wrap = "clamp_to_edge"
    return texture
