"""The owner's photos that lie on this phone, before and after they were sent."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mobile.store.database import Store


class PhotoState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LocalPhoto:
    id: str
    habit: str
    date: str
    """Of the day it shows; empty for a picture that stands beside a habit."""
    source: str
    state: PhotoState
    code: str | None


def path_of(store: Store, photo_id: str) -> Path:
    return store.photos_dir / f"{photo_id}.jpg"


def add(db: sqlite3.Connection, *, photo_id: str, habit: str, date: str, source: str) -> None:
    db.execute("INSERT INTO photos VALUES (?, ?, ?, ?, ?, NULL)", (photo_id, habit, date, source, PhotoState.WAITING))


def get(db: sqlite3.Connection, photo_id: str) -> LocalPhoto | None:
    row = db.execute("SELECT * FROM photos WHERE id = ?", (photo_id,)).fetchone()
    if row is None:
        return None
    return LocalPhoto(row["id"], row["habit"], row["date"], row["source"], PhotoState(row["state"]), row["code"])


def mark(db: sqlite3.Connection, photo_id: str, state: PhotoState, code: str | None = None) -> None:
    db.execute("UPDATE photos SET state = ?, code = ? WHERE id = ?", (state, code, photo_id))


def remove(db: sqlite3.Connection, photo_id: str) -> None:
    """Forget it; its file, if it is still there, is then nobody's."""
    db.execute("DELETE FROM photos WHERE id = ?", (photo_id,))


def forget_beside(db: sqlite3.Connection, habit: str, keep: Collection[str]) -> None:
    """Pictures of no day, which stood beside a habit: only those in `keep` still do. Files go with the next start."""
    rows = db.execute("SELECT id FROM photos WHERE habit = ? AND date = ''", (habit,)).fetchall()
    for row in rows:
        if row["id"] not in keep:
            remove(db, str(row["id"]))


def remove_orphans(store: Store) -> None:
    """Photos that were picked but never posted before the app was closed."""
    with store.read() as db:
        known = {str(row["id"]) for row in db.execute("SELECT id FROM photos")}
    for path in store.photos_dir.iterdir():
        if path.stem not in known:
            path.unlink()
