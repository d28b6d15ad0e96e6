"""The drawn answers: reactions, cheers and the wave, cut from one atlas."""

import json
from functools import cache, lru_cache

from kivy.graphics.texture import Texture
from PIL import Image

from mobile.ui.assets import ASSETS
from mobile.ui.drawing import textures

_ATLAS = json.loads((ASSETS / "emoji" / "answers.json").read_text())
_FALLBACK = "heart"


@cache
def _atlas() -> Image.Image:
    return textures.opened(str(ASSETS / "emoji" / "answers.png"))


@lru_cache(maxsize=64)
def texture(kind: str, side: int) -> Texture:
    """The picture of an answer, `side` pixels wide and high; a heart for a kind this version does not know."""
    cell = _ATLAS["cell"]
    column, row = _ATLAS["cells"].get(kind, _ATLAS["cells"][_FALLBACK])
    left, top = column * cell, row * cell
    drawn = _atlas().crop((left, top, left + cell, top + cell))
    return textures.from_pillow(textures.fitted(drawn, side))
