"""Taking a check-in back, until its day closes."""

from datetime import date, datetime

from mobile.store import instants, outbox, own
from mobile.store.database import Store
from mobile.store.outbox import Kind
from shared.codes import Code, Refused
from shared.days import closes_at


def undo_check_in(store: Store, *, habit_id: str, day: date, now: datetime) -> None:
    """Raises Refused(day_closed) once the day has closed: then the mark stays, whatever becomes of its photo."""
    with store.write() as db:
        mine = own.read(db, days_of=habit_id)
        habit = mine.habit(habit_id)
        if habit is None or day.isoformat() not in mine.days(habit_id):
            raise Refused(Code.NOT_FOUND)
        if now >= closes_at(mine.clock, day):
            raise Refused(Code.DAY_CLOSED)
        target = {"habit": habit_id, "date": day.isoformat()}
        body = {"captured_at": instants.to_text(now)}
        outbox.add(db, kind=Kind.UNDO, target=target, body=body, title=habit["title"], at=now)
