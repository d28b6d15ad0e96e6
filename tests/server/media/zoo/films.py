"""Ten thousand frames where a photo has one: only the first is ever looked at."""

import struct
from collections.abc import Iterator

from PIL import Image

from tests.server.media.zoo.animal import READY, UNSUPPORTED, Animal
from tests.server.media.zoo.parts import PNG, anmf, chunk, ihdr, riff, rows, saved, vp8x

FRAMES = 10_000


def animals() -> Iterator[Animal]:
    yield Animal("film-webp", _webp, READY)
    yield Animal("film-apng", _apng, READY)
    yield Animal("film-apng-that-lies-about-its-frames", lambda: _apng(told=2**31 - 1))
    yield Animal("film-gif", _gif, UNSUPPORTED)
    yield Animal("film-gif-as-png", lambda: PNG + _gif())
    yield Animal("film-webp-no-frames", lambda: riff(vp8x(64, 48, flags=2), (b"ANIM", bytes(6))))
    yield Animal("film-heic", _heic, READY)


def _webp() -> bytes:
    return riff(vp8x(64, 48, flags=2), (b"ANIM", bytes(6)), *[anmf()] * FRAMES)


def _apng(told: int = FRAMES) -> bytes:
    pixels = rows(64, 48)
    frames = [_control(0), chunk(b"IDAT", pixels)]
    for number in range(1, FRAMES):
        frames += [_control(2 * number - 1), chunk(b"fdAT", struct.pack(">I", 2 * number) + pixels)]
    return PNG + ihdr(64, 48) + chunk(b"acTL", struct.pack(">II", told, 0)) + b"".join(frames) + chunk(b"IEND")


def _control(number: int) -> bytes:
    return chunk(b"fcTL", struct.pack(">IIIIIHHBB", number, 64, 48, 0, 0, 1, 10, 0, 0))


def _gif() -> bytes:
    one = saved("GIF", Image.new("P", (64, 48)))
    frame = one[one.index(b"\x2c") : -1]
    return one[: one.index(b"\x2c")] + frame * FRAMES + b"\x3b"


def _heic() -> bytes:
    pictures = [Image.new("RGB", (64, 64), (shade, 0, 0)) for shade in range(0, 200, 10)]
    return saved("HEIF", pictures[0], save_all=True, append_images=pictures[1:])
