"""Headers that say one thing over bytes that say another."""

import struct
from collections.abc import Iterator

from tests.server.media.zoo.animal import READY, TRUNCATED, Animal, made_of
from tests.server.media.zoo.cuts import whole
from tests.server.media.zoo.parts import (
    NOISE_SIZE,
    PNG,
    anmf,
    chunk,
    ihdr,
    png,
    riff,
    rows,
    segment,
    vp8x,
    webp_frame,
    with_segments,
)  # fmt: skip

HUGE = 0xFFFFFFF0


def animals() -> Iterator[Animal]:
    yield from _png()
    yield from _jpeg()
    yield from _webp()


def _png() -> Iterator[Animal]:
    pixels, end = chunk(b"IDAT", rows(64, 48)), chunk(b"IEND")
    yield Animal("liar-png-smaller-than-its-pixels", made_of(PNG + ihdr(8, 8) + pixels + end), READY)
    yield Animal("liar-png-larger-than-its-pixels", made_of(PNG + ihdr(640, 480) + pixels + end), TRUNCATED)
    for size in ((0, 0), (0, 48), (64, 0)):
        yield Animal(f"liar-png-of-{size[0]}x{size[1]}", made_of(PNG + ihdr(*size) + pixels + end), TRUNCATED)
    for depth, colour in ((3, 2), (16, 3), (8, 9), (255, 255)):
        header = ihdr(64, 48, depth=depth, colour=colour)
        yield Animal(f"liar-png-type-{colour}-of-{depth}-bits", made_of(PNG + header + pixels + end), TRUNCATED)
    yield Animal("liar-png-palette-missing", made_of(PNG + ihdr(64, 48, colour=3) + pixels + end))
    wrong = chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0), crc=0)
    yield Animal("liar-png-header-check-sum", made_of(PNG + wrong + pixels + end), TRUNCATED)
    yield Animal("liar-png-pixel-check-sum", made_of(PNG + ihdr(64, 48) + chunk(b"IDAT", rows(64, 48), crc=0) + end))
    yield Animal("liar-png-chunk-length", made_of(png(chunk(b"tEXt", b"a\x00b", length=HUGE))), TRUNCATED)
    yield Animal("liar-png-negative-length", made_of(png(chunk(b"tEXt", b"a\x00b", length=0x80000000))), TRUNCATED)
    yield Animal("liar-png-two-headers", made_of(PNG + ihdr(64, 48) + ihdr(4000, 4000) + pixels + end))
    yield Animal("liar-png-header-last", made_of(PNG + pixels + ihdr(64, 48) + end), TRUNCATED)
    yield Animal("liar-png-no-pixels", made_of(PNG + ihdr(64, 48) + end), TRUNCATED)
    yield Animal("liar-png-no-end", made_of(PNG + ihdr(64, 48) + pixels))
    yield Animal("liar-png-iphone-chunk", made_of(png(chunk(b"CgBI", bytes(4)))))


def _jpeg() -> Iterator[Animal]:
    jpeg = whole("jpeg")
    frame = jpeg.index(b"\xff\xc0")
    for name, shape in (("0x0", (0, 0)), ("taller", (640, 96)), ("wider", (64, 960)), ("one-line", (1, 96))):
        content = jpeg[: frame + 5] + struct.pack(">HH", *shape) + jpeg[frame + 9 :]
        yield Animal(f"liar-jpeg-{name}", made_of(content))
    for bits in (0, 2, 12, 16):
        yield Animal(f"liar-jpeg-of-{bits}-bits", made_of(jpeg[: frame + 4] + bytes((bits,)) + jpeg[frame + 5 :]))
    for channels in (0, 2, 9, 255):
        yield Animal(
            f"liar-jpeg-of-{channels}-channels", made_of(jpeg[: frame + 9] + bytes((channels,)) + jpeg[frame + 10 :])
        )
    for length in (0, 1, 65535):
        lying = with_segments(jpeg, segment(0xE5, b"words", length=length))
        yield Animal(f"liar-jpeg-segment-of-{length}", made_of(lying))
    yield Animal("liar-jpeg-arithmetic", made_of(jpeg.replace(b"\xff\xc0", b"\xff\xc9", 1)))
    yield Animal("liar-jpeg-lossless", made_of(jpeg.replace(b"\xff\xc0", b"\xff\xc3", 1)))
    yield Animal(
        "liar-jpeg-no-tables", made_of(jpeg.replace(b"\xff\xdb", b"\xff\xe7").replace(b"\xff\xc4", b"\xff\xe8"))
    )
    yield Animal("liar-jpeg-only-its-end", made_of(b"\xff\xd8\xff\xd9"), TRUNCATED)
    for count in (1, 2, 2**31):
        index = b"MPF\x00MM\x00*\x00\x00\x00\x08\x00\x01\xb0\x01\x00\x04\x00\x00\x00\x01" + struct.pack(">II", count, 0)
        yield Animal(f"liar-jpeg-of-{count}-pictures", made_of(with_segments(jpeg, segment(0xE2, index))), READY)


def _webp() -> Iterator[Animal]:
    width, height = NOISE_SIZE
    webp = whole("webp")
    for told in (0, 4, 12, HUGE, 0xFFFFFFFF):
        yield Animal(f"liar-webp-of-{told}-bytes", made_of(webp[:4] + struct.pack("<I", told) + webp[8:]))
    for told in (0, 1, HUGE):
        yield Animal(f"liar-webp-pixels-of-{told}-bytes", made_of(webp[:16] + struct.pack("<I", told) + webp[20:]))
    larger = riff(vp8x(width * 9, height), (b"VP8 ", webp[20:]))
    yield Animal("liar-webp-canvas-larger-than-its-picture", made_of(larger))
    yield Animal("liar-webp-says-it-moves", made_of(riff(vp8x(64, 48, flags=2), webp_frame())))
    yield Animal("liar-webp-says-it-has-everything", made_of(riff(vp8x(64, 48, flags=0x3E), webp_frame())))
    outside = riff(vp8x(32, 24, flags=2), (b"ANIM", bytes(6)), anmf())
    yield Animal("liar-webp-frame-outside-its-canvas", made_of(outside))
    yield Animal("liar-webp-empty", made_of(riff()), TRUNCATED)
    yield Animal("liar-webp-no-pixels", made_of(riff(vp8x(64, 48))), TRUNCATED)
