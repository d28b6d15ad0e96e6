"""Pillow's part: cover-crop, grade, darken under words, round the corners. Runs on worker threads."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from mobile.store import cache
from mobile.ui.photos.spec import Grade, PhotoSpec

_BOTTOM, _TOP = 184, 100
"""Strongest darkness of the scrims, of 255."""
_FINE = 3


def render(spec: PhotoSpec) -> bytes:
    """The finished picture as RGBA rows, the lowest first. Raises OSError for an unreadable file."""
    picture = _duet(spec) if len(spec.paths) == 2 else _cover(Path(spec.paths[0]), spec.size, spec)
    if len(spec.paths) == 1:
        _darken(picture, spec)
    picture.putalpha(_mask(spec.size, spec.radius))
    return picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).tobytes()


def _duet(spec: PhotoSpec) -> Image.Image:
    width, height = spec.size
    half = (width - spec.divider) // 2
    picture = Image.new("RGB", spec.size, "#FFFFFF")
    picture.paste(_cover(Path(spec.paths[0]), (half, height), spec), (0, 0))
    right = half + spec.divider
    picture.paste(_cover(Path(spec.paths[1]), (width - right, height), spec), (right, 0))
    divider = picture.crop((half, 0, right, height))
    _darken(picture, spec)
    picture.paste(divider, (half, 0), _fading(divider.size, spec.bottom_scrim))
    return picture


def _cover(path: Path, size: tuple[int, int], spec: PhotoSpec) -> Image.Image:
    cache.seen(path)
    with Image.open(path) as opened:
        # Lets the JPEG decoder skip what would be thrown away.
        opened.draft("RGB", (size[0] * 2, size[1] * 2))
        upright = ImageOps.exif_transpose(opened).convert("RGB")
    fitted = ImageOps.fit(upright, size, Image.Resampling.LANCZOS, centering=spec.focus)
    return _graded(fitted, spec.grade)


def _graded(picture: Image.Image, grade: Grade) -> Image.Image:
    if grade is Grade.COLD:
        tones = ImageOps.colorize(ImageOps.grayscale(picture), "#1A2C4E", "#EEF4FF", "#7F9ECB")
        return Image.blend(picture, tones, 0.72)
    if grade is Grade.FAR:
        return Image.blend(picture, Image.new("RGB", picture.size, "#FFF1E2"), 0.38)
    return picture


def _darken(picture: Image.Image, spec: PhotoSpec) -> None:
    height = picture.height
    column = Image.new("L", (1, height))
    for y in range(height):
        place = y / height
        low = max(0.0, (place - 1 + spec.bottom_scrim) / spec.bottom_scrim) if spec.bottom_scrim else 0.0
        high = max(0.0, 1 - place / spec.top_scrim) if spec.top_scrim else 0.0
        column.putpixel((0, y), round(max(_BOTTOM * low * low * (3 - 2 * low), _TOP * high * high)))
    picture.paste(Image.new("RGB", picture.size, spec.scrim), (0, 0), column.resize(picture.size))


def _fading(size: tuple[int, int], bottom_scrim: float) -> Image.Image:
    """The divider ends where the words begin."""
    mask = Image.new("L", size, 255)
    if bottom_scrim:
        end = size[1] * (1 - bottom_scrim * 0.92)
        for y in range(size[1]):
            mask.paste(max(0, min(255, round(255 * ((end - y) / (size[1] * 0.1) + 1)))), (0, y, size[0], y + 1))
    return mask


def _mask(size: tuple[int, int], radius: int) -> Image.Image:
    mask = Image.new("L", (size[0] * _FINE, size[1] * _FINE))
    box = [0, 0, size[0] * _FINE - 1, size[1] * _FINE - 1]
    ImageDraw.Draw(mask).rounded_rectangle(box, radius=radius * _FINE, fill=255)
    return mask.resize(size, Image.Resampling.LANCZOS)
