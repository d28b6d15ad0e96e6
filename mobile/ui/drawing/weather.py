"""The ground of a screen, baked small: colours from top to bottom, and one soft light in them."""

from dataclasses import dataclass
from functools import lru_cache

from kivy.graphics.texture import Texture
from PIL import Image

from mobile.ui.drawing.textures import disc_of_light, from_pillow
from mobile.ui.theme.color import at, rgba

_WIDE = 96
"""Pixels; what is softer than that nobody sees."""


@dataclass(frozen=True, slots=True)
class Light:
    """Where it hangs, under the top, as a share of the height; its radius as a share of the width; how strong."""

    below: float
    radius: float
    strength: float


@lru_cache(maxsize=16)
def weather(stops: tuple[str, ...], colour: str, light: Light, tall: float) -> Texture:
    """`tall`: the height of the ground as a multiple of its width."""
    height = max(2, round(_WIDE * tall))
    column = Image.new("RGB", (1, height))
    column.putdata([_bytes(at(stops, y / (height - 1))) for y in range(height)])
    sky = column.resize((_WIDE, height))
    side = max(2, round(2 * light.radius * _WIDE))
    glow = disc_of_light(side).point([round(step * light.strength) for step in range(256)])
    middle = (_WIDE // 2 - side // 2, round(light.below * height) - side // 2)
    sky.paste(Image.new("RGB", glow.size, _bytes(colour)), middle, glow)
    texture = from_pillow(sky)
    texture.wrap = "clamp_to_edge"
    return texture


def _bytes(colour: str) -> tuple[int, int, int]:
    red, green, blue = (round(255 * part) for part in rgba(colour)[:3])
    return red, green, blue
