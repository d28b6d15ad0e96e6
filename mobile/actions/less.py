"""Asking for less of a friend's habit in my feed, and taking that back. Nobody is told."""

from datetime import datetime

from mobile.store import outbox
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind


def show_less(store: Store, *, habit: Body, person: Body, now: datetime) -> None:
    """`habit` and `person` as a card prints them: they name it in the list of what I want less of."""
    with store.write() as db:
        shown = {"habit": habit, "person": person}
        outbox.add(db, kind=Kind.LESS_OF, target={"habit": habit["id"]}, body=shown, title=habit["title"], at=now)


def show_as_before(store: Store, *, habit: Body, now: datetime) -> None:
    with store.write() as db:
        outbox.add(db, kind=Kind.AS_BEFORE, target={"habit": habit["id"]}, body={}, title=habit["title"], at=now)
