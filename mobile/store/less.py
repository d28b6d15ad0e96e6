"""Friends' habits I want less of in my feed: as the server said last, with what this phone has yet to tell it."""

import sqlite3

from mobile.store import outbox, snapshots
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind


def listed(db: sqlite3.Connection) -> list[Body]:
    """{habit, person}, the latest first."""
    items: list[Body] = snapshots.get(db, snapshots.LESS).get("items", [])
    for command in outbox.waiting(db):
        items = _after(items, command)
    return items


def said(db: sqlite3.Connection) -> dict[str, bool]:
    """Habit -> whether I want less of it, of those about which the server has not heard yet."""
    return {
        command.target["habit"]: command.kind is Kind.LESS_OF
        for command in outbox.waiting(db)
        if command.kind in (Kind.LESS_OF, Kind.AS_BEFORE)
    }


def take(db: sqlite3.Connection, command: Command) -> None:
    """The server has heard it: so say the copies of its answers."""
    listed_there, feed = snapshots.get(db, snapshots.LESS), snapshots.get(db, snapshots.FEED)
    snapshots.save(db, snapshots.LESS, {"items": _after(listed_there.get("items", []), command)})
    for card in feed.get("items", []):
        if card["habit"]["id"] == command.target["habit"] and "sorts" in card:
            card["sorts"]["less"] = command.kind is Kind.LESS_OF
    if feed:
        snapshots.save(db, snapshots.FEED, feed)


def _after(items: list[Body], command: Command) -> list[Body]:
    if command.kind not in (Kind.LESS_OF, Kind.AS_BEFORE):
        return items
    others = [one for one in items if one["habit"]["id"] != command.target["habit"]]
    return [command.body, *others] if command.kind is Kind.LESS_OF else others
