"""The friends' habits this phone has shown, and when it last showed a day of each.

A rest is told to nobody, and a seat that ended leaves no trace on the server. This memory lets all of it read alike.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta

from mobile.store import outbox, snapshots
from mobile.store.database import Body, Store
from mobile.store.outbox import Command, Kind

QUIET_AFTER = timedelta(days=14)
"""Without a day of theirs. Whoever shows up once a week never comes near it."""


def remember(store: Store, today: str) -> None:
    """After the server has told of seats and days. Writes only when something changed."""
    with store.read() as db:
        known = _items(db)
        fresh = _with_seats(known, db, today)
    if fresh != known:
        with store.write() as db:
            snapshots.save(db, snapshots.LOOKED_AT, {"items": fresh})


def quiet(db: sqlite3.Connection, today: date) -> list[Body]:
    """Habits of present friends that show nothing, whyever: {habit, person, last}."""
    waiting = outbox.waiting(db)
    gone = {command.target["person"] for command in waiting if command.kind in (Kind.UNFRIEND, Kind.BLOCK)}
    friends = {friend["id"] for friend in snapshots.get(db, snapshots.FRIENDS).get("items", [])} - gone
    held, left = set(_held(db)), _left(waiting)
    return [
        one
        for one in _items(db)
        if one["person"]["id"] in friends
        and one["habit"] not in left
        and (one["habit"] not in held or today - date.fromisoformat(one["last"]) > QUIET_AFTER)
    ]


def forget(db: sqlite3.Connection, habits: Iterable[str]) -> None:
    """I looked away by myself."""
    gone = set(habits)
    kept = [one for one in _items(db) if one["habit"] not in gone]
    snapshots.save(db, snapshots.LOOKED_AT, {"items": kept})


def _items(db: sqlite3.Connection) -> list[Body]:
    items: list[Body] = snapshots.get(db, snapshots.LOOKED_AT).get("items", [])
    return items


def _with_seats(known: list[Body], db: sqlite3.Connection, today: str) -> list[Body]:
    items = {one["habit"]: one for one in known}
    shown, left = _days_shown(db), _left(outbox.waiting(db))
    for habit, person in _held(db).items():
        if habit not in left:
            before = items[habit]["last"] if habit in items else today
            items[habit] = {"habit": habit, "person": person, "last": max([before, *shown.get(habit, [])])}
    return list(items.values())


def _held(db: sqlite3.Connection) -> dict[str, Body]:
    """Habit -> whose it is, of the seats I have taken."""
    seats = snapshots.get(db, snapshots.SEATS).get("items", [])
    return {seat["habit"]["id"]: seat["habit"]["owner"] for seat in seats if seat["state"] == "accepted"}


def _left(waiting: Iterable[Command]) -> set[str]:
    return {command.target["habit"] for command in waiting if command.kind is Kind.LEAVE_SEAT}


def _days_shown(db: sqlite3.Connection) -> dict[str, list[str]]:
    cards = snapshots.get(db, snapshots.ROUNDS).get("cards", []) + snapshots.get(db, snapshots.FEED).get("items", [])
    shown: dict[str, list[str]] = {}
    for card in cards:
        shown.setdefault(card["habit"]["id"], []).append(card["date"])
    return shown
