"""My circles as the server last told them, with everything unsent laid over them."""

import sqlite3

from mobile.store import outbox, snapshots
from mobile.store.database import Body
from mobile.store.outbox import Command, Kind


def told(db: sqlite3.Connection) -> list[Body]:
    items: list[Body] = snapshots.get(db, snapshots.CIRCLES).get("items", [])
    return items


def listed(db: sqlite3.Connection) -> list[Body]:
    """Each with its id, name and members."""
    found = told(db)
    for command in outbox.waiting(db):
        found = after(found, command)
    return found


def take(db: sqlite3.Connection, command: Command) -> None:
    """The server has done it."""
    snapshots.save(db, snapshots.CIRCLES, {"items": after(told(db), command)})


def after(found: list[Body], command: Command) -> list[Body]:
    """These circles once this command has been done."""
    if command.kind not in {Kind.SAVE_CIRCLE, Kind.GIVE_UP_CIRCLE}:
        return found
    circle_id = command.target["circle"]
    if command.kind is Kind.GIVE_UP_CIRCLE:
        return [circle for circle in found if circle["id"] != circle_id]
    said = {"id": circle_id, **command.body}
    if circle_id not in {circle["id"] for circle in found}:
        return [*found, said]
    return [said if circle["id"] == circle_id else circle for circle in found]


def shown(habit: Body, command: Command) -> Body:
    """The habit is shown to one more circle, or to one less; who sits there by it, the server says."""
    circle_id = command.target["circle"]
    others = [one for one in habit.get("circles", []) if one != circle_id]
    return habit | {"circles": [*others, circle_id] if command.kind is Kind.SHOW_TO_CIRCLE else others}
