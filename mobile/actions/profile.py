"""Name, avatar, quiet hours and the rest of what is mine to set, and the zone the person now lives in."""

from datetime import datetime

from mobile.store import clock_history, instants, me, outbox
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind
from shared import limits
from shared.codes import Code, Refused
from shared.days import ClockChange

_EDITABLE = frozenset(
    {
        "name",
        "avatar",
        "grace_minutes",
        "quiet_from",
        "quiet_to",
        "rounds_minute",
        "looks_quietly",
        "told_of_beside",
        "language",
        "comes_first",
    }
)


def edit_me(store: Store, *, changes: Body, now: datetime) -> None:
    """Raises Refused(invalid) for a field that isn't the person's to change, or a name that is empty or too long."""
    if not changes.keys() <= _EDITABLE or not 0 < len(str(changes.get("name", "-")).strip()) <= limits.NAME_MAX:
        raise Refused(Code.INVALID)
    with store.write() as db:
        outbox.add(db, kind=Kind.EDIT_ME, target={}, body=changes, title="Me", at=now)


def follow_zone(store: Store, *, zone: str | None, now: datetime) -> None:
    """The phone is somewhere else than it was: from now on days are read there. Nothing happens when it isn't."""
    with store.write() as db:
        if zone is None or me.get(db) is None:
            return
        last = clock_history.get(db).changes[-1]
        if last.zone == zone:
            return
        clock_history.add(db, ClockChange(now, zone, last.day_start))
        body = {"zone": zone, "at": instants.to_text(now)}
        outbox.add(db, kind=Kind.CLOCK, target={}, body=body, title="Time zone", at=now)


def read_notice(store: Store, *, notice_id: str, now: datetime) -> None:
    with store.write() as db:
        body = {"at": instants.to_text(now)}
        outbox.add(db, kind=Kind.READ_NOTICE, target={"notice": notice_id}, body=body, title="", at=now)
