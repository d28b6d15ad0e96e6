"""Rendered photos as private files. A file's name holds the id and the digest, so two uploads never share a file."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import UUID

from django.conf import settings

from server.media.renderings import SIZES

FOLDER_MODE, FILE_MODE = 0o750, 0o640
# Readable for the group, so that a web server in it can send what X-Accel-Redirect points at.
_DIGEST_PART = 16


def root() -> Path:
    """The private folder; made when first needed."""
    folder = Path(settings.PHOTO_ROOT)
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    return folder


def name_of(photo_id: UUID, sha256: str, size: int) -> str:
    """Path below the root. The id's last digits spread photos evenly; its first ones are time."""
    return f"{photo_id.hex[-2:]}/{stem_of(photo_id, sha256)}-{size}.webp"


def stem_of(photo_id: UUID, sha256: str) -> str:
    return f"{photo_id.hex}-{sha256[:_DIGEST_PART]}"


def write(photo_id: UUID, sha256: str, renditions: Mapping[int, bytes]) -> None:
    """Write every size under a temporary name, then rename: a reader sees a whole file or none."""
    for size, content in renditions.items():
        path = root() / name_of(photo_id, sha256, size)
        path.parent.mkdir(mode=FOLDER_MODE, exist_ok=True)
        _write_whole(path, content)


def remove(photo_id: UUID, sha256: str) -> None:
    """Remove every size; what isn't there is no error."""
    for size in SIZES:
        (root() / name_of(photo_id, sha256, size)).unlink(missing_ok=True)


def folders() -> Iterator[Path]:
    """The folders photos lie in."""
    return (folder for folder in sorted(root().iterdir()) if folder.is_dir())


def _write_whole(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix="incoming-")
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, FILE_MODE)
            file.write(content)
            file.flush()
            # The row is written next: after a power cut it must not outlive its photo.
            os.fsync(handle)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
