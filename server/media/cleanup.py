"""Removing what nobody will ask for: files without a row, and photos that nothing ever showed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from server.media import storage
from server.media.models import Photo, PhotoState
from server.media.services import discard_photos
from shared import limits

FILE_AGE = timedelta(hours=1)
"""A younger file may belong to an upload whose row is about to be written."""
LOOSE_AGE = limits.TOO_OLD + timedelta(days=1)
"""A check-in may wait on a phone as long as TOO_OLD; its photo waits here at least as long."""
BATCH = 500


def remove_loose_photos(*, now: datetime) -> int:
    """Delete photos never attached to anything for LOOSE_AGE; answers how many. At most BATCH at a time."""
    loose = Photo.objects.filter(attached_at__isnull=True, created_at__lt=now - LOOSE_AGE)
    photos = list(loose.order_by("created_at")[:BATCH])
    discard_photos(photos)
    return len(photos)


def remove_files_without_rows(*, now: datetime) -> int:
    """Delete files older than FILE_AGE that no ready photo owns, half-written ones included; answers how many."""
    return sum(_sweep(folder, now - FILE_AGE) for folder in storage.folders())


def _sweep(folder: Path, before: datetime) -> int:
    old = [path for path in folder.iterdir() if _is_older(path, before)]
    kept = _stems_with_rows(old)
    stray = [path for path in old if _stem(path) not in kept]
    for path in stray:
        path.unlink(missing_ok=True)
    return len(stray)


def _is_older(path: Path, before: datetime) -> bool:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) < before
    except FileNotFoundError:  # removed with its photo while we looked
        return False


def _stem(path: Path) -> str:
    return path.stem.rpartition("-")[0]


def _stems_with_rows(paths: list[Path]) -> set[str]:
    ids = {found for path in paths if (found := _id_in(path))}
    rows = Photo.objects.filter(id__in=ids, state=PhotoState.READY).values_list("id", "sha256")
    return {storage.stem_of(photo_id, sha256) for photo_id, sha256 in rows}


def _id_in(path: Path) -> UUID | None:
    try:
        return UUID(path.name[:32])
    except ValueError:
        return None
