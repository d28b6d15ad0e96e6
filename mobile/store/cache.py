"""Others' photos (and own ones this phone never took), as small files, bounded: what was fetched first goes first."""

import sqlite3
from collections.abc import Collection
from pathlib import Path

from mobile.store.database import Store

BYTES_MAX = 60 * 1024 * 1024
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


def add(store: Store, key: str, content: bytes, *, bytes_max: int = BYTES_MAX) -> None:
    """Keep these bytes; the file appears whole or not at all."""
    path = path_of(store, key)
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.replace(path)
    with store.write() as db:
        db.execute("INSERT OR REPLACE INTO cached_photos VALUES (?, ?, ?)", (key, len(content), _next(db)))
    _bound(store, bytes_max)


def forget_all_but(store: Store, keys: Collection[str]) -> None:
    """What may no longer be seen is not kept either: only photos that some screen still shows stay."""
    with store.read() as db:
        known = [str(row["key"]) for row in db.execute("SELECT key FROM cached_photos")]
    gone = [key for key in known if key not in keys]
    if gone:
        _remove(store, gone)


def _next(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT COALESCE(MAX(used), 0) + 1 FROM cached_photos").fetchone()[0])


def _bound(store: Store, bytes_max: int) -> None:
    with store.read() as db:
        rows = db.execute("SELECT key, bytes FROM cached_photos ORDER BY used DESC").fetchall()
    total, gone = 0, []
    for row in rows:
        total += int(row["bytes"])
        if total > bytes_max:
            gone.append(str(row["key"]))
    if gone:
        _remove(store, gone)


def _remove(store: Store, keys: Collection[str]) -> None:
    with store.write() as db:
        db.executemany("DELETE FROM cached_photos WHERE key = ?", [(key,) for key in keys])
    for key in keys:
        path_of(store, key).unlink(missing_ok=True)
