"""HEIC is boxes within boxes: their lengths, counts and places can all lie."""

import struct
from collections.abc import Iterator

from tests.server.media.zoo.animal import READY, TRUNCATED, Animal, made_of
from tests.server.media.zoo.cuts import whole
from tests.server.media.zoo.parts import box


def animals() -> Iterator[Animal]:
    heic = whole("heic")
    yield Animal("heic-sound", made_of(heic), READY)
    for name in (b"ftyp", b"meta", b"iinf", b"iprp", b"ipco", b"ispe", b"hvcC", b"iloc", b"mdat"):
        for length in (7, 0xFFFFFFFF):
            yield Animal(f"heic-{name.decode()}-of-{length}", made_of(_with_length(heic, name, length)))
    at = heic.index(b"ispe") + 8
    for size in ((0, 0), (1, 1), (16, 60_000), (2**31 - 1, 2**31 - 1)):
        name = f"heic-says-{size[0]}x{size[1]}"
        yield Animal(name, made_of(heic[:at] + struct.pack(">II", *size) + heic[at + 8 :]))
    yield Animal("heic-name-only", made_of(box(b"ftyp", b"heic\x00\x00\x00\x00mif1heic")), TRUNCATED)
    yield Animal("heic-boxes-in-boxes", _nested)
    yield Animal("heic-many-boxes", lambda: heic[:24] + box(b"free") * 60_000 + heic[24:])
    yield Animal("heic-avif-inside", made_of(heic.replace(b"hvc1", b"av01").replace(b"hvcC", b"av1C")))


def _with_length(heic: bytes, name: bytes, length: int) -> bytes:
    at = heic.index(name) - 4
    return heic[:at] + struct.pack(">I", length) + heic[at + 4 :]


def _nested() -> bytes:
    inner = box(b"meta", bytes(4))
    for _ in range(2000):
        inner = box(b"meta", bytes(4) + inner)
    return box(b"ftyp", b"heic\x00\x00\x00\x00mif1heic") + inner
