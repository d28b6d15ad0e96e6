"""What is seen while a backup is made is what was dumped, whatever people do meanwhile."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from server.media.models import Photo
from server.media.services import discard_photos
from server.operations.backup import postgres
from server.operations.backup.contents import count_rows, photo_files
from server.operations.backup.photos import copy_photos
from tests.server import world
from tests.server.cast import arrive, door_of

pytestmark = pytest.mark.django_db(transaction=True)


def meanwhile(does: Callable[[], object]) -> None:
    """Somebody else does this, now, over a connection of their own."""

    def alone() -> None:
        try:
            does()
        finally:
            connection.close()

    thread = threading.Thread(target=alone)
    thread.start()
    thread.join()


def test_posts_and_deletions_meanwhile_are_neither_listed_nor_lost(tmp_path, time) -> None:
    ana = door_of(arrive("Ana"))
    kept, deleted = (world.put_photo(ana).json()["id"] for _ in range(2))
    with postgres.snapshot(tmp_path):
        meanwhile(lambda: world.put_photo(ana))
        meanwhile(lambda: discard_photos(Photo.objects.filter(id=deleted)))
        files, rows = list(photo_files()), count_rows()["media_photo"]
    assert {str(photo) for photo, _ in files} == {kept, deleted}
    assert rows == 2
    copied = copy_photos(files, root=tmp_path, into=tmp_path / "backup")
    assert {str(photo) for photo in copied.absent} == {deleted}
    assert {name for photo, name in files if str(photo) == kept} == set(copied.digests)
