"""The owner's check-ins as the server last printed them, one per habit day; an undone one stays as its tombstone."""

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime

from mobile.store import instants
from mobile.store.database import Body


def save(db: sqlite3.Connection, body: Body) -> None:
    """Keep `body` unless a newer print of the same habit day is already here (an answer may arrive after a pull)."""
    known = get(db, body["habit"], body["date"])
    if known is not None and _printed_at(known) > _printed_at(body):
        return
    values = (body["habit"], body["date"], body["id"], json.dumps(body, sort_keys=True))
    db.execute("INSERT OR REPLACE INTO check_ins VALUES (?, ?, ?, ?)", values)


def _printed_at(body: Body) -> datetime:
    return instants.from_text(body["updated_at"])


def get(db: sqlite3.Connection, habit: str, date: str) -> Body | None:
    row = db.execute("SELECT body FROM check_ins WHERE habit = ? AND date = ?", (habit, date)).fetchone()
    return None if row is None else json.loads(row["body"])


def of_habits(db: sqlite3.Connection, habit_ids: Collection[str], since: str = "") -> list[Body]:
    """By habit and date, from the date `since` on."""
    found = []
    for habit in sorted(habit_ids):
        rows = db.execute("SELECT body FROM check_ins WHERE habit = ? AND date >= ? ORDER BY date", (habit, since))
        found += [json.loads(row["body"]) for row in rows]
    return found


def remove(db: sqlite3.Connection, check_in_id: str) -> None:
    db.execute("DELETE FROM check_ins WHERE id = ?", (check_in_id,))


def clear(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM check_ins")
