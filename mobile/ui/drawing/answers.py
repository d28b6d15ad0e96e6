"""The drawn answers: reactions, cheers and the wave, cut from one atlas."""

import json
from functools import cache

from kivy.graphics.texture import TextureRegion

from mobile.ui.assets import ASSETS
from mobile.ui.drawing import textures

_ATLAS = json.loads((ASSETS / "emoji" / "answers.json").read_text())
_FALLBACK = "heart"


@cache
def texture(kind: str) -> TextureRegion:
    """The picture of an answer; a heart for a kind this version of the app does not know."""
    cell = _ATLAS["cell"]
    column, row = _ATLAS["cells"].get(kind, _ATLAS["cells"][_FALLBACK])
    atlas = textures.picture(str(ASSETS / "emoji" / "answers.png"))
    # Kivy counts rows from the bottom.
    return atlas.get_region(column * cell, atlas.height - (row + 1) * cell, cell, cell)
