"""Resting: one word for holiday, illness and everything else."""

import sqlite3
from datetime import date, datetime, timedelta

from mobile.store import outbox, own
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind
from shared.ids import uuid7

TITLE = "Rest"


def rest(store: Store, *, first: date, last: date | None, habit_id: str | None, now: datetime) -> None:
    """Rest from habit day `first` to `last` (None: until ended); every habit at once when `habit_id` is None."""
    body = {"habit": habit_id, "first": first.isoformat(), "last": last.isoformat() if last else None}
    with store.write() as db:
        outbox.add(db, kind=Kind.REST, target={"rest": str(uuid7())}, body=body, title=TITLE, at=now)


def have_a_hard_time(store: Store, *, today: date, friend_id: str | None, now: datetime) -> None:
    """Everything rests from `today` until ended, what is sealed burns, and a friend may be asked to check on me."""
    target = {"rest": str(uuid7()), "first": today.isoformat()}
    with store.write() as db:
        outbox.add(db, kind=Kind.HARD_TIME, target=target, body={"friend": friend_id}, title=TITLE, at=now)


def end_rest(store: Store, *, today: date, habit_id: str, now: datetime) -> None:
    """End every rest that covers `today` for this habit: it then reaches to yesterday, or was never there."""
    with store.write() as db:
        for resting in own.read(db).rests:
            if resting["habit"] in (None, habit_id) and _covers(resting, today):
                _end(db, resting, today, now)


def take_rest_back(store: Store, *, day: date, habit_id: str, now: datetime) -> None:
    """Take back what rests this one day of this habit and no other day."""
    with store.write() as db:
        for resting in own.read(db).rests:
            if (resting["habit"], resting["first"], resting["last"]) == (habit_id, day.isoformat(), day.isoformat()):
                outbox.add(db, kind=Kind.END_REST, target={"rest": resting["id"]}, body={}, title=TITLE, at=now)


def _end(db: sqlite3.Connection, resting: Body, today: date, now: datetime) -> None:
    target = {"rest": resting["id"]}
    if resting["first"] == today.isoformat():
        outbox.add(db, kind=Kind.END_REST, target=target, body={}, title=TITLE, at=now)
        return
    yesterday = (today - timedelta(days=1)).isoformat()
    body = {"habit": resting["habit"], "first": resting["first"], "last": yesterday}
    outbox.add(db, kind=Kind.REST, target=target, body=body, title=TITLE, at=now)


def _covers(resting: Body, today: date) -> bool:
    return bool(resting["first"] <= today.isoformat() and (resting["last"] or "9999") >= today.isoformat())
