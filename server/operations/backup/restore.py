"""Bringing a backup back, into nothing but an empty place, and looking closely at what came back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from server.kernel.facts import start_everybody_anew
from server.media import storage
from server.media.models import Photo
from server.media.services import discard_photos
from server.operations.backup.contents import count_rows, digest_folds, photo_files
from server.operations.backup.manifest import BackupError, Manifest, digest_of
from server.operations.backup.photos import FOLDER, put_back
from server.operations.backup.take import DATABASES


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and every difference found: none means that nothing is missing."""

    rows: int
    photos: int
    differences: list[str]


def restore_backup(folder: Path) -> Restored:
    """Fill this Kith's empty database and photo folder from a backup and bring its schema to this version.

    Raises BackupError, before anything is written, if the backup is damaged or does not fit, or if there is
    something here already.
    """
    manifest = Manifest.read(folder)
    refuse_what_does_not_fit(manifest)
    refuse_damage(folder, manifest)
    DATABASES[connection.vendor].load(folder / manifest.dump)
    put_back(folder, manifest.photos)
    differences = list(_compared_rows(manifest))
    call_command("migrate", verbosity=0)
    differences += _compared_photos(manifest)
    if digest_folds(now=manifest.instant) != manifest.folds:
        differences.append("some habit's days are not what they were")
    discard_photos(Photo.objects.filter(id__in=manifest.gone))
    start_everybody_anew()
    return Restored(sum(manifest.tables.values()), len(manifest.photos), differences)


def refuse_what_does_not_fit(manifest: Manifest) -> None:
    """Another kind of database, a newer Kith, or a place that is not empty."""
    if manifest.vendor != connection.vendor:
        raise BackupError(f"This backup is of {manifest.vendor}; here runs {connection.vendor}.")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    newer = sorted(set(manifest.migrations) - known)
    if newer:
        raise BackupError(f"This backup was made by a newer Kith, which knows {newer[0]}. Restore with that version.")
    if connection.introspection.table_names():
        raise BackupError("There are tables in this database. A backup is restored into an empty one only.")
    if any(storage.root().iterdir()):
        raise BackupError(f"{storage.root()} is not empty. Move what is there away first.")


def refuse_damage(folder: Path, manifest: Manifest) -> None:
    """Every file must be the one that was backed up."""
    digests = {manifest.dump: manifest.dump_sha256}
    digests |= {f"{FOLDER}/{name}": digest for name, digest in manifest.photos.items()}
    damaged = [name for name, digest in digests.items() if not _is_sound(folder / name, digest)]
    if damaged:
        raise BackupError(f"{len(damaged)} files of this backup are damaged or absent, the first is {damaged[0]}.")


def _is_sound(path: Path, digest: str) -> bool:
    return path.is_file() and digest_of(path) == digest


def _compared_rows(manifest: Manifest) -> Iterator[str]:
    found = count_rows()
    for table in sorted(manifest.tables.keys() | found.keys()):
        before, after = manifest.tables.get(table), found.get(table)
        if before != after:
            yield f"{table}: {before} rows before, {after} now"


def _compared_photos(manifest: Manifest) -> Iterator[str]:
    """Photos whose owner deleted them while the backup was made are not missed."""
    for photo_id, name in photo_files():
        if str(photo_id) not in manifest.gone and not (storage.root() / name).is_file():
            yield f"photo {name}: the file is missing"
