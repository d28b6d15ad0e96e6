"""What the server does about having been away: nobody misses a day because their server did."""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from server.habits.models import Habit
from server.habits.selectors.histories import load_history, moved_graces
from server.habits.selectors.outages import SWEEP
from server.habits.services.locks import lock_habit_for_sweep
from server.kernel.models import Heartbeat
from shared.letters import grace_end
from shared.outages import is_outage, saved_grace

log = logging.getLogger(__name__)

_DAY = timedelta(days=1)


def survive_outage(*, now: datetime) -> None:
    """After a silence of more than ten minutes, move every grace end that fell into it to six hours from now.

    Then beat. Call before anything is judged. Killed half-way, it starts over: nothing beats before all is moved.
    """
    heart, first = Heartbeat.objects.get_or_create(name=SWEEP, defaults={"beat_at": now})
    if not first and is_outage(beat_at=heart.beat_at, now=now):
        # A habit that was due before the silence may have days that became due during it.
        for habit in Habit.objects.filter(next_at__lte=now, archived_at__isnull=True).order_by("next_at"):
            _save_days(habit, since=heart.beat_at, now=now)
    Heartbeat.objects.filter(name=SWEEP, beat_at__lt=now).update(beat_at=now)


def _save_days(habit: Habit, *, since: datetime, now: datetime) -> None:
    """One habit in its own transaction: one that cannot be read must not keep the others from being saved."""
    try:
        with transaction.atomic():
            held = lock_habit_for_sweep(habit)
            if held is not None:
                _move_graces(held, since=since, now=now)
    except Exception:
        log.exception("grace could not be moved", extra={"habit_id": str(habit.pk)})


def _move_graces(habit: Habit, *, since: datetime, now: datetime) -> None:
    history = load_history(habit, now=now)
    moved = moved_graces(habit)
    day = habit.judged_through + _DAY
    while (ends := grace_end(history, day)) <= now:
        if saved := saved_grace(ends, beat_at=since, now=now):
            moved[day] = saved
        day += _DAY
    habit.grace_moved = {day.isoformat(): at.isoformat() for day, at in moved.items()}
    habit.save(update_fields=["grace_moved"])
