"""Pictures made in memory, honest and not."""

import hashlib
import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw

from server.media.formats import set_up_pillow

set_up_pillow()

LEFT, RIGHT = (200, 30, 30), (30, 30, 200)
"""Every picture is red on its left half and blue on its right, so a test can tell how it was turned."""


def picture(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    image = Image.new("RGB", size, LEFT)
    ImageDraw.Draw(image).rectangle((size[0] // 2, 0, size[0], size[1]), fill=RIGHT)
    return image.convert(mode)


def encoded(kind: str, size: tuple[int, int] = (640, 480), mode: str = "RGB", **options: Any) -> bytes:
    """A picture in any format Pillow writes."""
    output = io.BytesIO()
    picture(size, mode).save(output, kind, **options)
    return output.getvalue()


def jpeg(size: tuple[int, int] = (640, 480), **options: Any) -> bytes:
    return encoded("JPEG", size, **options)


def png(size: tuple[int, int] = (640, 480), **options: Any) -> bytes:
    return encoded("PNG", size, **options)


def noisy_jpeg(size: tuple[int, int] = (800, 600)) -> bytes:
    """One whose bytes can be cut somewhere in the middle of its pixels."""
    output = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(output, "JPEG")
    return output.getvalue()


def turned_jpeg(orientation: int) -> bytes:
    """A JPEG whose EXIF says how the camera was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return jpeg(exif=exif.tobytes())


def telling_jpeg() -> bytes:
    """A JPEG that says where it was taken, with what, and by whom."""
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    return jpeg(exif=exif.tobytes(), comment=b"Secret Comment")


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims these pixels in its header and has none."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND", b"")


def png_bomb(width: int, height: int) -> bytes:
    """A PNG of one colour: some kilobytes that would decode to width x height x 3 bytes."""
    packer = zlib.compressobj(9)
    row = b"\x00" * (1 + 3 * width)
    pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
