"""What is no photo at all, or one that Kith doesn't read; and photos under a wrong name (names are never asked)."""

from collections.abc import Iterator

from tests.server.media.zoo.animal import NOT_AN_IMAGE, READY, UNSUPPORTED, Animal, made_of
from tests.server.media.zoo.parts import PNG, box, riff, saved

_NOTHING = {
    "zero-bytes": b"",
    "one-zero-byte": b"\x00",
    "one-byte": b"\xff",
    "a-megabyte-of-zeros": bytes(1024 * 1024),
    "a-megabyte-of-ones": b"\xff" * 1024 * 1024,
    "words": b"This is not a photo. " * 99,
    "html": b"<!doctype html><html><script>alert(1)</script></html>",
    "javascript": b"alert(document.cookie)",
    "json": b'{"photo": true}',
    "zip": b"PK\x03\x04" + bytes(60),
    "elf": b"\x7fELF" + bytes(60),
    "wave": b"RIFF\x24\x00\x00\x00WAVEfmt ",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run",
    "windows-metafile": b"\xd7\xcd\xc6\x9a" + bytes(60),
}
_REFUSED = {
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "svg-that-loads": b"<?xml version='1.0'?><!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj",
    "film": box(b"ftyp", b"mp42\x00\x00\x00\x00isommp42") + bytes(99),
    "photoshop": b"8BPS\x00\x01" + bytes(60),
    "jpeg-xl": b"\xff\x0a" + bytes(60),
    "big-tiff": b"II+\x00\x08\x00" + bytes(60),
}


def animals() -> Iterator[Animal]:
    for name, content in _NOTHING.items():
        yield Animal(f"stranger-{name}", made_of(content), NOT_AN_IMAGE)
    for name, content in _REFUSED.items():
        yield Animal(f"stranger-{name}", made_of(content), UNSUPPORTED)
    for kind in ("GIF", "BMP", "TIFF", "ICO", "AVIF", "JPEG2000", "PDF"):
        yield Animal(f"stranger-{kind}", lambda kind=kind: saved(kind), UNSUPPORTED)
    for kind, name in (("GIF", "png"), ("BMP", "jpeg"), ("TIFF", "webp")):
        yield Animal(f"stranger-{kind}-behind-a-{name}s-first-bytes", lambda k=kind, n=name: _disguised(k, n))
    for kind in ("JPEG", "PNG", "WEBP", "HEIF"):
        yield Animal(f"named-text-{kind}", lambda kind=kind: saved(kind), READY)


def _disguised(kind: str, name: str) -> bytes:
    first = {"png": PNG, "jpeg": b"\xff\xd8\xff", "webp": riff()}[name]
    return first + saved(kind)
