"""Asking a friend to look, and answering when a friend asks."""

from datetime import datetime
from enum import StrEnum

from mobile.store import outbox
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind
from shared.moods import Role


class SeatAnswer(StrEnum):
    ACCEPT = "accept"
    CHEER = "cheer"
    """I'd rather just cheer: gallery instead of witness."""
    DECLINE = "decline"


def ask_seat(store: Store, *, habit_id: str, person: Body, role: Role, now: datetime) -> None:
    """`person` as /friends prints them: {id, name, avatar}."""
    shown = {key: person[key] for key in ("id", "name", "avatar")}
    with store.write() as db:
        target = {"habit": habit_id, "person": person["id"]}
        body = {"role": role.value, "person": shown}
        outbox.add(db, kind=Kind.ASK_SEAT, target=target, body=body, title=person["name"], at=now)


def end_seat(store: Store, *, habit_id: str, person_id: str, name: str, now: datetime) -> None:
    """Silently: nobody is told."""
    with store.write() as db:
        target = {"habit": habit_id, "person": person_id}
        outbox.add(db, kind=Kind.END_SEAT, target=target, body={}, title=name, at=now)


def answer_seat(
    store: Store, *, habit_id: str, answer: SeatAnswer, title: str, now: datetime, keeps_letter: bool | None = None
) -> None:
    """`keeps_letter`: they were told that a letter they keep opens if they do nothing, and agree or not."""
    body: Body = {"answer": answer.value}
    if keeps_letter is not None:
        body["keeps_letter"] = keeps_letter
    with store.write() as db:
        target = {"habit": habit_id}
        outbox.add(db, kind=Kind.ANSWER_SEAT, target=target, body=body, title=title, at=now)


def leave_seat(store: Store, *, habit_id: str, title: str, now: datetime) -> None:
    with store.write() as db:
        outbox.add(db, kind=Kind.LEAVE_SEAT, target={"habit": habit_id}, body={}, title=title, at=now)
