"""Promising, editing and archiving a habit."""

from collections.abc import Sequence
from datetime import datetime

from mobile.store import outbox, own
from mobile.store.database import Body, Store
from mobile.store.outbox import Kind
from shared import limits
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.ids import uuid7
from shared.plans import Schedule
from shared.schedule import next_version_day


def promise_habit(
    store: Store,
    *,
    title: str,
    icon: str,
    schedule: Schedule,
    now: datetime,
    reminders: Sequence[int] = (),
    sensitive: bool = False,
) -> str:
    """A new habit from today on; the answer is its id. `reminders` are minutes after midnight. Raises Refused."""
    title = title.strip()
    if not 0 < len(title) <= limits.TITLE_MAX or len(reminders) > limits.REMINDERS_MAX:
        raise Refused(Code.INVALID)
    habit_id = str(uuid7())
    with store.write() as db:
        mine = own.read(db)
        if len(mine.habits) >= limits.HABITS_MAX:
            raise Refused(Code.TOO_MANY_HABITS)
        body = {
            "title": title,
            "icon": icon,
            "schedule": schedule.to_json(),
            "reminders": sorted(set(reminders)),
            "starts_on": habit_day(mine.clock, now).isoformat(),
            "sensitive": sensitive,
        }
        outbox.add(db, kind=Kind.HABIT, target={"habit": habit_id}, body=body, title=title, at=now)
    return habit_id


def edit_habit(store: Store, *, habit_id: str, changes: Body, now: datetime) -> None:
    """Change title, icon, reminders or schedule (its wire form); a schedule holds from the next day or period."""
    with store.write() as db:
        mine = own.read(db)
        habit = mine.habit(habit_id)
        if habit is None:
            raise Refused(Code.NOT_FOUND)
        in_force = Schedule.from_json(habit["schedule"])
        valid_from = next_version_day(in_force, habit_day(mine.clock, now))
        target = {"habit": habit_id, "valid_from": valid_from.isoformat()}
        outbox.add(db, kind=Kind.EDIT_HABIT, target=target, body=changes, title=habit["title"], at=now)


def archive_habit(store: Store, *, habit_id: str, now: datetime) -> None:
    with store.write() as db:
        habit = own.read(db).habit(habit_id)
        if habit is None:
            raise Refused(Code.NOT_FOUND)
        outbox.add(db, kind=Kind.ARCHIVE_HABIT, target={"habit": habit_id}, body={}, title=habit["title"], at=now)
