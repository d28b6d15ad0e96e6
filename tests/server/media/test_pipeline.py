"""What becomes of a picture: upright, small, in plain colours, without a word about where it was taken."""

import io

import pytest
from PIL import Image

from server.media.pipeline import render
from server.media.renderings import LARGE, SMALL
from shared import limits
from shared.codes import Code, Refused
from tests.server import images


def made(content: bytes, size: int = LARGE) -> Image.Image:
    return Image.open(io.BytesIO(render(io.BytesIO(content)).files[size]))


def refusal(content: bytes) -> Refused:
    with pytest.raises(Refused) as refused:
        render(io.BytesIO(content))
    return refused.value


def is_near(image: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    found = image.convert("RGB").getpixel(at)
    return all(abs(one - other) < 30 for one, other in zip(found, colour, strict=True))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "LA"),
        ("PNG", "P"), ("PNG", "1"), ("PNG", "I;16"), ("WEBP", "RGB"), ("WEBP", "RGBA"), ("HEIF", "RGB"),
    ],
)  # fmt: skip
def test_what_phones_make_is_accepted(kind: str, mode: str) -> None:
    content = images.encoded(kind, (1600, 1200), mode) if mode != "I;16" else deep_grey()
    rendering = render(io.BytesIO(content))
    assert (rendering.width, rendering.height) == (1080, 810)
    assert made(content).format == "WEBP"
    assert made(content).size == (1080, 810)
    assert made(content, SMALL).size == (320, 240)


def deep_grey() -> bytes:
    image = Image.new("I;16", (1600, 1200), 200 * 256)
    output = io.BytesIO()
    image.save(output, "PNG")
    return output.getvalue()


def test_sixteen_bits_of_grey_keep_their_light() -> None:
    assert is_near(made(deep_grey()), (500, 400), (200, 200, 200))


def test_a_small_picture_is_not_blown_up() -> None:
    assert made(images.png((100, 50))).size == (100, 50)
    assert made(images.png((100, 50)), SMALL).size == (100, 50)


def test_colours_stay_what_they_were() -> None:
    image = made(images.jpeg())
    assert is_near(image, (50, 50), images.LEFT)
    assert is_near(image, (600, 50), images.RIGHT)


@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (640, 480), (50, 240)), (2, (640, 480), (590, 240)), (3, (640, 480), (590, 240)),
        (4, (640, 480), (50, 240)), (5, (480, 640), (240, 50)), (6, (480, 640), (240, 50)),
        (7, (480, 640), (240, 590)), (8, (480, 640), (240, 590)),
    ],
)  # fmt: skip
def test_the_camera_was_held_another_way(orientation: int, size: tuple[int, int], red_at: tuple[int, int]) -> None:
    image = made(images.turned_jpeg(orientation))
    assert image.size == size
    assert is_near(image, red_at, images.LEFT)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_every_format_is_turned_upright_once(kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image = made(images.encoded(kind, exif=exif.tobytes()))
    assert image.size == (480, 640)
    assert is_near(image, (240, 50), images.LEFT)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "MPO"])
def test_of_several_pictures_in_one_file_the_first_is_taken(kind: str) -> None:
    output = io.BytesIO()
    other = Image.new("RGB", (640, 480), "green")
    images.picture().save(output, kind, save_all=True, append_images=[other])
    assert is_near(made(output.getvalue()), (50, 240), images.LEFT)


@pytest.mark.parametrize("orientation", [0, 9, 255, 65535])
def test_an_orientation_that_cannot_be_leaves_the_picture_as_it_lies(orientation: int) -> None:
    image = made(images.turned_jpeg(orientation))
    assert image.size == (640, 480)
    assert is_near(image, (50, 240), images.LEFT)


@pytest.mark.parametrize(
    "exif", [b"Exif\x00\x00", b"Exif\x00\x00MM\x00*\xff\xff\xff\xff", b"Exif\x00\x00" + b"\xff" * 60]
)
def test_broken_exif_does_not_break_the_photo(exif: bytes) -> None:
    assert made(images.jpeg(exif=exif)).size == (640, 480)


def test_a_colour_profile_that_lies_is_ignored() -> None:
    assert is_near(made(images.jpeg(icc_profile=b"not a profile at all")), (50, 50), images.LEFT)


def test_transparency_is_shown_on_white() -> None:
    output = io.BytesIO()
    Image.new("RGBA", (200, 100), (255, 0, 0, 0)).save(output, "PNG")
    assert is_near(made(output.getvalue()), (100, 50), (255, 255, 255))


def test_nothing_about_place_or_camera_is_left() -> None:
    content = images.telling_jpeg()
    assert b"Secret Camera" in content
    for rendition in render(io.BytesIO(content)).files.values():
        image = Image.open(io.BytesIO(rendition))
        assert b"Secret" not in rendition
        assert not image.getexif()
        assert "icc_profile" not in image.info


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP", "AVIF", "JPEG2000", "ICO", "PDF"])
def test_other_formats_are_refused_by_name(kind: str) -> None:
    refused = refusal(images.encoded(kind, (64, 48)))
    assert refused.code == Code.PHOTO_UNSUPPORTED
    assert kind.replace("JPEG2000", "JPEG 2000") in refused.detail


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42" + b"\x00" * 99, "video"),
    ],
)
def test_drawings_and_films_are_refused_by_name(content: bytes, name: str) -> None:
    refused = refusal(content)
    assert refused.code == Code.PHOTO_UNSUPPORTED
    assert name in refused.detail


@pytest.mark.parametrize(
    "content", [b"", b"\x00", b"hello", b"<html></html>", b"RIFF\x00\x00\x00\x00WAVE", b"\xff" * 99]
)
def test_what_is_no_image_is_not_one(content: bytes) -> None:
    assert refusal(content).code == Code.PHOTO_NOT_AN_IMAGE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("part", [0.01, 0.3, 0.9])
def test_a_part_of_a_photo_is_not_a_photo(kind: str, part: float) -> None:
    output = io.BytesIO()
    Image.effect_noise((800, 600), 60).convert("RGB").save(output, kind)
    content = output.getvalue()
    assert refusal(content[: int(len(content) * part)]).code == Code.PHOTO_TRUNCATED


def test_a_gif_that_calls_itself_jpeg_is_truncated_not_decoded() -> None:
    assert refusal(b"\xff\xd8\xff" + images.encoded("GIF", (64, 48))).code == Code.PHOTO_TRUNCATED


def test_a_progressive_jpeg_is_accepted() -> None:
    assert made(images.jpeg((1600, 1200), progressive=True)).size == (1080, 810)


def test_a_jpeg_of_a_thousand_passes_is_refused_before_the_first() -> None:
    content = images.jpeg(progressive=True)
    scans = content.index(b"\xff\xda")
    assert refusal(content[:scans] + content[scans:-2] * 1000).code == Code.PHOTO_UNSUPPORTED


def test_pixels_are_counted_before_anything_is_decoded() -> None:
    # These headers have no pixels behind them: only somebody who looks at the header first can tell.
    over = limits.PHOTO_PIXELS_MAX // 5000 + 1
    assert refusal(images.png_header(5000, over)).code == Code.PHOTO_TOO_MANY_PIXELS
    assert refusal(images.png_header(10_000, 10_000)).code == Code.PHOTO_TOO_MANY_PIXELS
    assert refusal(images.png_header(30_000, 30_000)).code == Code.PHOTO_TOO_MANY_PIXELS
    assert refusal(images.png_header(5000, over - 1)).code == Code.PHOTO_TRUNCATED
