"""Answering a friend: looking, a reaction, an answer to an empty day, thanks."""

from datetime import datetime

from mobile.store import kv, outbox
from mobile.store.database import Store
from mobile.store.outbox import Kind


def look(store: Store, *, habit_id: str, date: str, now: datetime) -> None:
    """This check-in was on my screen."""
    with store.write() as db:
        outbox.add(db, kind=Kind.LOOK, target={"habit": habit_id, "date": date}, body={}, title="", at=now)


def react(store: Store, *, habit_id: str, date: str, kind: str, title: str, now: datetime) -> None:
    """Answer a check-in; a later answer takes the place of an earlier one."""
    with store.write() as db:
        target = {"habit": habit_id, "date": date}
        outbox.add(db, kind=Kind.REACT, target=target, body={"kind": kind}, title=title, at=now)


def unreact(store: Store, *, habit_id: str, date: str, title: str, now: datetime) -> None:
    with store.write() as db:
        target = {"habit": habit_id, "date": date}
        outbox.add(db, kind=Kind.UNREACT, target=target, body={}, title=title, at=now)


def look_at_miss(store: Store, *, miss_id: str, now: datetime) -> None:
    with store.write() as db:
        outbox.add(db, kind=Kind.LOOK_AT_MISS, target={"miss": miss_id}, body={}, title="", at=now)


def answer_miss(store: Store, *, miss_id: str, preset: str | None, title: str, now: datetime) -> None:
    """Cheer with a preset, or let it go when there is none. Changeable while the window runs."""
    body = {"kind": "cheer", "preset": preset} if preset else {"kind": "let_go"}
    with store.write() as db:
        outbox.add(db, kind=Kind.ANSWER_MISS, target={"miss": miss_id}, body=body, title=title, at=now)


def nudge(store: Store, *, habit_id: str, date: str, preset: str, name: str, now: datetime) -> None:
    """I'm waiting for yours. What becomes of it, nobody is told."""
    with store.write() as db:
        target = {"habit": habit_id, "date": date}
        outbox.add(db, kind=Kind.NUDGE, target=target, body={"preset": preset}, title=name, at=now)


def thanked_key(habit_id: str, date: str) -> str:
    return f"thanked/{habit_id}/{date}"


def thank(store: Store, *, habit_id: str, date: str, person_id: str, name: str, now: datetime) -> None:
    """One tap for the first answer; said once per habit day."""
    with store.write() as db:
        kv.put(db, thanked_key(habit_id, date), person_id)
        target = {"habit": habit_id, "date": date, "person": person_id}
        outbox.add(db, kind=Kind.THANK, target=target, body={}, title=name, at=now)
