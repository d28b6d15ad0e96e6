"""Making a backup of a Kith that goes on running."""

import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import connection

from server.media.models import Photo
from server.operations.backup import postgres, sqlite
from server.operations.backup.contents import applied_migrations, count_rows, digest_folds, photo_files
from server.operations.backup.manifest import Manifest, digest_of, finished
from server.operations.backup.photos import Copied, copy_photos

DATABASES = {"postgresql": postgres, "sqlite": sqlite}
STAMP = "%Y%m%dT%H%M%S.%fZ"
UNFINISHED = "unfinished-"
CUT_SHORT = timedelta(days=1)
"""No backup takes so long: what is unfinished then was left by one that was killed."""


def take_backup(*, root: Path, now: datetime) -> tuple[Path, Manifest]:
    """Back up into a new folder below `root`, named by the instant; answers it with its manifest.

    The database is copied first, then exactly the photos it names: what is deleted in between is told apart from
    what was missing all along. The folder gets its name when it is whole. Raises BackupError.
    """
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(root, now)
    stamp = now.strftime(STAMP)
    unfinished = root / f"{UNFINISHED}{stamp}"
    unfinished.mkdir(mode=0o700)
    try:
        manifest = _fill(unfinished, root=root, now=now)
        manifest.write(unfinished)
        return unfinished.rename(root / stamp), manifest
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def forget_backups(*, root: Path, older_than: timedelta, now: datetime) -> int:
    """Remove backups of long ago, never the latest; answers how many. Who left is gone from backups, too, by then."""
    old = [folder for folder in finished(root)[:-1] if Manifest.read(folder).instant < now - older_than]
    for folder in old:
        shutil.rmtree(folder)
    return len(old)


def _sweep(root: Path, now: datetime) -> None:
    """Remove what killed backups left: half a copy holds people, too, and is forgotten by nobody else."""
    for folder in root.glob(f"{UNFINISHED}*"):
        if folder.name.removeprefix(UNFINISHED) < (now - CUT_SHORT).strftime(STAMP):
            shutil.rmtree(folder)


def _fill(folder: Path, *, root: Path, now: datetime) -> Manifest:
    with DATABASES[connection.vendor].snapshot(folder) as dump:
        tables, migrations, folds = count_rows(), applied_migrations(), digest_folds(now=now)
        files = list(photo_files())
    copied = copy_photos(files, root=root, into=folder)
    gone, missing = _explain(copied)
    return Manifest(
        vendor=connection.vendor, taken_at=now.isoformat(), migrations=migrations, tables=tables, folds=folds,
        dump=dump, dump_sha256=digest_of(folder / dump), photos=copied.digests,
        gone=_text(gone), missing=_text(missing),
    )  # fmt: skip


def _explain(copied: Copied) -> tuple[set[UUID], set[UUID]]:
    """Photos deleted since the snapshot, and photos whose file is missing though their row still stands."""
    standing = set(Photo.objects.filter(id__in=copied.absent).values_list("id", flat=True))
    return copied.absent - standing, standing


def _text(ids: Iterable[UUID]) -> list[str]:
    return sorted(str(one) for one in ids)
