"""One uploaded photo -> two small upright sRGB pictures without metadata. Pixels are counted before decoding."""

import io
from typing import BinaryIO

from PIL import Image, ImageCms
from PIL.Image import Resampling, Transpose

from server.media import formats
from server.media.renderings import LARGE, SMALL, Rendering
from shared import limits
from shared.codes import Code, Refused

QUALITY = 82
_ORIENTATION_TAG = 0x0112
_TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
_PIXELS_MAX = {"WEBP": limits.PHOTO_PIXELS_WEBP_MAX}
_ALPHA = ("RGBA", "LA")
_DEEP_GREY = ("I", "I;16", "I;16B", "I;16L", "I;16N", "F")


def render(file: BinaryIO) -> Rendering:
    """Raises Refused: photo_unsupported, photo_not_an_image, photo_too_many_pixels or photo_truncated.

    A file that begins like a photo and can't be read to its end counts as truncated.
    """
    large = _decoded(_opened(file, formats.recognise(file)))
    small = large.copy()
    small.thumbnail((SMALL, SMALL), Resampling.LANCZOS, reducing_gap=2.0)
    return Rendering({LARGE: _as_webp(large), SMALL: _as_webp(small)}, large.width, large.height)


def _opened(file: BinaryIO, kind: str) -> Image.Image:
    """The header only: nothing is decoded before the pixels are counted."""
    if kind == "JPEG":
        formats.check_passes(file)
    try:
        image = Image.open(file, formats=[kind])
    except Image.DecompressionBombError as bomb:
        raise Refused(Code.PHOTO_TOO_MANY_PIXELS) from bomb
    except MemoryError:
        raise
    except Exception as error:  # whatever a parser raises over hostile bytes, the file is at fault
        raise Refused(Code.PHOTO_TRUNCATED) from error
    if image.width * image.height > _PIXELS_MAX.get(kind, limits.PHOTO_PIXELS_MAX):
        raise Refused(Code.PHOTO_TOO_MANY_PIXELS)
    return image


def _decoded(image: Image.Image) -> Image.Image:
    try:
        image = _shrunk(image)
    except MemoryError:
        raise
    except Exception as error:  # whatever a decoder raises over hostile bytes, the file is at fault
        raise Refused(Code.PHOTO_TRUNCATED) from error
    return _in_srgb(_flat(_upright(image)), image.info.get("icc_profile"))


def _shrunk(image: Image.Image) -> Image.Image:
    """At most LARGE on its longest side. `thumbnail` itself asks a JPEG for a draft: few of its pixels are decoded."""
    if image.mode in _DEEP_GREY:
        image = _with_info_of(image, image.convert("I").point(lambda value: value * (1 / 256)).convert("L"))
    elif image.mode in ("P", "PA", "1"):
        image = _with_info_of(image, image.convert("RGBA" if image.has_transparency_data else "RGB"))
    if image.mode in _ALPHA:
        # Resizing alpha copies the whole picture first; a coarse reduction beforehand keeps that copy small.
        image = _with_info_of(image, image.reduce(max(1, min(image.size) // (2 * LARGE))))
    image.thumbnail((LARGE, LARGE), Resampling.LANCZOS, reducing_gap=2.0)
    image.load()
    return image


def _with_info_of(source: Image.Image, image: Image.Image) -> Image.Image:
    image.info = dict(source.info)
    return image


def _upright(image: Image.Image) -> Image.Image:
    turn = _TURNS.get(_orientation(image))
    return image if turn is None else image.transpose(turn)


def _orientation(image: Image.Image) -> int:
    """What the camera noted, or 1 where the note can't be read or makes no sense."""
    try:
        return int(image.getexif().get(_ORIENTATION_TAG, 1))
    except Exception:  # broken EXIF raises nearly anything; the photo itself is sound and stays as it lies
        return 1


def _flat(image: Image.Image) -> Image.Image:
    """Transparency on white, as a viewer with a light background would show it."""
    if image.mode not in _ALPHA:
        return image
    picture = image.convert("RGBA")
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A"))
    return flat


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, io.BytesIO(profile), srgb, outputMode="RGB")
            return converted or image.convert("RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a profile that lies or doesn't fit: the plain colours are nearer than none
    return image.convert("RGB")


def _as_webp(image: Image.Image) -> bytes:
    image.info = {}
    output = io.BytesIO()
    image.save(output, "WEBP", quality=QUALITY, method=4)
    return output.getvalue()
