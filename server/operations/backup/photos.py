"""Photo files on their way into a backup. They never change once written, so an earlier backup's copy is as good."""

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from server.media import storage
from server.operations.backup.manifest import Manifest, digest_of, finished

FOLDER = "photos"


@dataclass(slots=True)
class Copied:
    """Digests by name of what was copied, and the photos whose files were not there."""

    digests: dict[str, str] = field(default_factory=dict)
    absent: set[UUID] = field(default_factory=set)


def copy_photos(files: Iterable[tuple[UUID, str]], *, root: Path, into: Path) -> Copied:
    """Copy files into a backup below `root`; what its latest neighbour holds is linked and costs no room."""
    earlier, known = _latest(root)
    copied = Copied()
    for photo_id, name in files:
        target = into / FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            copied.digests[name] = _link(earlier, known, name, target) or _copy(storage.root() / name, target)
        except FileNotFoundError:
            copied.absent.add(photo_id)
    return copied


def put_back(folder: Path, names: Iterable[str]) -> None:
    """Copy a backup's photos to where this Kith keeps them. Never linked: the two must not share one fault."""
    for name in names:
        _copy(folder / FOLDER / name, _made(storage.root() / name))


def _latest(root: Path) -> tuple[Path, Mapping[str, str]]:
    backups = finished(root)
    return (backups[-1] / FOLDER, Manifest.read(backups[-1]).photos) if backups else (root, {})


def _link(earlier: Path, known: Mapping[str, str], name: str, target: Path) -> str | None:
    if name not in known:
        return None
    try:
        os.link(earlier / name, target)
    except OSError:  # no links here, or the file is gone: copied anew
        return None
    return known[name]


def _copy(source: Path, target: Path) -> str:
    shutil.copyfile(source, target)
    target.chmod(storage.FILE_MODE)
    return digest_of(target)


def _made(path: Path) -> Path:
    path.parent.mkdir(mode=storage.FOLDER_MODE, parents=True, exist_ok=True)
    return path
