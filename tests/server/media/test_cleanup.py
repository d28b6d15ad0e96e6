"""What nobody will ask for is thrown away, and nothing else."""

import io
import os
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from server.media import cleanup, storage
from server.media.models import Photo
from server.media.renderings import SIZES
from server.media.services import mark_attached, store_photo
from server.media.tasks import clean_up_photos
from server.people.models import Person
from shared import clock, ids
from shared.clock import StoppedClock
from tests.server import images

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _empty_folder() -> None:
    for path in Path(settings.PHOTO_ROOT).glob("*/*"):
        path.unlink()


def stored(owner: Person) -> Photo:
    content = images.jpeg()
    return store_photo(
        owner_id=owner.id, photo_id=ids.uuid7(), stream=io.BytesIO(content), length=None,
        sha256=images.digest(content), source="camera", now=clock.now(),
    )  # fmt: skip


def age(path: Path, by: timedelta) -> None:
    written = (clock.now() - by).timestamp()
    os.utime(path, (written, written))


def files() -> list[Path]:
    return sorted(Path(settings.PHOTO_ROOT).glob("*/*"))


def stray(photo_id: UUID, sha256: str = "a" * 64) -> Path:
    storage.write(photo_id, sha256, {320: b"left over"})
    return storage.root() / storage.name_of(photo_id, sha256, 320)


def test_a_file_without_a_row_goes_after_an_hour(ana: Person) -> None:
    young, old = stray(ids.uuid7()), stray(ids.uuid7())
    age(young, timedelta(minutes=59))
    age(old, timedelta(minutes=61))
    assert cleanup.remove_files_without_rows(now=clock.now()) == 1
    assert files() == [young]


def test_files_of_a_row_stay_however_old(ana: Person) -> None:
    photo = stored(ana)
    for path in files():
        age(path, timedelta(days=400))
    other_bytes = stray(photo.id, "b" * 64)
    age(other_bytes, timedelta(days=1))
    assert cleanup.remove_files_without_rows(now=clock.now()) == 1
    assert len(files()) == len(SIZES)


def test_half_written_files_of_a_killed_process_go(ana: Person) -> None:
    folder = stray(ids.uuid7()).parent
    for name in ("incoming-abc", "something-else"):
        (folder / name).write_bytes(b"half")
    for path in files():
        age(path, timedelta(hours=2))
    assert cleanup.remove_files_without_rows(now=clock.now()) == 3
    assert files() == []


def test_a_photo_that_nothing_ever_showed_goes_after_a_month(ana: Person, time: StoppedClock) -> None:
    loose, shown = stored(ana), stored(ana)
    mark_attached([shown], now=clock.now())
    time.advance(timedelta(days=30))
    clean_up_photos()
    assert Photo.objects.count() == 2
    time.advance(timedelta(days=1, seconds=1))
    clean_up_photos()
    assert list(Photo.objects.all()) == [shown]
    assert not list(Path(settings.PHOTO_ROOT).glob(f"*/{loose.id.hex}*"))
    assert len(files()) == len(SIZES)
