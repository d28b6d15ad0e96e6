"""What files are built of: PNG chunks, JPEG segments, RIFF chunks, ISO boxes and TIFF directories, honest or not."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

CANARY = b"CanaryWasHere"
"""Stands wherever a file can hold words; must never come back out."""
PNG = b"\x89PNG\r\n\x1a\n"
NOISE_SIZE = (96, 64)


def chunk(name: bytes, content: bytes = b"", *, length: int | None = None, crc: int | None = None) -> bytes:
    """A PNG chunk, telling the truth unless told otherwise."""
    told = len(content) if length is None else length
    sum_told = zlib.crc32(name + content) if crc is None else crc
    return struct.pack(">I", told) + name + content + struct.pack(">I", sum_told)


def ihdr(width: int, height: int, *, depth: int = 8, colour: int = 2, interlaced: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))


def rows(width: int, height: int) -> bytes:
    """Packed black RGB pixels."""
    return zlib.compress((b"\x00" * (1 + 3 * width)) * height, 1)


def png(*extra: bytes, size: tuple[int, int] = (64, 48), after: bytes = b"") -> bytes:
    """A sound PNG with more chunks before its pixels or after them."""
    return PNG + ihdr(*size) + b"".join(extra) + chunk(b"IDAT", rows(*size)) + after + chunk(b"IEND")


def segment(marker: int, content: bytes = b"", *, length: int | None = None) -> bytes:
    """A JPEG segment; its length counts itself."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2 if length is None else length) + content


def with_segments(jpeg: bytes, *segments: bytes) -> bytes:
    """Segments directly behind the start of a JPEG."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def riff(*chunks: tuple[bytes, bytes], told: int | None = None) -> bytes:
    body = b"WEBP" + b"".join(riff_chunk(name, content) for name, content in chunks)
    return b"RIFF" + struct.pack("<I", len(body) if told is None else told) + body


def riff_chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)


def vp8x(width: int, height: int, *, flags: int = 0) -> tuple[bytes, bytes]:
    """The header of an extended WebP. Flags: 2 animation, 4 XMP, 8 EXIF, 16 alpha, 32 ICC."""
    return b"VP8X", bytes((flags, 0, 0, 0)) + _three(width - 1) + _three(height - 1)


def webp_frame(size: tuple[int, int] = (64, 48)) -> tuple[bytes, bytes]:
    """The VP8 chunk of a plain WebP."""
    content = saved("WEBP", Image.new("RGB", size, "red"))
    return b"VP8 ", content[20 : 20 + int.from_bytes(content[16:20], "little")]


def anmf(size: tuple[int, int] = (64, 48)) -> tuple[bytes, bytes]:
    """One frame of an animated WebP."""
    place = bytes(6) + _three(size[0] - 1) + _three(size[1] - 1) + _three(10) + b"\x00"
    return b"ANMF", place + riff_chunk(*webp_frame(size))


def box(name: bytes, content: bytes = b"", *, length: int | None = None) -> bytes:
    """An ISO box, as HEIC is made of."""
    return struct.pack(">I", len(content) + 8 if length is None else length) + name + content


def tiff(*entries: tuple[int, int, int, int], next_at: int = 0, tail: bytes = b"") -> bytes:
    """A TIFF directory as EXIF holds it, of (tag, type, count, value or offset)."""
    body = b"".join(struct.pack(">HHII", *entry) for entry in entries)
    return b"MM\x00*" + struct.pack(">IH", 8, len(entries)) + body + struct.pack(">I", next_at) + tail


def noise(mode: str = "RGB", size: tuple[int, int] = NOISE_SIZE) -> Image.Image:
    """The same dots each time, that no packer makes small."""
    width, height = size
    dots = bytes((x * 7919 + y * 104729 + x * y * 31) % 251 for y in range(height) for x in range(width * 3))
    return Image.frombytes("RGB", size, dots).convert(mode)


def saved(kind: str, image: Image.Image | None = None, **options: Any) -> bytes:
    output = io.BytesIO()
    (image or noise()).save(output, kind, **options)
    return output.getvalue()


def _three(number: int) -> bytes:
    return struct.pack("<I", number)[:3]
