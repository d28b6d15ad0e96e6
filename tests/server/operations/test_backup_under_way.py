"""A backup made while people post: what it holds fits together, and the drill restores it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from server.media.models import Photo
from server.media.services import discard_photos
from server.operations.backup.manifest import Manifest
from server.operations.backup.take import take_backup
from shared import ids
from tests.server import world
from tests.server.cast import Door, arrive, door_of
from tests.server.operations.places import environment_here, manage

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, WARM_UP = 2, 6
"""Who posts at once, and how many posts stand before the backup begins."""


class Writer(threading.Thread):
    """Posts photo after photo, and deletes every third of them a moment later; remembers what was acknowledged."""

    def __init__(self, door: Door, stop: threading.Event, enough: threading.Semaphore) -> None:
        super().__init__(daemon=True)
        self._door, self._stopping, self._enough = door, stop, enough
        self.acknowledged: list[str] = []

    def run(self) -> None:
        try:
            while not self._stopping.is_set():
                self._post()
        finally:
            connection.close()

    def _post(self) -> None:
        answer = world.put_photo(self._door, photo_id=str(ids.uuid7()))
        if answer.status_code == 429:  # many at once: a phone waits a moment, too
            self._stopping.wait(0.1)
            return
        assert answer.status_code == 200, answer.content
        self.acknowledged.append(answer.json()["id"])
        self._enough.release()
        if len(self.acknowledged) % 3 == 0:
            discard_photos(Photo.objects.filter(id=self.acknowledged.pop(-2)))


@contextmanager
def people_posting() -> Iterator[list[Writer]]:
    """Writers at work; the block begins when each has posted a while, and they go on until it ends."""
    stop, enough = threading.Event(), threading.Semaphore(0)
    writers = [Writer(door_of(arrive(f"Writer{n}")), stop, enough) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    for _ in range(WRITERS * WARM_UP):
        assert enough.acquire(timeout=60)
    try:
        yield writers
    finally:
        stop.set()
        for writer in writers:
            writer.join(60)


def files_of(manifest: Manifest) -> dict[str, int]:
    """How many files the backup has of each photo, by its id."""
    found: dict[str, int] = {}
    for name in manifest.photos:
        photo = name.split("/")[1][:32]
        found[photo] = found.get(photo, 0) + 1
    return found


def test_no_row_names_a_photo_the_backup_lacks(tmp_path: Path, time) -> None:
    with people_posting() as writers:
        before = {photo for writer in writers for photo in writer.acknowledged[:-2]}
        _, manifest = take_backup(root=tmp_path / "backups", now=time.instant)
    after = sum(len(writer.acknowledged) for writer in writers)
    assert after > len(before), "nobody wrote meanwhile, so nothing was shown"
    held = files_of(manifest)
    assert set(held.values()) == {2}
    assert manifest.missing == []
    assert len(held) + len(manifest.gone) == manifest.tables["media_photo"]
    kept = {photo.replace("-", "") for photo in before if Photo.objects.filter(id=photo).exists()}
    assert kept <= set(held), "what was acknowledged before the backup began is in it"


def test_the_drill_restores_what_was_backed_up_while_people_posted(tmp_path: Path, time) -> None:
    backups = tmp_path / "backups"
    with people_posting():
        made = manage("backup", backups, place=environment_here())
        assert made.returncode == 0, made.stderr
        drilled = manage("drill", backups, place=environment_here())
    assert drilled.returncode == 0, drilled.stdout + drilled.stderr
    assert "everything is as it was" in drilled.stdout
    assert "This backup can be restored." in drilled.stdout
    assert [path.name for path in backups.iterdir() if "drill" in path.name] == [], "it leaves nothing behind"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_database WHERE datname LIKE 'kith_drill%'")
            assert cursor.fetchone() == (0,)


def test_a_drill_over_a_spoiled_backup_says_so(tmp_path: Path, time) -> None:
    world.put_photo(door_of(arrive("Ana")))
    backup, _ = take_backup(root=tmp_path, now=time.instant)
    next(backup.glob("photos/*/*")).unlink()
    with pytest.raises(CommandError, match="would not help you"):
        call_command("drill", str(tmp_path))


def test_a_drill_notices_that_backups_have_stopped(tmp_path: Path, time) -> None:
    with pytest.raises(CommandError, match="no finished backup"):
        call_command("drill", str(tmp_path))
    take_backup(root=tmp_path, now=time.instant)
    time.advance(timedelta(hours=27))
    with pytest.raises(CommandError, match="too old"):
        call_command("drill", str(tmp_path))


def test_a_drill_that_differs_in_a_row_or_a_day_fails(tmp_path: Path, time) -> None:
    """The comparison is not for show: another count, and another history, are each told."""
    ana = door_of(arrive("Ana"))
    habit = world.promise(ana)["id"]
    world.check_in(ana, habit, "2026-03-02")
    backup, manifest = take_backup(root=tmp_path, now=time.instant)
    fields = {name: getattr(manifest, name) for name in Manifest.__slots__}
    tables = manifest.tables | {"habits_checkin": 2}
    Manifest(**fields | {"tables": tables, "folds": "other"}).write(backup)
    with pytest.raises(CommandError):
        call_command("drill", str(tmp_path))
    told = manage("drill", tmp_path, place=environment_here()).stdout
    assert "different: habits_checkin: 2 rows before, 1 now" in told
    assert "different: some habit's days are not what they were" in told
