"""Finished packages as private files. A file's name begins with its export's id; only finished ones end in .zip."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

_FOLDER_MODE = 0o700
STRAY_AGE = timedelta(hours=1)
"""A younger file may be in the making."""


class NoRoomError(OSError):
    """The disk is nearly full. What is left belongs to people's days."""


def root() -> Path:
    """The private folder; made when first needed."""
    folder = Path(settings.EXPORT_ROOT)
    folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    return folder


def path_of(export_id: UUID) -> Path:
    return root() / f"{export_id.hex}.zip"


@contextmanager
def unfinished(export_id: UUID) -> Iterator[tuple[BinaryIO, Path]]:
    """A file of this attempt's own, gone when the block ends unless it was moved to its final name."""
    path = root() / f"{export_id.hex}-{token_hex(4)}.part"
    try:
        with path.open("xb") as file:
            yield file, path
    finally:
        path.unlink(missing_ok=True)


def keep(file: BinaryIO, path: Path, export_id: UUID) -> int:
    """Give a written file its final name and answer its size; after a power cut it is whole or not there."""
    file.flush()
    os.fsync(file.fileno())
    path.replace(path_of(export_id))
    return path_of(export_id).stat().st_size


def check_room() -> None:
    """Raises NoRoomError when less than the reserve is free."""
    if shutil.disk_usage(root()).free < settings.EXPORT_RESERVE:
        raise NoRoomError("no room for an export")


def remove(export_id: UUID) -> None:
    """Remove the finished file and every attempt; what isn't there is no error."""
    for path in root().glob(f"{export_id.hex}*"):
        path.unlink(missing_ok=True)


def old_files(now: datetime) -> Iterator[tuple[Path, UUID]]:
    """Files that nobody can be writing any more, with the export each belongs to."""
    for path in sorted(root().iterdir()):
        if datetime.fromtimestamp(path.stat().st_mtime, UTC) < now - STRAY_AGE:
            yield path, UUID(path.name[:32])
