"""Makes the committed fonts known to Kivy and names the icons."""

import json

from kivy.core.text import LabelBase

from mobile.ui.assets import ASSETS

_TEXT = {"Medium": "Medium", "SemiBold": "SemiBold", "Bold": "Bold", "Heavy": "ExtraBold"}
_CODEPOINTS: dict[str, int] = json.loads((ASSETS / "icons" / "codepoints.json").read_text())
UNKNOWN = "star"


def register_fonts() -> None:
    """Before the first label is made."""
    for name, weight in _TEXT.items():
        LabelBase.register(name, str(ASSETS / "fonts" / f"PlusJakartaSans-{weight}.ttf"))
    LabelBase.register("Hand", str(ASSETS / "fonts" / "Caveat-SemiBold.ttf"))
    for name, cut in (("Icons", "outline"), ("IconsFilled", "filled")):
        LabelBase.register(name, str(ASSETS / "icons" / f"MaterialSymbolsRounded-{cut}.ttf"))


def icon_glyph(name: str) -> str:
    """The character of an icon; a star for a name this version of the app does not carry."""
    return chr(_CODEPOINTS.get(name, _CODEPOINTS[UNKNOWN]))
