"""Makes a photo fit to leave this phone: upright, at most 2048 px, JPEG, and nothing in it but pixels.

EXIF and GPS go here, before the bytes are stored or sent; the server strips once more.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from mobile.files import write_whole
from shared import limits
from shared.codes import Code, Refused

LONGEST_SIDE = 2048
QUALITY = 88
_WHITE = (255, 255, 255)
_HEAD = 12
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
"""Bytes 8 to 12 of what phones call HEIC or HEIF."""


def prepare_photo(source: Path, target: Path) -> tuple[int, int]:
    """Write `source` to `target` as a clean JPEG and answer its size in pixels.

    Raises Refused with a photo code for a file that cannot be read as a photo; then `target` is not touched.
    """
    with opened(source) as image:
        content, size = as_jpeg(upright(image))
    write_whole(content, target)
    return size


@contextmanager
def opened(source: Path) -> Iterator[Image.Image]:
    """The picture in a file; whatever is wrong with it, then or while it is read, is refused by name."""
    try:
        with Image.open(source) as image:
            yield image
    except UnidentifiedImageError as error:
        raise _unreadable(source) from error
    except Image.DecompressionBombError as error:
        raise Refused(Code.PHOTO_TOO_MANY_PIXELS) from error
    except FileNotFoundError as error:
        raise Refused(Code.PHOTO_MISSING) from error
    except (OSError, SyntaxError, ValueError) as error:
        # Pillow's decoders say "cut off" and "broken inside" with these three.
        raise Refused(Code.PHOTO_TRUNCATED) from error


def _unreadable(source: Path) -> Refused:
    """HEIC is a photo all right, but this phone's Pillow has no decoder for it: say so by name."""
    with source.open("rb") as file:
        head = file.read(_HEAD)
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return Refused(Code.PHOTO_UNSUPPORTED, "HEIC")
    return Refused(Code.PHOTO_NOT_AN_IMAGE)


def upright(image: Image.Image, *, longest: int = LONGEST_SIDE) -> Image.Image:
    """As it was held, no side longer than `longest`, in a fresh picture that carries no metadata."""
    if image.width * image.height > limits.PHOTO_PIXELS_MAX:
        raise Refused(Code.PHOTO_TOO_MANY_PIXELS)
    # JPEG decoders can shrink while decoding, which keeps a large photo's memory small.
    image.draft("RGB", (longest, longest))
    turned = ImageOps.exif_transpose(image)
    turned.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return _flat(turned)


def _flat(image: Image.Image) -> Image.Image:
    """Only pixels, in RGB: transparent parts become white. A fresh picture carries no metadata along."""
    fresh = Image.new("RGB", image.size, _WHITE)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        fresh.paste(layer, mask=layer)
    else:
        fresh.paste(image.convert("RGB"))
    return fresh


def as_jpeg(image: Image.Image) -> tuple[bytes, tuple[int, int]]:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue(), image.size
