"""Few bytes that would become many, in memory or in time."""

import struct
import zlib
from collections.abc import Iterator
from functools import cache

from PIL import Image

from tests.server import images
from tests.server.media.zoo.animal import READY, TOO_MANY_PIXELS, TRUNCATED, UNSUPPORTED, Animal
from tests.server.media.zoo.parts import (
    PNG,
    anmf,
    chunk,
    ihdr,
    png,
    riff,
    saved,
    segment,
    tiff,
    vp8x,
    webp_frame,
    with_segments,
)  # fmt: skip

MANY = 60_000


def animals() -> Iterator[Animal]:
    yield Animal("bomb-png-of-one-colour", lambda: images.png_bomb(8000, 6251), TOO_MANY_PIXELS)
    yield Animal("bomb-png-declared-only", lambda: images.png_header(2**31 - 1, 2**31 - 1), TOO_MANY_PIXELS)
    yield Animal("bomb-png-one-pixel-high", lambda: images.png_header(50_000_001, 1), TOO_MANY_PIXELS)
    yield Animal("bomb-png-pixels-without-end", _endless_pixels, READY)
    for name in (b"iCCP", b"zTXt"):
        yield Animal(f"bomb-png-{name.decode()}", lambda name=name: png(_packed(name)), TRUNCATED)
    yield Animal("bomb-png-iTXt", lambda: png(chunk(b"iTXt", b"x\x00\x01\x00\x00\x00" + _zeros())), TRUNCATED)
    yield Animal("bomb-png-many-zTXt", lambda: png(_packed(b"zTXt", 1000_000) * 100), TRUNCATED)
    yield Animal("bomb-png-many-chunks", lambda: png(chunk(b"aaAa") * MANY), READY)
    yield Animal("bomb-jpeg-declared-only", _declared_jpeg, TOO_MANY_PIXELS)
    yield Animal("bomb-jpeg-many-segments", lambda: with_segments(images.jpeg(), segment(0xFE) * MANY), READY)
    yield Animal("bomb-jpeg-filled-with-markers", lambda: with_segments(images.jpeg(), b"\xff" * 500_000), READY)
    yield Animal("bomb-jpeg-thousand-scans", lambda: scans(1000), UNSUPPORTED)
    yield Animal("bomb-jpeg-hundred-scans", lambda: scans(100), READY)
    yield Animal("bomb-webp-declared-only", lambda: _canvas(2**24, 255), TOO_MANY_PIXELS)
    yield Animal("bomb-webp-largest-canvas", lambda: _canvas(16_383, 16_383), TOO_MANY_PIXELS)
    yield Animal("bomb-webp-of-one-colour", lambda: saved("WEBP", _plain((5000, 5001)), method=0), TOO_MANY_PIXELS)
    yield Animal("bomb-webp-many-chunks", lambda: riff(webp_frame(), *[(b"abcd", b"")] * MANY))
    yield Animal("bomb-gif-declared-only", lambda: b"GIF89a" + struct.pack("<HH", 65535, 65535) + bytes(3), UNSUPPORTED)
    yield Animal("bomb-tiff-as-jpeg", _disguised_tiff, TRUNCATED)
    yield Animal("bomb-tiff-overlapping-exif", _overlapping_exif, READY)


def _disguised_tiff() -> bytes:
    return b"\xff\xd8\xff" + saved("TIFF", _plain((3000, 3000)), compression="tiff_lzw")


def _plain(size: tuple[int, int]) -> Image.Image:
    return Image.new("RGB", size, "red")


@cache
def _zeros(size: int = 100_000_000) -> bytes:
    packer = zlib.compressobj(9)
    piece = bytes(1_000_000)
    return b"".join(packer.compress(piece) for _ in range(max(1, size // len(piece)))) + packer.flush()


def _packed(name: bytes, size: int = 100_000_000) -> bytes:
    return chunk(name, b"x\x00\x00" + _zeros(size))


def _endless_pixels() -> bytes:
    """More pixels behind the last row than any row needs."""
    return PNG + ihdr(64, 48) + chunk(b"IDAT", _zeros()) + chunk(b"IEND")


def _declared_jpeg() -> bytes:
    content = images.jpeg()
    at = content.index(b"\xff\xc0") + 5
    return content[:at] + struct.pack(">HH", 65500, 65500) + content[at + 4 :]


@cache
def scans(number: int, size: tuple[int, int] = (640, 480)) -> bytes:
    """A progressive JPEG that draws itself about this many times."""
    content = images.jpeg(size, progressive=True)
    scans = content.index(b"\xff\xda")
    return content[:scans] + content[scans:-2] * (number // content.count(b"\xff\xda")) + b"\xff\xd9"


def _canvas(width: int, height: int) -> bytes:
    return riff(vp8x(width, height, flags=2), (b"ANIM", bytes(6)), anmf())


def _overlapping_exif() -> bytes:
    """Thousands of entries that all point at the same 60 kB: 180 MB if each is copied."""
    count = 3000
    entries = [(tag, 7, 60_000 - 12 * count, 12 * count + 14) for tag in range(0x1000, 0x1000 + count)]
    exif = b"Exif\x00\x00" + tiff(*entries, tail=bytes(60_000 - 12 * count))
    return with_segments(images.jpeg(), segment(0xE1, exif[:65_000]))
