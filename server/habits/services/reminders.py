"""When a habit's reminders ring, and whether they do."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from server.habits import facts
from server.habits.models import Habit, ReminderTime
from server.habits.selectors.histories import load_history
from server.kernel import leases
from server.kernel.facts import record
from shared.days import closes_at, habit_day, wall_time
from shared.duties import Duty, DutyBook
from shared.person_clock import PersonClock
from shared.plans import Measure
from shared.states import History

_DAY = timedelta(days=1)
RING_AT_MOST_LATE = timedelta(hours=1)
"""A reminder the server could not ring in time is left out: nothing bursts after an outage."""


def set_reminders(habit: Habit, minutes: Sequence[int], *, clock: PersonClock, now: datetime) -> bool:
    """Let the habit ring at these times of day (minutes after midnight). Answers whether anything changed.

    A time that stays keeps the day it last rang, whatever slot it comes to have.
    """
    wanted = sorted(set(minutes))
    before = {reminder.minute: reminder for reminder in ReminderTime.objects.filter(habit=habit)}
    if wanted == sorted(before):
        return False
    ReminderTime.objects.filter(habit=habit).delete()
    ReminderTime.objects.bulk_create(
        ReminderTime(
            habit=habit, slot=slot, minute=minute, next_at=next_ring(clock, minute, after=now),
            rung_on=before[minute].rung_on if minute in before else None,
        )
        for slot, minute in enumerate(wanted)
    )  # fmt: skip
    return True


def plan_reminders(habit: Habit, *, clock: PersonClock, now: datetime) -> None:
    """Work out anew when each reminder rings, after the owner's clock changed."""
    for reminder in ReminderTime.objects.filter(habit=habit):
        reminder.next_at = next_ring(clock, reminder.minute, after=now)
        reminder.save(update_fields=["next_at"])


def ring_reminder(habit: Habit, reminder: ReminderTime, *, now: datetime) -> None:
    """Say that a reminder is due, if its day still asks for something, and plan its next time.

    The caller holds the owner and the habit.
    """
    due_at = reminder.next_at or now
    history = load_history(habit, now=now)
    day = habit_day(history.clock, due_at)
    if now - due_at <= RING_AT_MOST_LATE and reminder.rung_on != day and _is_wanted(history, day, now):
        record(
            facts.REMINDER_DUE, person_id=habit.owner_id, now=now,
            habit=str(habit.id), date=day.isoformat(), slot=reminder.slot,
        )  # fmt: skip
        ReminderTime.objects.filter(pk=reminder.pk).update(rung_on=day)
    leases.finish(reminder, next_at=next_ring(history.clock, reminder.minute, after=now))


def next_ring(clock: PersonClock, minute: int, *, after: datetime) -> datetime:
    """The first instant after `after` at which the person's wall clock shows this minute."""
    day = habit_day(clock, after) - _DAY
    while (rings := wall_time(clock, day, minute)) <= after:
        day += _DAY
    return rings


def _is_wanted(history: History, day: date, now: datetime) -> bool:
    """Only while the day is open, has to be kept, and what was posted, if anything, is less than was promised.

    After a word about something to stay below there is nothing more to ask for.
    """
    book = DutyBook(history)
    if book.duty(day) is not Duty.MUST or now >= closes_at(history.clock, day):
        return False
    mark = book.marks.get(day)
    return mark is None or (history.plan.in_force(day).measure is Measure.AT_LEAST and not book.meets_target(mark))
