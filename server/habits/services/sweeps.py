"""What the beat asks for: close the days whose grace has ended, ring the reminders that are due."""

import logging
from datetime import datetime

from django.db import transaction

from server.habits.models import Habit, ReminderTime
from server.habits.services.locks import lock_habit_for_sweep
from server.habits.services.outages import survive_outage
from server.habits.services.reminders import ring_reminder
from server.habits.services.settle import settle_habit
from server.kernel import leases

log = logging.getLogger(__name__)


def close_due_days(*, now: datetime, limit: int = 100) -> int:
    """Judge habits whose next deadline has come; answers how many were taken. Safe to run twice at once."""
    survive_outage(now=now)
    taken: list[Habit] = leases.claim(Habit.objects.filter(archived_at__isnull=True), now=now, limit=limit)
    for habit in taken:
        _close(habit, now=now)
    return len(taken)


def ring_due_reminders(*, now: datetime, limit: int = 200) -> int:
    """Say which reminders are due and plan their next time; answers how many were taken."""
    taken: list[ReminderTime] = leases.claim(ReminderTime.objects.all(), now=now, limit=limit)
    for reminder in taken:
        _ring(reminder, now=now)
    return len(taken)


def _close(taken: Habit, *, now: datetime) -> None:
    try:
        with transaction.atomic():
            habit = lock_habit_for_sweep(taken)
            if habit is not None:
                settle_habit(habit, now=now, judge=True)
    except Exception:  # one habit that cannot be judged must not keep the others from it
        log.exception("habit could not be settled", extra={"habit_id": str(taken.pk)})
        leases.postpone(taken, now=now, attempts=taken.attempts)


def _ring(taken: ReminderTime, *, now: datetime) -> None:
    try:
        with transaction.atomic():
            habit = lock_habit_for_sweep(Habit.objects.get(pk=taken.habit_id))
            reminder = ReminderTime.objects.filter(pk=taken.pk, next_at=taken.next_at).first()
            if habit is not None and reminder is not None:
                ring_reminder(habit, reminder, now=now)
    except Exception:  # one reminder that cannot be planned must not silence the others
        log.exception("reminder could not be rung", extra={"habit_id": str(taken.habit_id)})
        leases.postpone(taken, now=now, attempts=taken.attempts)
