"""Bytes in and bytes out: what the photo endpoints answer to phones, caches and web servers."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.conf import settings as kith
from PIL import Image

from server.media import gate
from server.media.models import Photo
from server.people.models import Person
from shared import ids
from tests.server import images, world
from tests.server.cast import Door

TODAY = date(2026, 3, 2)
Doors = Callable[[Person | None], Door]


@pytest.fixture
def address(anas: Door) -> str:
    """Where the photo of Ana's day is."""
    habit, photo = world.promise(anas)["id"], world.put_photo(anas, images.jpeg((2000, 1000))).json()["id"]
    world.check_in(anas, habit, TODAY, photos=[photo])
    return f"/habits/{habit}/days/{TODAY}/photos/1"


# In


@pytest.mark.sqlite
def test_a_photo_is_sent_and_told_about(anas: Door, ana: Person) -> None:
    photo_id = str(ids.uuid7())
    sent = world.put_photo(anas, images.turned_jpeg(6), photo_id=photo_id)
    assert sent.json() == {"id": photo_id, "state": "ready", "width": 480, "height": 640}
    assert anas.get(f"/photos/{photo_id}").json() == sent.json()
    assert world.put_photo(anas, images.turned_jpeg(6), photo_id=photo_id).json() == sent.json()
    assert Photo.objects.get().source == "camera"


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "photo_not_an_image"),
        (b"hello", 422, "photo_not_an_image"),
        (images.noisy_jpeg()[:9000], 422, "photo_truncated"),
        (images.png_header(10_000, 10_000), 422, "photo_too_many_pixels"),
        (images.encoded("GIF", (20, 20)), 415, "photo_unsupported"),
        (images.encoded("TIFF", (20, 20)), 415, "photo_unsupported"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", 415, "photo_unsupported"),
    ],
)
def test_a_refusal_has_a_code_and_is_remembered(anas: Door, content: bytes, status: int, code: str) -> None:
    photo_id = str(ids.uuid7())
    first = world.put_photo(anas, content, photo_id=photo_id)
    assert world.refusal(first) == (status, code)
    assert world.put_photo(anas, content, photo_id=photo_id).json() == first.json()
    told = anas.get(f"/photos/{photo_id}").json()
    assert (told["state"], told["code"]) == ("refused", code)
    assert not list(Path(kith.PHOTO_ROOT).rglob(f"{photo_id.replace('-', '')}*"))


def test_fifty_megabytes_are_refused_by_their_announcement(anas: Door) -> None:
    assert world.refusal(world.put_photo(anas, bytes(50 * 1024 * 1024))) == (413, "photo_too_large")


def test_bytes_that_changed_on_the_way_are_asked_for_again(anas: Door) -> None:
    photo_id, content = str(ids.uuid7()), images.jpeg()
    wrong = world.put_photo(anas, content, photo_id=photo_id, X_Content_SHA256=images.digest(b"other"))
    assert world.refusal(wrong) == (422, "photo_digest_mismatch")
    assert anas.get(f"/photos/{photo_id}").status_code == 404
    assert world.put_photo(anas, content, photo_id=photo_id).status_code == 200


@pytest.mark.parametrize("digest", ["", "abc", "g" * 64, "0" * 65])
def test_without_a_digest_nothing_is_taken(anas: Door, digest: str) -> None:
    assert world.refusal(world.put_photo(anas, X_Content_SHA256=digest)) == (400, "invalid")
    assert not Photo.objects.exists()


def test_a_digest_in_capitals_is_the_same_digest(anas: Door) -> None:
    content = images.jpeg()
    assert world.put_photo(anas, content, X_Content_SHA256=images.digest(content).upper()).status_code == 200


def test_other_bytes_under_the_same_id_conflict(anas: Door) -> None:
    photo_id = str(ids.uuid7())
    world.put_photo(anas, photo_id=photo_id)
    assert world.refusal(world.put_photo(anas, images.png(), photo_id=photo_id)) == (409, "photo_conflict")


def test_an_id_that_is_not_ordered_by_time_is_refused(anas: Door) -> None:
    assert world.refusal(world.put_photo(anas, photo_id="4f6f1a5e-0f60-4d0e-9a5b-0123456789ab")) == (400, "invalid")


