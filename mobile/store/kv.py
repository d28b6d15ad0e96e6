"""Small things this phone remembers: where it synced to, which strip was put away."""

import sqlite3

SEQ = "seq"
SERVER = "server"
SIGNED_OUT = "signed_out"
SELECTED_HABIT = "selected_habit"
CLOCK = "clock_changes"
NIGHT = "night"
CALM = "calm"
SILENT = "silent"
ABOUT = "about"
ALARMS = "alarms"
LANGUAGE = "language"
"""Chosen on this phone; empty: as the phone."""
TOLD_LANGUAGE = "told_language"
"""The last one the server was told of."""
ALBUM = "album"
FLIPBOOK = "flipbook"
NUMBERS = "numbers_hidden"


def get(db: sqlite3.Connection, key: str, default: str = "") -> str:
    row = db.execute("SELECT value FROM kv WHERE key = ?", (key,)).fetchone()
    return default if row is None else str(row["value"])


def put(db: sqlite3.Connection, key: str, value: str) -> None:
    db.execute("INSERT INTO kv VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value))


def forget(db: sqlite3.Connection, key: str) -> None:
    db.execute("DELETE FROM kv WHERE key = ?", (key,))
