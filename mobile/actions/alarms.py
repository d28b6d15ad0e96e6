"""The phone's own alarms: they ring a habit's reminders while the app is closed and nobody can be reached."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from mobile.device.protocols import Alarms
from mobile.store import instants, kv, own
from mobile.store.database import Body, Store
from mobile.store.histories import history_of
from shared.ids import reminder_id
from shared.plans import Measure
from shared.reminders import Ring, rings_ahead

DAYS_AHEAD = 7
"""Habit days that are set in advance. Whoever stays away longer is left in peace."""
AT_ONCE_MAX = 100
"""Alarms set at a time, the soonest; Android keeps 500 of an app."""
_HISTORY = timedelta(days=62)
"""Of which marks are read: what is due hangs on those of a week or month at most."""
_KEEP = timedelta(days=3)
"""How long a past ring is remembered: travelling west, its time comes once more."""

Say = Callable[[Body, Ring, bool], str]
"""(habit, ring, whether little is wanted) -> the line that rings."""


@dataclass(frozen=True, slots=True)
class Planned:
    at: datetime
    text: str
    name: str
    """Habit, habit day and minute: what rings once, whatever slot it comes to have."""


def set_alarms(store: Store, alarms: Alarms, say: Say, *, now: datetime) -> None:
    """Make the phone's alarms agree with what the store knows at `now`: missing ones are set, stale ones taken back.

    Repeatable: the phone is told before it is written down, and telling it twice changes nothing.
    """
    with store.read() as db:
        before, wanted = _remembered(db), _wanted(db, say, now)
    rung = {alarm: planned for alarm, planned in before.items() if planned.at <= now}
    past = {planned.name for planned in rung.values()}
    fresh = {alarm: planned for alarm, planned in wanted.items() if planned.name not in past}
    for alarm in before.keys() - rung.keys() - fresh.keys():
        alarms.cancel(alarm)
    for alarm, planned in fresh.items():
        if before.get(alarm) != planned:
            alarms.set(alarm, planned.at, planned.text)
    after = {alarm: planned for alarm, planned in rung.items() if planned.at > now - _KEEP} | fresh
    if after != before:
        with store.write() as db:
            _remember(db, after)


def _wanted(db: sqlite3.Connection, say: Say, now: datetime) -> dict[UUID, Planned]:
    if not own.read_habits(db):
        return {}
    mine = own.read(db, since=now.date() - _HISTORY)
    found = [planned for habit in mine.habits if habit["reminders"] for planned in _of_habit(mine, habit, say, now)]
    found.sort(key=lambda pair: (pair[1].at, pair[0]))
    return dict(found[:AT_ONCE_MAX])


def _of_habit(mine: own.Own, habit: Body, say: Say, now: datetime) -> list[tuple[UUID, Planned]]:
    history = history_of(mine, habit)
    planned = []
    for ring in rings_ahead(history, habit["reminders"], now=now, days=DAYS_AHEAD):
        little = history.plan.in_force(ring.day).measure is Measure.AT_MOST
        alarm = reminder_id(UUID(habit["id"]), ring.day, ring.slot)
        name = f"{habit['id']}/{ring.day.isoformat()}/{ring.minute}"
        planned.append((alarm, Planned(ring.at, say(habit, ring, little), name)))
    return planned


def _remembered(db: sqlite3.Connection) -> dict[UUID, Planned]:
    rows: dict[str, list[str]] = json.loads(kv.get(db, kv.ALARMS, "{}"))
    return {UUID(alarm): Planned(instants.from_text(at), text, name) for alarm, (at, text, name) in rows.items()}


def _remember(db: sqlite3.Connection, alarms: dict[UUID, Planned]) -> None:
    rows = {str(alarm): [instants.to_text(one.at), one.text, one.name] for alarm, one in alarms.items()}
    kv.put(db, kv.ALARMS, json.dumps(rows, sort_keys=True))
