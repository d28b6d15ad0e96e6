"""The zone history of the person, as far as this phone lived through it or the server told it."""

import json
import sqlite3
from datetime import UTC, datetime

from mobile.store import instants, kv
from mobile.store.database import Body
from shared.days import ClockChange, PersonClock, with_change

_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


def get(db: sqlite3.Connection) -> PersonClock:
    """Every habit day is read with this clock. Before the first sign-in it is plain UTC."""
    changes = json.loads(kv.get(db, kv.CLOCK, "[]"))
    if not changes:
        return PersonClock((ClockChange(_ALWAYS, "UTC"),))
    return PersonClock(tuple(ClockChange(instants.from_text(at), zone, start) for at, zone, start in changes))


def add(db: sqlite3.Connection, change: ClockChange) -> None:
    known = kv.get(db, kv.CLOCK)
    _save(db, with_change(get(db), change) if known else PersonClock((change,)))


def learn(db: sqlite3.Connection, me: Body) -> None:
    """Take over the history the server tells, so that both fold the same days."""
    told = [ClockChange(instants.from_text(c["from_instant"]), c["zone"], c["day_start"]) for c in me["clock"]]
    _save(db, PersonClock(tuple(told)))


def _save(db: sqlite3.Connection, clock: PersonClock) -> None:
    changes = [(instants.to_text(c.from_instant), c.zone, c.day_start) for c in clock.changes]
    kv.put(db, kv.CLOCK, json.dumps(changes))
