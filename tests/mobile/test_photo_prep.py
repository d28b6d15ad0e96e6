"""A photo leaves this phone upright, small, and with nothing in it but pixels."""

from pathlib import Path

import pytest
from PIL import Image

from mobile.device.photo_prep import LONGEST_SIDE, prepare_photo
from shared.codes import SENTENCES, Code, Refused

ORIENTATION = 0x0112
GPS = 0x8825
ROTATED_90 = 6


def _jpeg(path: Path, size: tuple[int, int] = (400, 300), orientation: int = 1) -> Path:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "A camera maker"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (52.0, 31.0, 12.0)
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    picture.save(path, "JPEG", exif=exif, quality=95, comment=b"my home address")
    return path


def test_exif_gps_and_comments_are_gone(tmp_path: Path) -> None:
    source = _jpeg(tmp_path / "in.jpg")
    assert Image.open(source).getexif().get_ifd(GPS), "the test photo must carry a place"
    prepare_photo(source, tmp_path / "out.jpg")
    with Image.open(tmp_path / "out.jpg") as clean:
        assert len(clean.getexif()) == 0
        assert "comment" not in clean.info
        assert "exif" not in clean.info
    content = (tmp_path / "out.jpg").read_bytes()
    assert b"camera maker" not in content
    assert b"home address" not in content


def test_orientation_is_applied_not_dropped(tmp_path: Path) -> None:
    prepare_photo(_jpeg(tmp_path / "in.jpg", orientation=ROTATED_90), tmp_path / "out.jpg")
    with Image.open(tmp_path / "out.jpg") as upright:
        assert upright.size == (300, 400)
        red, _, blue = upright.getpixel((290, 10))  # the red corner has turned to the top right
        assert red > 200 > blue


def test_a_large_photo_is_made_small_and_keeps_its_shape(tmp_path: Path) -> None:
    size = prepare_photo(_jpeg(tmp_path / "in.jpg", (5000, 2500)), tmp_path / "out.jpg")
    assert size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_a_small_photo_is_not_blown_up(tmp_path: Path) -> None:
    assert prepare_photo(_jpeg(tmp_path / "in.jpg", (40, 30)), tmp_path / "out.jpg") == (40, 30)


def test_transparency_turns_white(tmp_path: Path) -> None:
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(tmp_path / "in.png")
    prepare_photo(tmp_path / "in.png", tmp_path / "out.jpg")
    with Image.open(tmp_path / "out.jpg") as flat:
        assert min(flat.getpixel((10, 10))) > 250


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"#!/bin/sh\necho hello", Code.PHOTO_NOT_AN_IMAGE),
        (b"", Code.PHOTO_NOT_AN_IMAGE),
        (None, Code.PHOTO_MISSING),
    ],
)
def test_what_is_no_photo_is_refused_by_code(tmp_path: Path, content: bytes | None, code: Code) -> None:
    if content is not None:
        (tmp_path / "in").write_bytes(content)
    with pytest.raises(Refused) as refused:
        prepare_photo(tmp_path / "in", tmp_path / "out.jpg")
    assert refused.value.code is code
    assert not (tmp_path / "out.jpg").exists()


def test_a_heic_photo_is_refused_by_name_not_as_no_photo(tmp_path: Path) -> None:
    source = tmp_path / "IMG_0001.HEIC"
    source.write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(200))
    with pytest.raises(Refused) as refused:
        prepare_photo(source, tmp_path / "out.jpg")
    assert refused.value.code is Code.PHOTO_UNSUPPORTED
    assert "HEIC" in SENTENCES[refused.value.code]
    assert not (tmp_path / "out.jpg").exists()


def test_a_cut_off_photo_is_refused(tmp_path: Path) -> None:
    whole = _jpeg(tmp_path / "whole.jpg", (800, 800)).read_bytes()
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Refused) as refused:
        prepare_photo(tmp_path / "cut.jpg", tmp_path / "out.jpg")
    assert refused.value.code is Code.PHOTO_TRUNCATED


def test_a_hundred_megapixels_are_refused_before_decoding(tmp_path: Path) -> None:
    Image.new("1", (10000, 10000)).save(tmp_path / "bomb.png")
    with pytest.raises(Refused) as refused:
        prepare_photo(tmp_path / "bomb.png", tmp_path / "out.jpg")
    assert refused.value.code is Code.PHOTO_TOO_MANY_PIXELS
