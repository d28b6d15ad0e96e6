"""Saying who came in, ending a friendship, keeping a distance, blocking, reporting."""

from datetime import datetime

from mobile.store import outbox
from mobile.store.database import Store
from mobile.store.outbox import Kind
from shared import limits
from shared.codes import Code, Refused
from shared.ids import uuid7


def answer_arrival(store: Store, *, person_id: str, is_them: bool, name: str, now: datetime) -> None:
    """Whether somebody who signed up with my link is who I meant."""
    with store.write() as db:
        target, body = {"person": person_id}, {"answer": "yes" if is_them else "no"}
        outbox.add(db, kind=Kind.ANSWER_ARRIVAL, target=target, body=body, title=name, at=now)


def unfriend(store: Store, *, person_id: str, name: str, now: datetime) -> None:
    _about(store, Kind.UNFRIEND, person_id, name, now)


def keep_distance(
    store: Store, *, person_id: str, muted: bool, restricted: bool, name: str, now: datetime
) -> None:  # fmt: skip
    """Muted: what they do doesn't come up by itself. Restricted: they see nothing of mine. They never learn of it."""
    with store.write() as db:
        target, body = {"person": person_id}, {"muted": muted, "restricted": restricted}
        outbox.add(db, kind=Kind.KEEP_DISTANCE, target=target, body=body, title=name, at=now)


def block(store: Store, *, person_id: str, name: str, now: datetime) -> None:
    """Both ways, silently, at once."""
    _about(store, Kind.BLOCK, person_id, name, now)


def unblock(store: Store, *, person_id: str, name: str, now: datetime) -> None:
    """Restores nothing."""
    _about(store, Kind.UNBLOCK, person_id, name, now)


def report(store: Store, *, subject: str, subject_id: str, reason: str, now: datetime, note: str = "") -> None:
    """`subject` is one of what the server takes: "check_in", "person", "letter", "comment", "cheer", "face", "anchor".

    Raises Refused(invalid) for a reason nobody offers.
    """
    if reason not in limits.REPORT_REASONS:
        raise Refused(Code.INVALID)
    body = {"subject": subject, "subject_id": subject_id, "reason": reason, "note": note[: limits.NOTE_MAX]}
    with store.write() as db:
        outbox.add(db, kind=Kind.REPORT, target={"report": str(uuid7())}, body=body, title="Report", at=now)


def _about(store: Store, kind: Kind, person_id: str, name: str, now: datetime) -> None:
    with store.write() as db:
        outbox.add(db, kind=kind, target={"person": person_id}, body={}, title=name, at=now)
