"""How much room pictures take here, and making some. What was never sent, or not yet accepted, always stays."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from mobile.store import cache, check_ins, photos
from mobile.store.database import Store
from shared import limits

_CACHE_KEPT = limits.PHONE_CACHE_BYTES // 6
"""What making room leaves of others' pictures: those seen last."""
_LATELY = timedelta(days=7)
"""Own photos of the last days stay: the flip-book shows them."""


def taken(store: Store) -> int:
    """Bytes of all pictures here."""
    return cache.size(store) + sum(_size(path) for path in store.photos_dir.iterdir())


def make(store: Store, today: date) -> None:
    """As much as can be had: whatever goes is fetched again when it is looked at."""
    cache.shrink(store, _CACHE_KEPT)
    until = (today - _LATELY).isoformat()
    for day, path in _accepted(store):
        if day < until:
            path.unlink(missing_ok=True)


def keep_within(store: Store, own_max: int = limits.PHONE_OWN_BYTES) -> None:
    """Let go of the oldest accepted photos of one's own, until all of them take no more than this."""
    accepted = [(day, path, _size(path)) for day, path in _accepted(store)]
    over = sum(size for _, _, size in accepted) - own_max
    for _, path, size in sorted(accepted):
        if over <= 0:
            break
        path.unlink(missing_ok=True)
        over -= size


def _accepted(store: Store) -> Iterator[tuple[str, Path]]:
    """Day and file of each own photo that the server says it has ready, where its file lies here."""
    with store.read() as db:
        sent = [photos.get(db, str(row["id"])) for row in db.execute("SELECT id FROM photos WHERE date > ''")]
        ready = {
            slot["photo"]
            for photo in sent
            if photo is not None and photo.state is photos.PhotoState.SENT
            for slot in (check_ins.get(db, photo.habit, photo.date) or {"photos": []})["photos"]
            if slot["state"] == "ready"
        }
    for photo in sent:
        if photo is not None and photo.id in ready:
            path = photos.path_of(store, photo.id)
            if path.exists():
                yield photo.date, path


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