def test_a_source_nobody_knows_is_refused(anas: Door) -> None:
    content = images.jpeg()
    response = anas.put(f"/photos/{ids.uuid7()}?source=drone", data=content, X_Content_SHA256=images.digest(content))
    assert world.refusal(response) == (400, "invalid")


def test_a_third_photo_at_once_is_asked_to_come_back(anas: Door) -> None:
    photo_id = str(ids.uuid7())
    with gate.decoding(), gate.decoding():
        busy = world.put_photo(anas, photo_id=photo_id)
    assert world.refusal(busy) == (429, "photo_busy")
    assert int(busy["Retry-After"]) > 0
    assert world.put_photo(anas, photo_id=photo_id).status_code == 200


# Out


@pytest.mark.sqlite
@pytest.mark.parametrize(("size", "shape"), [(1080, (1080, 540)), (320, (320, 160))])
def test_the_bytes_are_a_small_webp(anas: Door, address: str, size: int, shape: tuple[int, int]) -> None:
    response = anas.get(f"{address}/{size}")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "private, max-age=300"
    assert response["X-Content-Type-Options"] == "nosniff"
    image = Image.open(io.BytesIO(response.content))
    assert (image.format, image.size) == ("WEBP", shape)


def test_who_has_the_bytes_already_is_told_so(anas: Door, address: str) -> None:
    large, small = anas.get(f"{address}/1080"), anas.get(f"{address}/320")
    assert large["ETag"] != small["ETag"]
    again = anas.get(f"{address}/1080", If_None_Match=f'"old", {large["ETag"]}')
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == large["ETag"]
    assert again["Cache-Control"] == "private, max-age=300"
    assert anas.get(f"{address}/1080", If_None_Match=small["ETag"]).status_code == 200


def test_a_viewer_who_may_not_see_it_is_never_told_it_is_unchanged(
    anas: Door, address: str, dan: Person, door: Doors
) -> None:
    etag = anas.get(f"{address}/1080")["ETag"]
    assert world.refusal(door(dan).get(f"{address}/1080", If_None_Match=etag)) == (404, "not_found")
    assert world.refusal(door(dan).get(f"{address}/1080", If_None_Match="*")) == (404, "not_found")


def test_a_web_server_in_front_is_told_where_the_file_is(
    anas: Door, address: str, settings: LazySettings, dan: Person, door: Doors
) -> None:
    settings.PHOTO_ACCEL_PREFIX = "/private-photos/"
    response = anas.get(f"{address}/320")
    assert response.content == b""
    inside = response["X-Accel-Redirect"].removeprefix("/private-photos/")
    assert (Path(settings.PHOTO_ROOT) / inside).is_file()
    assert response["Content-Type"] == "image/webp"
    assert "X-Accel-Redirect" not in door(dan).get(f"{address}/320")


@pytest.mark.parametrize("size", ["0", "640", "1081", "99999999999999999999", "large", "-320", "320.0"])
def test_there_are_only_two_sizes(anas: Door, address: str, size: str) -> None:
    assert anas.get(f"{address}/{size}").status_code == 404


@pytest.mark.parametrize("n", ["0", "2", "32768", "99999999999999999999"])
def test_there_is_only_one_photo(anas: Door, address: str, n: str) -> None:
    assert anas.get(f"{address.removesuffix('1')}{n}/320").status_code == 404


@pytest.mark.parametrize("accept", ["image/webp", "application/json", "*/*", "image/avif;q=0.9"])
def test_what_a_client_accepts_never_hides_a_refusal(
    anas: Door, address: str, accept: str, dan: Person, door: Doors
) -> None:
    assert anas.get(f"{address}/320", Accept=accept).status_code == 200
    assert world.refusal(door(dan).get(f"{address}/320", Accept=accept)) == (404, "not_found")


def test_a_lost_file_is_not_found(anas: Door, address: str) -> None:
    for path in Path(kith.PHOTO_ROOT).glob("*/*.webp"):
        path.unlink()
    assert world.refusal(anas.get(f"{address}/320")) == (404, "not_found")


def test_no_answer_names_a_place_where_files_lie(anas: Door, address: str) -> None:
    day = address.rpartition("/photos")[0]
    for path in (day, address + "/320"):
        response = anas.get(path)
        assert str(kith.PHOTO_ROOT) not in f"{response.headers} {response.content!r}"
        assert ".webp" not in f"{response.headers} {response.content!r}"
