"""Answering a friend: looking, a reaction, an answer to an empty day, thanks."""

from dataclasses import dataclass
from datetime import datetime

from mobile.actions.check_in import Picked
from mobile.actions.faces import send_picture
from mobile.store import kv, outbox
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind
from shared import limits
from shared.words import one_line


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


@dataclass(frozen=True, slots=True)
class Cheer:
    """What a cheer says: a preset, my own face (in the photos folder, ready to be sent), words of mine where I may."""

    preset: str | None = None
    picked: Picked | None = None
    words: str = ""


def answer_miss(store: Store, *, card: Body, cheer: Cheer | None, now: datetime) -> None:
    """Cheer about the friend's empty day on this card, or let it go. Changeable while the window runs.

    Raises Refused(invalid) for words that are no line.
    """
    title, target = card["person"]["name"], {"miss": card["id"]}
    body = _cheer(cheer) if cheer else {"kind": "let_go"}
    with store.write() as db:
        if cheer and cheer.picked:
            send_picture(
                db, habit_id=card["habit"]["id"], date=card["date"], picked=cheer.picked, title=title, now=now
            )  # fmt: skip
        outbox.add(db, kind=Kind.ANSWER_MISS, target=target, body=body, title=title, at=now)


def _cheer(cheer: Cheer) -> Body:
    body: Body = {"kind": "cheer", "preset": cheer.preset}
    if cheer.picked:
        body["photo"] = cheer.picked.id
    if cheer.words:
        body["words"] = one_line(cheer.words, limits.CHEER_WORDS_MAX)
    return body


def nudge(
    store: Store, *, habit_id: str, date: str, preset: str, name: str, now: datetime, picked: Picked | None = None
) -> None:  # fmt: skip
    """I'm waiting for yours, with my face or without. What becomes of it, nobody is told."""
    with store.write() as db:
        target, body = {"habit": habit_id, "date": date}, {"preset": preset}
        if picked:
            send_picture(db, habit_id=habit_id, date=date, picked=picked, title=name, now=now)
            body["photo"] = picked.id
        outbox.add(db, kind=Kind.NUDGE, target=target, body=body, title=name, at=now)


def thanked_key(habit_id: str, date: str) -> str:
    return f"thanked/{habit_id}/{date}"


def thank(store: Store, *, habit_id: str, date: str, person_id: str, name: str, now: datetime) -> None:
    """One tap for the first answer; said once per habit day."""
    with store.write() as db:
        kv.put(db, thanked_key(habit_id, date), person_id)
        target = {"habit": habit_id, "date": date, "person": person_id}
        outbox.add(db, kind=Kind.THANK, target=target, body={}, title=name, at=now)
