"""When a habit's reminders ring, and whether they do."""

from collections.abc import Sequence
from datetime import datetime

from server.habits import facts
from server.habits.models import Habit, ReminderTime
from server.habits.selectors.histories import load_history
from server.kernel import leases
from server.kernel.facts import record
from shared.days import habit_day
from shared.person_clock import PersonClock
from shared.reminders import RING_AT_MOST_LATE, is_wanted, next_ring


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
    if now - due_at <= RING_AT_MOST_LATE and reminder.rung_on != day and is_wanted(history, day, now):
        record(
            facts.REMINDER_DUE, person_id=habit.owner_id, now=now,
            habit=str(habit.id), date=day.isoformat(), slot=reminder.slot,
        )  # fmt: skip
        ReminderTime.objects.filter(pk=reminder.pk).update(rung_on=day)
    leases.finish(reminder, next_at=next_ring(history.clock, reminder.minute, after=now))
