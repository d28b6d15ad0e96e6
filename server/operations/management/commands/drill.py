"""`manage.py drill FOLDER`: could the latest backup be restored? A verdict, and an exit code for whoever watches."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from server.operations.backup.drill import rehearse
from server.operations.backup.manifest import BackupError
from shared import clock


class Command(BaseCommand):
    help = "Restore the latest backup below FOLDER into a fresh database and folder, compare, and remove both."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **_: Any) -> None:
        try:
            verdict = rehearse(root=folder, now=clock.now())
        except BackupError as error:
            raise CommandError(str(error)) from error
        hours = verdict.age.total_seconds() / 3600
        self.stdout.write(f"{verdict.backup}, {hours:.1f} hours old\n{verdict.said}")
        if not verdict.good:
            raise CommandError("This backup would not help you: see above." if not verdict.restored else
                               "It can be restored, but it is too old: backups have stopped.")  # fmt: skip
        self.stdout.write("This backup can be restored.")
