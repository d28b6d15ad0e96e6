"""Makes a picture fit to be searched for a code: upright, grey, and no larger than codes need."""

from pathlib import Path

from PIL import Image

from mobile.device.photo_prep import opened, upright

SIDES = (1000, 2000)
"""Longest sides in pixels, tried one after the other: a code held close is found small, one far away only large."""


def greys(picture: Path) -> list[Image.Image]:
    """The picture in shades of grey, once for each side it is large enough for. Raises Refused with a photo code."""
    with opened(picture) as image:
        large = upright(image, longest=SIDES[-1]).convert("L")
    small = large.copy()
    small.thumbnail((SIDES[0], SIDES[0]), Image.Resampling.LANCZOS)
    return [small] if small.size == large.size else [small, large]
