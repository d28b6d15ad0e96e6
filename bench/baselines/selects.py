"""The rows Today of each habit follows from, read with plain SELECTs and left as they are. Seconds a habit.

All check-ins of that habit, for its day number and its first photo; the small tables as the store keeps them.
"""

import sqlite3
import time
from pathlib import Path

_SELECTS = (
    "SELECT body FROM check_ins WHERE habit = ? ORDER BY date",
    "SELECT body FROM me",
    "SELECT body FROM habits",
    "SELECT body FROM rests",
    "SELECT body FROM misses",
    "SELECT body FROM blue_letters",
    "SELECT * FROM outbox",
    "SELECT * FROM kv",
    "SELECT body FROM snapshots WHERE key IN ('today', 'guest_links', 'beside_offers')",
)


def measure(_begun: float, folder: str) -> dict[str, float]:
    db = sqlite3.connect(Path(folder) / "kith.sqlite3")
    habits = [row[0] for row in db.execute("SELECT id FROM habits ORDER BY id")]
    for habit in habits:
        _read(db, habit)
    begun = time.perf_counter()
    for habit in habits:
        _read(db, habit)
    return {"seconds": (time.perf_counter() - begun) / len(habits)}


def _read(db: sqlite3.Connection, habit: str) -> int:
    return sum(len(db.execute(select, (habit,) if "?" in select else ()).fetchall()) for select in _SELECTS)
