"""The eyes that look for metadata do see it: each place it could be in makes them say so."""

import pytest

from tests.server.media.zoo import notes
from tests.server.media.zoo.parts import CANARY, anmf, riff, saved, vp8x, webp_frame
from tests.server.media.zoo.visit import foreign_parts

PLAIN = saved("WEBP")


def test_plain_pixels_have_no_foreign_parts() -> None:
    assert foreign_parts(PLAIN) == []
    assert foreign_parts(saved("WEBP", lossless=True)) == []
    assert foreign_parts(riff(vp8x(64, 48), webp_frame())) == []


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (saved("WEBP", exif=b"Exif\x00\x00MM\x00*"), "EXIF"),
        (saved("WEBP", xmp=b"<x/>"), "XMP "),
        (saved("WEBP", icc_profile=b"any"), "ICCP"),
        (riff(webp_frame(), (b"note", CANARY)), "note"),
        (riff(vp8x(64, 48, flags=2), (b"ANIM", bytes(6)), anmf()), "ANMF"),
        (riff(vp8x(64, 48, flags=8), webp_frame()), "flags 0x8"),
        (PLAIN + CANARY, "not one RIFF"),
        (riff(webp_frame())[:-1], "bytes behind the last chunk"),
        (b"", "not one RIFF"),
    ],
)
def test_every_foreign_part_is_seen(content: bytes, part: str) -> None:
    assert part in foreign_parts(content)


def test_the_animals_really_carry_the_canary() -> None:
    telling = [animal for animal in notes.animals() if animal.name.startswith("notes")]
    silent = {animal.name.removesuffix("-after-pixels") for animal in telling if CANARY not in animal.make()}
    # Two hold it packed, one holds a date.
    assert silent == {"notes-png-zTXt", "notes-profile-in-PNG", "notes-png-tIME"}
