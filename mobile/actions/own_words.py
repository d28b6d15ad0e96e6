"""Words of one's own: letting a friend write, writing about a friend's day, taking a line away."""

from datetime import datetime

from mobile.store import outbox
from mobile.store.database import Store
from mobile.store.outbox import Kind
from shared import limits
from shared.ids import uuid7
from shared.words import one_line


def let_write(store: Store, *, person_id: str, allowed: bool, name: str, now: datetime) -> None:
    """Or no longer. It is a gift: they see that they may."""
    with store.write() as db:
        target, body = {"person": person_id}, {"allowed": allowed}
        outbox.add(db, kind=Kind.LET_WRITE, target=target, body=body, title=name, at=now)


def write_comment(store: Store, *, habit_id: str, date: str, text: str, name: str, now: datetime) -> None:
    """Only the two of us read it. Raises Refused(invalid) for what is no line of plain words."""
    words = one_line(text, limits.COMMENT_MAX)
    with store.write() as db:
        target = {"habit": habit_id, "date": date, "comment": str(uuid7())}
        outbox.add(db, kind=Kind.COMMENT, target=target, body={"text": words}, title=name, at=now)


def remove_comment(store: Store, *, habit_id: str, date: str, comment_id: str, name: str, now: datetime) -> None:
    """For both, and for good. One that was never sent was never said."""
    with store.write() as db:
        unsent = [c for c in outbox.listed(db) if c.kind is Kind.COMMENT and c.target["comment"] == comment_id]
        for command in unsent:
            outbox.remove(db, command.id)
        if not unsent or any(command.attempts for command in unsent):
            target = {"habit": habit_id, "date": date, "comment": comment_id}
            outbox.add(db, kind=Kind.REMOVE_COMMENT, target=target, body={}, title=name, at=now)
