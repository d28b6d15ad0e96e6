"""Who is signed in on this phone."""

import json
import sqlite3

from mobile.store.database import Body


def get(db: sqlite3.Connection) -> Body | None:
    row = db.execute("SELECT body FROM me").fetchone()
    return None if row is None else json.loads(row["body"])


def person_id(db: sqlite3.Connection) -> str:
    """Empty while nobody has signed in yet."""
    body = get(db)
    return "" if body is None else str(body["id"])


def save(db: sqlite3.Connection, body: Body) -> None:
    kept = {key: value for key, value in body.items() if key != "seq"}
    db.execute("INSERT OR REPLACE INTO me VALUES (1, ?)", (json.dumps(kept, sort_keys=True),))


def forget(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM me")
