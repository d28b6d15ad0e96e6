"""The owner's rests as the server last printed them."""

import json
import sqlite3

from mobile.store.database import Body


def save(db: sqlite3.Connection, body: Body) -> None:
    db.execute("INSERT OR REPLACE INTO rests VALUES (?, ?)", (body["id"], json.dumps(body, sort_keys=True)))


def listed(db: sqlite3.Connection) -> list[Body]:
    return [json.loads(row["body"]) for row in db.execute("SELECT body FROM rests ORDER BY id")]


def remove(db: sqlite3.Connection, rest_id: str) -> None:
    db.execute("DELETE FROM rests WHERE id = ?", (rest_id,))


def clear(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM rests")
