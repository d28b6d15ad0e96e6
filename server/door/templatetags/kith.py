"""What the door's templates need beyond Django's: an icon by the name a habit carries."""

import json
from functools import cache

from django import template
from django.conf import settings

register = template.Library()
UNKNOWN = "star"


@register.filter
def glyph(name: str) -> str:
    """The character of an icon in the app's own font; a star for a name it does not carry."""
    return chr(_codepoints().get(name, _codepoints().get(UNKNOWN, ord("★"))))


@cache
def _codepoints() -> dict[str, int]:
    listed = settings.ART / "icons" / "codepoints.json"
    return json.loads(listed.read_text()) if listed.exists() else {}
