"""A backup brings back everything, refuses what would harm, and says what it could not find."""

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from server.media.models import Photo
from server.media.storage import name_of
from server.operations.backup.manifest import BackupError, Manifest, finished
from server.operations.backup.restore import refuse_damage, refuse_what_does_not_fit
from server.operations.backup.take import STAMP, forget_backups, take_backup
from tests.server import world
from tests.server.house import House
from tests.server.operations.places import fresh_place, manage

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


@pytest.fixture
def house(ana, ben, door, befriend):
    return House(ana, ben, door, befriend)


def counted(place: Path) -> Counter[str]:
    return Counter(path.name for path in place.glob("photos/*/*") if path.is_file())


def test_everything_comes_back_into_an_empty_place(house, tmp_path, time):
    backup, manifest = take_backup(root=tmp_path / "backups", now=time.instant)
    assert (manifest.tables["habits_checkin"], len(manifest.photos), manifest.missing) == (1, 2, [])
    with fresh_place(tmp_path / "fresh") as place:
        run = manage("restore", backup, place=place)
        assert run.returncode == 0, run.stderr
        assert "everything is as it was" in run.stdout
        assert counted(tmp_path / "fresh") == counted(backup)
        again = manage("restore", backup, place=place)
        assert (again.returncode, "tables in this database" in again.stderr) == (1, True)


def test_nobody_else_on_the_machine_reads_a_backup(house, tmp_path, time):
    backup, _ = take_backup(root=tmp_path / "backups", now=time.instant)
    assert (backup.stat().st_mode & 0o077, backup.parent.stat().st_mode & 0o077) == (0, 0)


def test_a_photo_that_did_not_change_takes_its_room_once(house, tmp_path, time):
    take_backup(root=tmp_path, now=time.instant)
    world.put_photo(house.anas)
    second, manifest = take_backup(root=tmp_path, now=time.instant + DAY)
    assert len(manifest.photos) == 4
    links = sorted(path.stat().st_nlink for path in second.glob("photos/*/*"))
    assert links == [1, 1, 2, 2]
    refuse_damage(second, manifest)


def test_a_damaged_file_is_found_before_anything_is_written(house, tmp_path, time):
    backup, manifest = take_backup(root=tmp_path, now=time.instant)
    photo = next(backup.glob("photos/*/*"))
    photo.write_bytes(photo.read_bytes()[:-1] + b"x")
    with pytest.raises(BackupError, match="1 files of this backup are damaged"):
        refuse_damage(backup, manifest)
    (backup / manifest.dump).unlink()
    with pytest.raises(BackupError, match="2 files"):
        refuse_damage(backup, manifest)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [({"vendor": "oracle"}, "is of oracle"), ({"migrations": ["kernel.9999_later"]}, "newer Kith"),
     ({}, "tables in this database")],
)  # fmt: skip
def test_what_does_not_fit_is_refused(house, tmp_path, time, changed, reason):
    backup, _ = take_backup(root=tmp_path, now=time.instant)
    told = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps(told | changed))
    with pytest.raises(BackupError, match=reason):
        refuse_what_does_not_fit(Manifest.read(backup))


def test_a_photo_without_its_file_is_said_loudly_and_the_rest_is_kept(house, tmp_path, time):
    photo = Photo.objects.get()
    (Path(settings.PHOTO_ROOT) / name_of(photo.id, photo.sha256, 320)).unlink()
    with pytest.raises(CommandError, match="1 photos have a row but no file"):
        call_command("backup", str(tmp_path))
    (kept,) = finished(tmp_path)
    assert Manifest.read(kept).missing == [str(photo.id)]


def test_old_backups_are_forgotten_but_never_the_latest(house, tmp_path, time):
    for days in range(3):
        take_backup(root=tmp_path, now=time.instant + days * DAY)
    assert forget_backups(root=tmp_path, older_than=DAY, now=time.instant + 2 * DAY) == 1
    assert forget_backups(root=tmp_path, older_than=DAY, now=time.instant + 400 * DAY) == 1
    (latest,) = finished(tmp_path)
    refuse_damage(latest, Manifest.read(latest))


def test_a_backup_that_was_not_finished_is_none(house, tmp_path, time):
    backup, _ = take_backup(root=tmp_path, now=time.instant)
    (backup / "manifest.json").unlink()
    assert finished(tmp_path) == []
    with pytest.raises(BackupError, match="no finished backup"):
        Manifest.read(backup)


def test_what_a_killed_backup_left_is_removed_by_one_a_day_later(house, tmp_path, time):
    for age in (timedelta(days=40), DAY, timedelta(hours=23)):
        left = tmp_path / (time.instant - age).strftime(f"unfinished-{STAMP}")
        left.mkdir()
        (left / "database.dump").write_bytes(b"half of everybody")
    take_backup(root=tmp_path, now=time.instant + timedelta(seconds=1))
    kept = [path.name for path in tmp_path.glob("unfinished-*")]
    assert kept == [(time.instant - timedelta(hours=23)).strftime(f"unfinished-{STAMP}")]


def test_phones_ask_for_everything_once_after_a_restore(house, tmp_path, time):
    """They may remember numbers that the restored server is about to give out again."""
    before = house.anas.get("/changes").json()["seq"]
    backup, _ = take_backup(root=tmp_path / "backups", now=time.instant)
    ask = (
        "import django; django.setup(); from server.kernel.models import ChangeCounter;"
        f"print(ChangeCounter.objects.get(person_id='{house.ana.id}').seq)"
    )
    with fresh_place(tmp_path / "fresh") as place:
        assert manage("restore", backup, place=place).returncode == 0
        seq = int(manage("shell", "--no-imports", "-c", ask, place=place).stdout.split()[-1])
    assert seq > before + 50_000
