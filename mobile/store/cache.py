"""Others' photos (and own ones this phone never took), as small files; what was seen longest ago goes first."""

import sqlite3
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from mobile.files import write_whole
from mobile.store.database import Store
from shared import limits

SIZE = 1080
FACE_SIZE = 320


def key_of(habit: str, date: str, n: int) -> str:
    return f"{habit}_{date}_{n}_{SIZE}"


def face_key(habit: str, date: str, person: str, picture: str) -> str:
    """Of the picture a friend answered with; another picture has another name."""
    return f"{habit}_{date}_{person}_{picture}_{FACE_SIZE}"


def anchor_key(habit: str, version: str, n: int) -> str:
    """Of a picture that stands beside a habit; other pictures have another version."""
    return f"{habit}_beside_{version}_{n}_{SIZE}"


def sent_key(picture: str) -> str:
    """Of the face in a cheer or a nudge."""
    return f"sent_{picture}_{FACE_SIZE}"


def path_of(store: Store, key: str) -> Path:
    return store.cache_dir / f"{key}.webp"


def has(store: Store, key: str) -> bool:
    return path_of(store, key).exists()


def add(store: Store, key: str, content: bytes, *, bytes_max: int = limits.PHONE_CACHE_BYTES) -> bool:
    """Keep these bytes; the file appears whole or not at all. False where the disk has no room for it."""
    path = path_of(store, key)
    try:
        write_whole(content, path)
    except OSError:
        return False
    with store.write() as db:
        db.execute("INSERT OR REPLACE INTO cached_photos VALUES (?, ?, ?)", (key, len(content), _next(db)))
    shrink(store, bytes_max)
    return True


def forget_all_but(store: Store, keys: Collection[str]) -> None:
    """What may no longer be seen is not kept either: only photos that some screen still shows stay."""
    with store.read() as db:
        known = [str(row["key"]) for row in db.execute("SELECT key FROM cached_photos")]
    gone = [key for key in known if key not in keys]
    if gone:
        _remove(store, gone)


def _next(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT COALESCE(MAX(used), 0) + 1 FROM cached_photos").fetchone()[0])


def seen(path: Path) -> None:
    """It was just put on a screen: it goes last. The file itself remembers."""
    with suppress(OSError):
        path.touch(exist_ok=True)


def size(store: Store) -> int:
    """Bytes."""
    with store.read() as db:
        return int(db.execute("SELECT COALESCE(SUM(bytes), 0) FROM cached_photos").fetchone()[0])


def shrink(store: Store, bytes_max: int) -> None:
    """Let go of what was seen longest ago, until no more than this is kept."""
    if size(store) <= bytes_max:
        return
    with store.read() as db:
        rows = db.execute("SELECT key, bytes, used FROM cached_photos").fetchall()
    total, gone = 0, []
    for row in sorted(rows, key=lambda row: (_seen_at(path_of(store, row["key"])), row["used"]), reverse=True):
        total += int(row["bytes"])
        if total > bytes_max:
            gone.append(str(row["key"]))
    if gone:
        _remove(store, gone)


def _seen_at(path: Path) -> float:
    """Of a file that is gone: never."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _remove(store: Store, keys: Collection[str]) -> None:
    with store.write() as db:
        db.executemany("DELETE FROM cached_photos WHERE key = ?", [(key,) for key in keys])
    for key in keys:
        path_of(store, key).unlink(missing_ok=True)
