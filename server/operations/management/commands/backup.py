"""`manage.py backup FOLDER`: the database and every photo, while Kith runs."""

from argparse import ArgumentParser
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from server.operations.backup.manifest import BackupError
from server.operations.backup.take import forget_backups, take_backup
from shared import clock


class Command(BaseCommand):
    help = "Back up the database and every photo into a new folder below FOLDER, while Kith runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--keep-days", type=int, help="afterwards remove backups older than this, never the latest")

    def handle(self, *, folder: Path, keep_days: int | None, **_: Any) -> None:
        now = clock.now()
        try:
            made, manifest = take_backup(root=folder, now=now)
        except BackupError as error:
            raise CommandError(str(error)) from error
        rows = sum(manifest.tables.values())
        self.stdout.write(
            f"{made}: {rows} rows, {len(manifest.photos)} photo files, {len(manifest.gone)} deleted meanwhile."
        )
        if keep_days is not None:
            removed = forget_backups(root=folder, older_than=timedelta(days=keep_days), now=now)
            self.stdout.write(f"{removed} older backups removed.")
        if manifest.missing:
            raise CommandError(f"{len(manifest.missing)} photos have a row but no file, here as in the backup: "
                               f"{', '.join(manifest.missing[:5])}")  # fmt: skip
