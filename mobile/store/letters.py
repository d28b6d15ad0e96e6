"""Letters as the server last printed them. Of a blue one only whether it is there; words only once it was opened."""

import json
import sqlite3

from mobile.store.database import Body


def save_blue(db: sqlite3.Connection, body: Body) -> None:
    """{habit, has, since, off}."""
    db.execute("INSERT OR REPLACE INTO blue_letters VALUES (?, ?)", (body["habit"], json.dumps(body, sort_keys=True)))


def blue(db: sqlite3.Connection) -> dict[str, Body]:
    """By habit."""
    return {row["habit"]: json.loads(row["body"]) for row in db.execute("SELECT * FROM blue_letters")}


def remove_blue(db: sqlite3.Connection, habit_id: str) -> None:
    db.execute("DELETE FROM blue_letters WHERE habit = ?", (habit_id,))


def save_gold(db: sqlite3.Connection, body: Body) -> None:
    db.execute("INSERT OR REPLACE INTO gold_letters VALUES (?, ?)", (body["id"], json.dumps(body, sort_keys=True)))


def gold(db: sqlite3.Connection, habit_id: str) -> list[Body]:
    """Opened ones of this habit, in the order they opened."""
    found = [json.loads(row["body"]) for row in db.execute("SELECT body FROM gold_letters ORDER BY id")]
    return sorted((one for one in found if one["habit"] == habit_id), key=lambda one: str(one["opened_at"]))


def mark_thanked(db: sqlite3.Connection, letter_id: str) -> None:
    row = db.execute("SELECT body FROM gold_letters WHERE id = ?", (letter_id,)).fetchone()
    if row is not None:
        save_gold(db, json.loads(row["body"]) | {"thanked": True})


def remove_gold(db: sqlite3.Connection, letter_id: str) -> None:
    db.execute("DELETE FROM gold_letters WHERE id = ?", (letter_id,))


def save_opened(db: sqlite3.Connection, body: Body) -> None:
    """A blue letter its owner has opened, words and all."""
    db.execute("INSERT OR REPLACE INTO opened_letters VALUES (?, ?)", (body["miss"], json.dumps(body, sort_keys=True)))


def opened(db: sqlite3.Connection) -> dict[str, Body]:
    """By miss."""
    return {row["miss"]: json.loads(row["body"]) for row in db.execute("SELECT * FROM opened_letters")}


def clear(db: sqlite3.Connection) -> None:
    for table in ("blue_letters", "gold_letters", "opened_letters"):
        db.execute(f"DELETE FROM {table}")  # nosec B608  # noqa: S608 (names from the line above)
