"""What a backup says about itself. It is written last: a folder without one was never finished."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

NAME = "manifest.json"


class BackupError(RuntimeError):
    """What was asked cannot be done; the message says why, in a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """`taken_at` is an instant (ISO); digests are SHA-256 in hexadecimal.

    `tables` counts rows, `photos` are the digests of files by name, `folds` digests what every habit's days were at
    `taken_at`. `gone` are photos their owner deleted while the backup was being made: their rows are in the dump.
    `missing` are photos whose file was absent though nobody deleted them.
    """

    vendor: str
    taken_at: str
    migrations: list[str]
    tables: dict[str, int]
    folds: str
    dump: str
    dump_sha256: str
    photos: dict[str, str]
    gone: list[str]
    missing: list[str]

    @property
    def instant(self) -> datetime:
        return datetime.fromisoformat(self.taken_at)

    def write(self, folder: Path) -> None:
        (folder / NAME).write_text(json.dumps(asdict(self), indent=1, sort_keys=True))

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Raises BackupError for a folder that holds no finished backup."""
        try:
            return cls(**json.loads((folder / NAME).read_text()))
        except (OSError, ValueError, TypeError) as error:
            raise BackupError(f"{folder} holds no finished backup of this kind.") from error


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def finished(root: Path) -> list[Path]:
    """The finished backups in a folder, oldest first: their names are their instants."""
    return sorted(manifest.parent for manifest in root.glob(f"[0-9]*/{NAME}"))
