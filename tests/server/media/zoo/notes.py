"""Everything a file can tell about its maker, each with the canary in it, and notes that are broken."""

import zlib
from collections.abc import Iterator

from PIL import Image

from tests.server.media.zoo.animal import READY, Animal, made_of
from tests.server.media.zoo.cuts import whole
from tests.server.media.zoo.parts import (
    CANARY,
    chunk,
    png,
    riff,
    saved,
    segment,
    tiff,
    vp8x,
    webp_frame,
    with_segments,
)  # fmt: skip

XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>" + CANARY + b"</dc:creator></x:xmpmeta>"
WORDS = CANARY.decode()
EXIF_NAME = b"Exif\x00\x00"


def animals() -> Iterator[Animal]:
    exif = _exif()
    for kind in ("JPEG", "PNG", "WEBP", "HEIF"):
        yield Animal(f"notes-exif-in-{kind}", lambda kind=kind: saved(kind, exif=exif), READY)
        if kind != "PNG":  # there it is a text chunk, see below
            yield Animal(f"notes-xmp-in-{kind}", lambda kind=kind: saved(kind, xmp=XMP), READY)
        yield Animal(f"notes-profile-in-{kind}", lambda kind=kind: saved(kind, icc_profile=CANARY * 20), READY)
    yield from _of_jpeg()
    yield from _of_png()
    yield from _of_webp()
    yield from _broken()


def _exif() -> bytes:
    """A place, a camera, a maker, and a small picture within."""
    exif = Image.Exif()
    for tag in (0x010E, 0x010F, 0x0110, 0x0131, 0x013B, 0x8298):
        exif[tag] = WORDS
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0), 29: WORDS})
    exif.get_ifd(0x8769).update({0x9286: b"ASCII\x00\x00\x00" + CANARY, 0x927C: CANARY, 0xA430: WORDS})
    return exif.tobytes()


def _of_jpeg() -> Iterator[Animal]:
    jpeg = whole("jpeg")
    within = with_segments(saved("JPEG", Image.new("RGB", (16, 16))), segment(0xFE, CANARY))
    places = {
        "comment": segment(0xFE, CANARY),
        "photoshop": segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0d" + CANARY),
        "long-xmp": segment(0xE1, b"http://ns.adobe.com/xmp/extension/\x00" + CANARY),
        "jfif-thumbnail": segment(0xE0, b"JFXX\x00\x10" + within),
        "exif-thumbnail": segment(0xE1, EXIF_NAME + tiff((0x010F, 2, 13, 26), tail=CANARY + within)),
        "jumbf": segment(0xEB, b"JP" + CANARY),
        "audio": segment(0xE2, b"FPXR\x00" + CANARY),
        "every-segment": b"".join(segment(0xE0 + number, CANARY) for number in range(16)),
    }
    for name, place in places.items():
        yield Animal(f"notes-jpeg-{name}", made_of(with_segments(jpeg, place)), READY)
    yield Animal("notes-jpeg-behind-its-end", made_of(jpeg + CANARY), READY)


def _of_png() -> Iterator[Animal]:
    packed = zlib.compress(CANARY)
    for name, content in {
        b"tEXt": b"Author\x00" + CANARY,
        b"zTXt": b"Author\x00\x00" + packed,
        b"iTXt": b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + XMP,
        b"eXIf": _exif()[len(EXIF_NAME) :],
        b"tIME": b"\x07\xea\x03\x02\x09\x00\x00",
        b"prVt": CANARY,
        b"caBX": CANARY,
    }.items():
        yield Animal(f"notes-png-{name.decode()}", made_of(png(chunk(name, content))), READY)
        yield Animal(f"notes-png-{name.decode()}-after-pixels", made_of(png(after=chunk(name, content))), READY)


def _of_webp() -> Iterator[Animal]:
    flags = 4 | 8
    chunks = (vp8x(64, 48, flags=flags), webp_frame(), (b"EXIF", _exif()), (b"XMP ", XMP), (b"note", CANARY))
    yield Animal("notes-webp-all-at-once", made_of(riff(*chunks)), READY)
    yield Animal("notes-webp-unannounced", made_of(riff(vp8x(64, 48), *chunks[1:])), READY)


def _broken() -> Iterator[Animal]:
    broken = {
        "looping": tiff((0x8769, 4, 1, 8), (0x8825, 4, 1, 8), next_at=8),
        "pointing-nowhere": tiff((0x010F, 2, 4000, 0xFFFFFFF0), (0x8769, 4, 1, 0xFFFFFFF0), next_at=0xFFFFFFF0),
        "of-unknown-kinds": tiff(*[(0x0100 + n, n, 0xFFFFFFFF, 0) for n in range(30)]),
        "orientation-of-words": tiff((0x0112, 2, 13, 26), tail=CANARY),
        "orientation-many-times": tiff(*[(0x0112, 3, 1, n << 16) for n in range(1, 9)]),
        "orientation-by-zero": tiff((0x0112, 5, 1, 26), tail=bytes(8)),
        "resolution-by-zero": tiff((0x011A, 5, 1, 26), (0x0128, 3, 1, 2 << 16), tail=bytes(8)),
        "cut": tiff((0x0112, 3, 1, 6 << 16))[:15],
        "more-entries-than-there-are": b"MM\x00*\x00\x00\x00\x08\xff\xff" + bytes(40),
        "as-big-tiff": b"MM\x00+\x00\x08\x00\x00" + b"\xff" * 40,
        "nonsense": b"\xff" * 60,
        "empty": b"",
    }
    for name, exif in broken.items():
        jpeg = with_segments(whole("jpeg"), segment(0xE1, EXIF_NAME + exif))
        yield Animal(f"exif-{name}-in-jpeg", made_of(jpeg), READY)
    for name in ("looping", "nonsense", "pointing-nowhere", "empty"):
        exif = broken[name]
        webp = riff(vp8x(64, 48, flags=8), webp_frame(), (b"EXIF", exif))
        yield Animal(f"exif-{name}-in-webp", made_of(webp), READY)
        yield Animal(f"exif-{name}-in-png", made_of(png(chunk(b"eXIf", exif))), READY)
        yield Animal(f"exif-{name}-in-heic", made_of(saved("HEIF", exif=EXIF_NAME + exif)), READY)
