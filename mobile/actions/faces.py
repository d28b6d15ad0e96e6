"""Answering a friend with one's own face: the picture goes ahead of the answer, so that the answer finds it there."""

import sqlite3
from datetime import datetime

from mobile.actions.check_in import Picked
from mobile.store import outbox, photos
from mobile.store.database import Store
from mobile.store.outbox import Kind


def answer_with_face(store: Store, *, habit_id: str, date: str, picked: Picked, title: str, now: datetime) -> None:
    """`picked` lies in the photos folder, ready to be sent; it takes the place of any answer before."""
    target = {"habit": habit_id, "date": date}
    with store.write() as db:
        send_picture(db, habit_id=habit_id, date=date, picked=picked, title=title, now=now)
        outbox.add(db, kind=Kind.FACE, target=target, body={"kind": "face", "photo": picked.id}, title=title, at=now)


def send_picture(
    db: sqlite3.Connection, *, habit_id: str, date: str, picked: Picked, title: str, now: datetime
) -> None:  # fmt: skip
    """A picture of my own on its way, for whatever follows it to show."""
    photos.add(db, photo_id=picked.id, habit=habit_id, date=date, source=picked.source)
    target = {"habit": habit_id, "date": date, "photo": picked.id}
    outbox.add(db, kind=Kind.PHOTO, target=target, body={"source": picked.source}, title=title, at=now)


def remove_miss_face(store: Store, *, miss_id: str, person_id: str, name: str, now: datetime) -> None:
    """The face in a friend's cheer; that they cheered stays."""
    with store.write() as db:
        target = {"miss": miss_id, "person": person_id}
        outbox.add(db, kind=Kind.REMOVE_MISS_FACE, target=target, body={}, title=name, at=now)


def remove_nudge_face(store: Store, *, habit_id: str, date: str, person_id: str, name: str, now: datetime) -> None:
    with store.write() as db:
        target = {"habit": habit_id, "date": date, "person": person_id}
        outbox.add(db, kind=Kind.REMOVE_NUDGE_FACE, target=target, body={}, title=name, at=now)


def remove_face(store: Store, *, habit_id: str, date: str, person_id: str, name: str, now: datetime) -> None:
    """Take a friend's picture off my day, for good; that they answered stays."""
    with store.write() as db:
        target = {"habit": habit_id, "date": date, "person": person_id}
        outbox.add(db, kind=Kind.REMOVE_FACE, target=target, body={}, title=name, at=now)


def removed(db: sqlite3.Connection, habit_id: str, date: str) -> set[str]:
    """Whose pictures were taken off this day and the server has not heard yet."""
    waiting = [command.target for command in outbox.waiting(db) if command.kind is Kind.REMOVE_FACE]
    return {target["person"] for target in waiting if (target["habit"], target["date"]) == (habit_id, date)}
