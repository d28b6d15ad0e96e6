"""Every way to say a colour that a photo may use, and colour profiles that fit, lie, or are a burden."""

import struct
import zlib
from collections.abc import Iterator

from PIL import ImageCms

from tests.server.media.zoo.animal import READY, TRUNCATED, Animal, made_of
from tests.server.media.zoo.parts import PNG, chunk, ihdr, noise, saved, segment, with_segments

PNG_MODES = ("1", "L", "LA", "I;16", "P", "PA", "RGB", "RGBA")
HEIC_MODES = ("L", "LA", "RGB", "RGBA")
WIDTH, HEIGHT = 32, 24
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Of each PNG colour type."""


def animals() -> Iterator[Animal]:
    yield from _plain()
    yield from _png_depths()
    yield from _adobe()
    yield from _profiles()


def _plain() -> Iterator[Animal]:
    for mode in ("L", "RGB", "CMYK"):
        yield Animal(f"colour-jpeg-{mode}", lambda mode=mode: saved("JPEG", noise(mode)), READY)
    for mode in ("RGB", "RGBA"):
        yield Animal(f"colour-webp-{mode}", lambda mode=mode: saved("WEBP", noise(mode), lossless=True), READY)
    for mode in HEIC_MODES:
        yield Animal(f"colour-heic-{mode}", lambda mode=mode: saved("HEIF", noise(mode)), READY)
    yield Animal("colour-png-palette-with-transparency", lambda: saved("PNG", noise("P"), transparency=3), READY)
    yield Animal("colour-png-colour-key", lambda: saved("PNG", noise("RGB"), transparency=(1, 2, 3)), READY)


def _png_depths() -> Iterator[Animal]:
    for colour, depths in _DEPTHS.items():
        for depth in depths:
            for interlaced in (0, 1):
                name = f"colour-png-type-{colour}-of-{depth}-bits{'-interlaced' * interlaced}"
                yield Animal(name, made_of(_png(colour, depth, interlaced)), READY)


def _png(colour: int, depth: int, interlaced: int) -> bytes:
    row = bytes(1 + (WIDTH * _CHANNELS[colour] * depth + 7) // 8)
    # Black is nothing but zeros, however the rows are cut; interlaced ones need some more.
    pixels = zlib.compress(row * HEIGHT * (1 + interlaced))
    palette = chunk(b"PLTE", b"\x0a\x14\x1e" * 2) if colour == 3 else b""
    header = ihdr(WIDTH, HEIGHT, depth=depth, colour=colour, interlaced=interlaced)
    return PNG + header + palette + chunk(b"IDAT", pixels) + chunk(b"IEND")


def _adobe() -> Iterator[Animal]:
    """Adobe's marker says how four channels are meant: 0 as they are, 1 YCC, 2 YCCK, anything else nobody knows."""
    for mode in ("RGB", "CMYK"):
        for transform in (0, 1, 2, 7, 255):
            yield Animal(f"colour-{mode}-adobe-{transform}", lambda m=mode, t=transform: _with_adobe(m, t), READY)
    yield Animal("colour-adobe-too-short", lambda: with_segments(saved("JPEG"), segment(0xEE, b"Adobe")), TRUNCATED)


def _with_adobe(mode: str, transform: int) -> bytes:
    jpeg = saved("JPEG", noise(mode))
    if b"Adobe" in jpeg:
        at = jpeg.index(b"Adobe") + 11
        return jpeg[:at] + bytes((transform,)) + jpeg[at + 1 :]
    return with_segments(jpeg, segment(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, transform)))


def _profiles() -> Iterator[Animal]:
    fitting = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profiles = {
        "fitting": fitting,
        "of-another-space": ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(),
        "says-it-is-grey": fitting[:16] + b"GRAY" + fitting[20:],
        "says-it-is-cmyk": fitting[:16] + b"CMYK" + fitting[20:],
        "says-it-is-a-link": fitting[:12] + b"link" + fitting[16:],
        "cut": fitting[: len(fitting) // 2],
        "of-a-thousand-million-tags": fitting[:128] + b"\x3b\x9a\xca\x00" + fitting[132:],
        "lies-about-its-length": b"\xff\xff\xff\xff" + fitting[4:],
        "tags-point-outside": fitting[:132] + b"\xff" * 120 + fitting[252:],
        "nonsense": bytes(range(256)) * 4,
        "giant": fitting + bytes(500_000),
        "one-byte": b"\x00",
    }
    for name, profile in profiles.items():
        for kind in ("JPEG", "PNG", "WEBP", "HEIF"):
            if kind == "JPEG" or name in ("fitting", "nonsense", "says-it-is-cmyk"):
                make = lambda kind=kind, profile=profile: saved(kind, icc_profile=profile)  # noqa: E731  # one line each
                yield Animal(f"profile-{name}-in-{kind}", make, READY)
    for mode in ("L", "CMYK"):
        make = lambda mode=mode: saved("JPEG", noise(mode), icc_profile=fitting)  # noqa: E731
        yield Animal(f"profile-of-rgb-on-{mode}", make, READY)
