"""Storing a photo: what is kept, what is remembered, and what leaves no trace."""

import io
import threading
import tracemalloc
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings

from server.media import gate, uploads
from server.media.models import Photo, PhotoState
from server.media.renderings import SIZES
from server.media.selectors import get_own_photo, open_rendition
from server.media.services import discard_photos, store_photo
from server.people.models import Person
from shared import clock, ids, limits
from shared.codes import Code, Refused
from tests.server import images

pytestmark = pytest.mark.django_db


class Untouched:
    """A body that must not be read."""

    def read(self, size: int, /) -> bytes:
        raise AssertionError("the body was read")


class Endless:
    """A body that never ends, and counts what was taken of it."""

    taken = 0

    def read(self, size: int, /) -> bytes:
        self.taken += size
        return b"\xff" * size


def store(owner: Person, content: bytes = b"", **changes: Any) -> Photo:
    given: dict[str, Any] = {
        "photo_id": ids.uuid7(), "stream": io.BytesIO(content), "length": len(content),
        "sha256": images.digest(content), "source": "camera", "now": clock.now(),
    } | changes  # fmt: skip
    return store_photo(owner_id=owner.id, **given)


def files_of(photo_id: UUID) -> list[Path]:
    return sorted(Path(settings.PHOTO_ROOT).glob(f"*/{photo_id.hex}*"))


def test_a_photo_is_kept_in_two_sizes_and_nothing_else(ana: Person) -> None:
    photo = store(ana, images.telling_jpeg())
    assert (photo.state, photo.width, photo.height) == (PhotoState.READY, 640, 480)
    assert len(files_of(photo.id)) == len(SIZES)
    for size in SIZES:
        content = open_rendition(photo, size).read()
        assert content[8:12] == b"WEBP"
        assert b"Secret" not in content


def test_files_are_private_and_whole(ana: Person) -> None:
    photo = store(ana, images.jpeg())
    for path in files_of(photo.id):
        assert path.stat().st_mode & 0o007 == 0
        assert path.parent.stat().st_mode & 0o007 == 0
    assert not list(Path(settings.PHOTO_ROOT).rglob("incoming-*"))


def test_a_resend_is_answered_without_reading_it(ana: Person) -> None:
    content = images.jpeg()
    photo = store(ana, content)
    again = store(ana, photo_id=photo.id, sha256=images.digest(content), stream=Untouched())
    assert again == photo
    assert Photo.objects.count() == 1


def test_other_bytes_under_the_same_id_conflict(ana: Person) -> None:
    photo = store(ana, images.jpeg())
    with pytest.raises(Refused) as refused:
        store(ana, images.png(), photo_id=photo.id)
    assert refused.value.code == Code.PHOTO_CONFLICT
    assert Photo.objects.get().sha256 == photo.sha256
    assert len(files_of(photo.id)) == len(SIZES)


def test_another_persons_id_is_not_found(ana: Person, ben: Person) -> None:
    content = images.jpeg()
    photo = store(ana, content)
    with pytest.raises(Refused) as refused:
        store(ben, content, photo_id=photo.id)
    assert refused.value.code == Code.NOT_FOUND
    with pytest.raises(Refused):
        get_own_photo(ben.id, photo.id)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.PHOTO_NOT_AN_IMAGE),
        (b"hello", Code.PHOTO_NOT_AN_IMAGE),
        (images.encoded("GIF", (20, 20)), Code.PHOTO_UNSUPPORTED),
        (images.noisy_jpeg()[:9000], Code.PHOTO_TRUNCATED),
        (images.png_header(10_000, 10_000), Code.PHOTO_TOO_MANY_PIXELS),
    ],
)
def test_what_is_refused_for_good_is_remembered(ana: Person, content: bytes, code: Code) -> None:
    photo = store(ana, content)
    assert (photo.state, photo.code) == (PhotoState.REFUSED, code)
    assert not files_of(photo.id)
    again = store(ana, photo_id=photo.id, sha256=images.digest(content), stream=Untouched())
    assert (again.code, again.detail) == (photo.code, photo.detail)


def test_an_announced_length_over_the_bound_is_refused_unread(ana: Person) -> None:
    photo = store(ana, stream=Untouched(), length=50 * 1024 * 1024, sha256="0" * 64)
    assert photo.code == Code.PHOTO_TOO_LARGE


def test_a_body_that_never_ends_is_left_at_the_bound_and_never_held_in_memory(ana: Person) -> None:
    stream = Endless()
    tracemalloc.start()
    try:
        photo = store(ana, stream=stream, length=None, sha256="0" * 64)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert photo.code == Code.PHOTO_TOO_LARGE
    assert stream.taken <= limits.PHOTO_BYTES_MAX + uploads.CHUNK
    assert peak < 2 * 1024 * 1024


def test_bytes_changed_on_the_way_leave_no_trace(ana: Person) -> None:
    with pytest.raises(Refused) as refused:
        store(ana, images.jpeg(), sha256=images.digest(b"other"))
    assert refused.value.code == Code.PHOTO_DIGEST_MISMATCH
    assert not Photo.objects.exists()


def test_a_third_photo_waits_while_two_are_decoded(ana: Person) -> None:
    content, photo_id = images.jpeg(), ids.uuid7()
    with gate.decoding(), gate.decoding():
        with pytest.raises(Refused) as refused:
            store(ana, content, photo_id=photo_id)
        assert refused.value.code == Code.PHOTO_BUSY
        assert not Photo.objects.exists()
        assert not files_of(photo_id)
    assert store(ana, content, photo_id=photo_id).state == PhotoState.READY


def test_a_refused_photo_gives_its_place_back(ana: Person) -> None:
    for _ in range(gate.AT_ONCE + 1):
        assert store(ana, b"hello").code == Code.PHOTO_NOT_AN_IMAGE
    assert store(ana, images.jpeg()).state == PhotoState.READY


def test_a_discarded_photo_is_gone(ana: Person, django_capture_on_commit_callbacks: Any) -> None:
    photo = store(ana, images.jpeg())
    photo_id = photo.id
    with django_capture_on_commit_callbacks(execute=True):
        discard_photos([photo])
        assert files_of(photo_id), "the transaction may still fail: files go after it"
    assert not files_of(photo_id)
    assert not Photo.objects.exists()


def test_only_two_sizes_exist(ana: Person) -> None:
    photo = store(ana, images.jpeg())
    for size in (0, 1, 321, 640, 1079, 4000):
        with pytest.raises(Refused) as refused:
            open_rendition(photo, size)
        assert refused.value.code == Code.NOT_FOUND


def test_never_more_than_two_places() -> None:
    inside, most, busy, lock = 0, 0, 0, threading.Lock()
    start = threading.Barrier(8)

    def decode() -> None:
        nonlocal inside, most, busy
        start.wait()
        for _ in range(200):
            try:
                with gate.decoding():
                    with lock:
                        inside += 1
                        most = max(most, inside)
                    with lock:
                        inside -= 1
            except Refused:
                with lock:
                    busy += 1

    threads = [threading.Thread(target=decode) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most <= gate.AT_ONCE
    assert inside == 0
