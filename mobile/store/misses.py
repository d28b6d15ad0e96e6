"""The owner's misses as the server last printed them."""

import json
import sqlite3

from mobile.store.database import Body


def save(db: sqlite3.Connection, body: Body) -> None:
    db.execute("INSERT OR REPLACE INTO misses VALUES (?, ?)", (body["id"], json.dumps(body, sort_keys=True)))


def listed(db: sqlite3.Connection) -> list[Body]:
    return [json.loads(row["body"]) for row in db.execute("SELECT body FROM misses ORDER BY id")]


def patch_letter(db: sqlite3.Connection, miss_id: str, changes: Body) -> None:
    """What has become of its letter."""
    row = db.execute("SELECT body FROM misses WHERE id = ?", (miss_id,)).fetchone()
    body = json.loads(row["body"]) if row else {}
    if body.get("letter"):
        save(db, body | {"letter": body["letter"] | changes})


def remove(db: sqlite3.Connection, miss_id: str) -> None:
    db.execute("DELETE FROM misses WHERE id = ?", (miss_id,))


def clear(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM misses")
