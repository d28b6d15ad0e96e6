"""Links as QR codes, for the camera of another phone."""

from functools import lru_cache

import segno
from kivy.graphics.texture import Texture
from PIL import Image

from mobile.ui.drawing.textures import from_pillow

QUIET = 4
"""Modules of white around, without which many cameras see nothing."""


@lru_cache(maxsize=4)
def modules(text: str) -> tuple[tuple[int, ...], ...]:
    """Rows from the top, 1 for dark; as large as this text needs, readable with a seventh of it covered."""
    return tuple(tuple(row) for row in segno.make(text, error="m", micro=False, boost_error=False).matrix)


@lru_cache(maxsize=4)
def code(text: str, module: int) -> Texture:
    """The code without its quiet edge; `module` in pixels, so that every one is as large as the next."""
    rows = modules(text)
    side = len(rows)
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x, y), 0)
    return from_pillow(image.resize((side * module, side * module), Image.Resampling.NEAREST))
