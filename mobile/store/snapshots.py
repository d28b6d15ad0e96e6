"""Whole answers kept as they came, with their ETag: today, rounds, feed, notices, friends, seats, arrivals,
friends' days that are waited for."""

import json
import sqlite3

from mobile.store.database import Body

TODAY = "today"
ROUNDS = "rounds"
FEED = "feed"
NOTICES = "notices"
FRIENDS = "friends"
CIRCLES = "circles"
SEATS = "seats"
ARRIVALS = "arrivals"
WAITED_FOR = "waited_for"
GUEST_LINKS = "guest_links"
BESIDE_OFFERS = "beside_offers"
LESS = "less"
LOOKED_AT = "looked_at"
"""Not an answer: the habits of friends this phone has shown (store/looked_at.py)."""


def my_gold(habit_id: str) -> str:
    """The gold letter I have sealed for a friend's habit."""
    return f"my_gold/{habit_id}"


def get(db: sqlite3.Connection, key: str) -> Body:
    """The last answer, or an empty one."""
    row = db.execute("SELECT body FROM snapshots WHERE key = ?", (key,)).fetchone()
    return {} if row is None else json.loads(row["body"])


def etag(db: sqlite3.Connection, key: str) -> str:
    row = db.execute("SELECT etag FROM snapshots WHERE key = ?", (key,)).fetchone()
    return "" if row is None else str(row["etag"])


def save(db: sqlite3.Connection, key: str, body: Body, etag: str = "") -> None:
    db.execute("INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?)", (key, json.dumps(body), etag))


def clear(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM snapshots")
