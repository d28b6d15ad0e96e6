"""Proves that the latest backup can be restored, without touching what runs: a fresh database, a fresh folder."""

import os
import secrets
import shutil
import subprocess  # nosec B404  # runs our own restore
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from server.operations.backup.manifest import BackupError, Manifest, finished

FRESH = timedelta(hours=26)
"""A backup is made every day; two hours are for a slow one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`said` is what the restore printed."""

    backup: Path
    age: timedelta
    restored: bool
    said: str

    @property
    def good(self) -> bool:
        """Restored without a difference, and not a backup of long ago."""
        return self.restored and self.age < FRESH


def rehearse(*, root: Path, now: datetime) -> Verdict:
    """Restore the latest backup below `root` with the very command an operator would use. Raises BackupError."""
    backups = finished(root)
    if not backups:
        raise BackupError(f"There is no finished backup in {root}.")
    latest = backups[-1]
    with _fresh_place(root) as place:
        run = subprocess.run(  # nosec B603  # noqa: S603 (our own command)
            [sys.executable, "manage.py", "restore", str(latest.resolve())],
            cwd=settings.PROJECT_ROOT, env=os.environ | place, capture_output=True, text=True, check=False,
        )  # fmt: skip
    age = now - Manifest.read(latest).instant
    return Verdict(backup=latest, age=age, restored=run.returncode == 0, said=(run.stdout + run.stderr).strip())


@contextmanager
def _fresh_place(root: Path) -> Iterator[Mapping[str, str]]:
    """The environment of a Kith that has nothing yet. It lies beside the backups, where there is room for photos."""
    name = f"kith_drill_{secrets.token_hex(4)}"
    folder = root.resolve() / name
    folder.mkdir(mode=0o700)
    try:
        with _fresh_database(name) as database:
            yield {"KITH_DATA_DIR": str(folder), **database}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _fresh_database(name: str) -> Iterator[Mapping[str, str]]:
    """A new database on the same server; with SQLite, the new folder is all it takes."""
    if connection.vendor == "sqlite":
        yield {}
        return
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        yield {"DATABASE_URL": urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()}
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
