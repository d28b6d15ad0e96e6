"""`manage.py restore FOLDER`: a backup into an empty database and an empty photo folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from server.operations.backup.manifest import BackupError
from server.operations.backup.restore import restore_backup


class Command(BaseCommand):
    help = "Restore one backup into an empty database and an empty photo folder, and compare what came back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="one backup: the folder that holds manifest.json")

    def handle(self, *, folder: Path, **_: Any) -> None:
        try:
            restored = restore_backup(folder)
        except BackupError as error:
            raise CommandError(str(error)) from error
        for difference in restored.differences:
            self.stdout.write(f"different: {difference}")
        if restored.differences:
            raise CommandError(f"Restored with {len(restored.differences)} differences.")
        self.stdout.write(f"Restored {restored.rows} rows and {restored.photos} photo files; everything is as it was.")
