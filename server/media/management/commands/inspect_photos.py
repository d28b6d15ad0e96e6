"""Your own files, hostile or odd, through the very pipeline that takes in uploads."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from server.media.apart import Bounds, DecoderBrokenError, examine
from server.media.renderings import Rendering, Verdict
from server.media.services import FOR_GOOD
from shared import limits
from shared.codes import Code, Refused

BROKEN = "BROKEN"


class Command(BaseCommand):
    help = "Say of each file in a folder what an upload of it would come to. Stores nothing; ends with 1 if any broke."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--seconds", type=int, default=limits.PHOTO_SECONDS_MAX, help="of one core, for each file")
        parser.add_argument("--megabytes", type=int, default=limits.PHOTO_MEGABYTES_MAX, help="of memory, for each")

    def handle(self, *args: Any, **options: Any) -> None:
        files = list(_files(options["folder"]))
        if not files:
            raise CommandError(f"There is no file in {options['folder']}.")
        bounds = Bounds(options["seconds"], options["megabytes"])
        broken = sum(self._tell(path, bounds) == BROKEN for path in files)
        if broken:
            raise CommandError(f"{broken} of {len(files)} broke the pipeline.", returncode=1)
        self.stdout.write(f"{len(files)} files: each ready or refused.")

    def _tell(self, path: Path, bounds: Bounds) -> str:
        """Print a line and answer its first word."""
        try:
            verdict = _verdict(path, bounds)
            fate, cost = _fate(verdict.outcome), f"{verdict.seconds:7.3f} s {verdict.megabytes:5} MB"
        except DecoderBrokenError as error:
            fate, cost = (BROKEN, str(error).splitlines()[-1]), ""
        self.stdout.write(f"{' '.join(fate):32} {cost}  {path}")
        return fate[0]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _verdict(path: Path, bounds: Bounds) -> Verdict:
    if path.stat().st_size > limits.PHOTO_BYTES_MAX:
        return Verdict(Refused(Code.PHOTO_TOO_LARGE))
    with path.open("rb") as file:
        return examine(file, bounds)


def _fate(outcome: Rendering | Refused) -> tuple[str, str]:
    if not isinstance(outcome, Refused):
        return "ready", f"{outcome.width}x{outcome.height}"
    return ("refused" if outcome.code in FOR_GOOD else BROKEN), str(outcome.code)
