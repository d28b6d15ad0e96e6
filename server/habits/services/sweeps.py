"""What the beat asks for: close the days whose grace has ended, ring the reminders that are due."""

import logging
from datetime import date, datetime, timedelta

from django.db import transaction

from server.habits import facts
from server.habits.models import Habit, ReminderTime
from server.habits.selectors.histories import load_history
from server.habits.services.outages import survive_outage
from server.habits.services.reminders import next_ring
from server.habits.services.settle import settle_habit
from server.kernel import leases
from server.kernel.facts import record
from server.people.selectors import person_clock
from shared.days import habit_day
from shared.schedule import Duty, duty

log = logging.getLogger(__name__)

RING_AT_MOST_LATE = timedelta(hours=1)
"""A reminder the server could not ring in time is left out: nothing bursts after an outage."""


def close_due_days(*, now: datetime, limit: int = 100) -> int:
    """Judge habits whose next deadline has come; answers how many were taken. Safe to run twice at once."""
    with transaction.atomic():
        survive_outage(now=now)
    taken = leases.claim(Habit.objects.filter(archived_at__isnull=True), now=now, limit=limit)
    for habit in taken:
        _close(habit, now=now)
    return len(taken)


def _close(habit: Habit, *, now: datetime) -> None:
    try:
        with transaction.atomic():
            settle_habit(Habit.objects.select_for_update().get(pk=habit.pk), now=now, judge=True)
    except Exception:  # one habit that cannot be judged must not keep the others from it
        log.exception("habit could not be settled", extra={"habit_id": str(habit.pk)})
        leases.postpone(habit, now=now, attempts=habit.attempts)


def ring_due_reminders(*, now: datetime, limit: int = 200) -> int:
    """Say which reminders are due and plan their next time; answers how many were taken."""
    due = ReminderTime.objects.filter(habit__archived_at__isnull=True)
    taken = leases.claim(due, now=now, limit=limit)
    for reminder in taken:
        _ring(reminder, now=now)
    return len(taken)


def _ring(reminder: ReminderTime, *, now: datetime) -> None:
    try:
        with transaction.atomic():
            habit = Habit.objects.get(pk=reminder.habit_id)
            clock = person_clock(habit.owner_id)
            day = habit_day(clock, reminder.next_at)
            if now - reminder.next_at <= RING_AT_MOST_LATE and _is_wanted(habit, day, now):
                record(
                    facts.REMINDER_DUE, person_id=habit.owner_id, now=now,
                    habit=str(habit.id), date=day.isoformat(), slot=reminder.slot,
                )  # fmt: skip
            leases.finish(reminder, next_at=next_ring(clock, reminder.minute, after=now))
    except Exception:  # one reminder that cannot be planned must not silence the others
        log.exception("reminder could not be rung", extra={"habit_id": str(reminder.habit_id)})
        leases.postpone(reminder, now=now, attempts=reminder.attempts)


def _is_wanted(habit: Habit, day: date, now: datetime) -> bool:
    """Only while the day still asks for something: it must be kept, and nothing was posted yet."""
    history = load_history(habit, now=now)
    undone = all(mark.day != day for mark in history.marks)
    return undone and duty(history, day) is Duty.MUST
