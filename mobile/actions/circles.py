"""Naming circles of friends, and showing a habit to one."""

from collections.abc import Sequence
from datetime import datetime

from mobile.store import outbox, own
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind
from shared import limits
from shared.codes import Code, Refused
from shared.ids import uuid7


def save_circle(
    store: Store, *, circle_id: str | None, name: str, members: Sequence[Body], now: datetime
) -> str:  # fmt: skip
    """A new circle for None, or all of it said anew; answers its id. `members` as /friends prints them.

    Raises Refused(invalid) for a name that is none.
    """
    name, circle_id = name.strip(), circle_id or str(uuid7())
    if not 0 < len(name) <= limits.NAME_MAX:
        raise Refused(Code.INVALID)
    inside = [{key: member[key] for key in ("id", "name", "avatar")} for member in members]
    with store.write() as db:
        body = {"name": name, "members": inside}
        outbox.add(db, kind=Kind.SAVE_CIRCLE, target={"circle": circle_id}, body=body, title=name, at=now)
    return circle_id


def give_up_circle(store: Store, *, circle_id: str, name: str, now: datetime) -> None:
    """With it ends whatever it opened. Nobody is told."""
    with store.write() as db:
        outbox.add(db, kind=Kind.GIVE_UP_CIRCLE, target={"circle": circle_id}, body={}, title=name, at=now)


def show_habit(store: Store, *, habit_id: str, circle_id: str, shown: bool, now: datetime) -> None:
    """Everybody in the circle sits in the gallery of my habit, or no longer."""
    kind = Kind.SHOW_TO_CIRCLE if shown else Kind.HIDE_FROM_CIRCLE
    with store.write() as db:
        habit = own.read(db).habit(habit_id)
        if habit is None:
            raise Refused(Code.NOT_FOUND)
        target = {"habit": habit_id, "circle": circle_id}
        outbox.add(db, kind=kind, target=target, body={}, title=habit["title"], at=now)
