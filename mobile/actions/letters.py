"""Letters: giving one's own away, opening it or not, and sealing one for a friend's good day."""

from datetime import datetime

from mobile.store import letters, outbox
from mobile.store.database import Store
from mobile.store.outbox import Kind
from shared import limits
from shared.words import one_line

OPEN, LEAVE_CLOSED = "open", "leave_closed"


def write_blue(store: Store, *, habit_id: str, text: str, title: str, now: datetime) -> None:
    """Give the habit these words, in place of any before. Raises Refused(invalid) for words no letter may have.

    The words stand in the outbox until they are sent, and nowhere on this phone afterwards.
    """
    words = one_line(text, limits.BLUE_LETTER_MAX)
    with store.write() as db:
        outbox.add(
            db, kind=Kind.WRITE_BLUE, target={"habit": habit_id}, body={"text": words}, title=title, at=now
        )  # fmt: skip


def take_blue_back(store: Store, *, habit_id: str, title: str, now: datetime) -> None:
    with store.write() as db:
        outbox.add(db, kind=Kind.TAKE_BLUE, target={"habit": habit_id}, body={}, title=title, at=now)


def answer_letter(store: Store, *, miss_id: str, choice: str, now: datetime) -> None:
    """Open it, or leave it closed."""
    with store.write() as db:
        body = {"choice": choice}
        outbox.add(db, kind=Kind.ANSWER_LETTER, target={"miss": miss_id}, body=body, title="", at=now)


def write_gold(store: Store, *, habit_id: str, text: str, name: str, now: datetime) -> None:
    """Seal these words for a friend's next milestone. Raises Refused(invalid)."""
    words = one_line(text, limits.GOLD_LETTER_MAX)
    with store.write() as db:
        outbox.add(db, kind=Kind.WRITE_GOLD, target={"habit": habit_id}, body={"text": words}, title=name, at=now)


def thank_for_letter(store: Store, *, letter_id: str, name: str, now: datetime) -> None:
    """One tap for who wrote it; said once."""
    with store.write() as db:
        letters.mark_thanked(db, letter_id)
        outbox.add(db, kind=Kind.THANK_GOLD, target={"letter": letter_id}, body={}, title=name, at=now)


def withdraw_gold(store: Store, *, habit_id: str, name: str, now: datetime) -> None:
    with store.write() as db:
        outbox.add(db, kind=Kind.WITHDRAW_GOLD, target={"habit": habit_id}, body={}, title=name, at=now)
