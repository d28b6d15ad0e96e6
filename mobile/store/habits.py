"""The owner's habits as the server last printed them."""

import json
import sqlite3

from mobile.store.database import Body


def save(db: sqlite3.Connection, body: Body) -> None:
    db.execute("INSERT OR REPLACE INTO habits VALUES (?, ?)", (body["id"], json.dumps(body, sort_keys=True)))


def listed(db: sqlite3.Connection) -> list[Body]:
    return [json.loads(row["body"]) for row in db.execute("SELECT body FROM habits ORDER BY id")]


def remove(db: sqlite3.Connection, habit_id: str) -> None:
    db.execute("DELETE FROM habits WHERE id = ?", (habit_id,))


def clear(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM habits")
