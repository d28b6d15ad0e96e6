"""What the server does about having been away: nobody misses a day because their server did."""

from datetime import datetime, timedelta

from server.habits.models import Habit
from server.habits.selectors.histories import load_history, moved_graces
from server.kernel.models import Heartbeat
from shared import limits
from shared.letters import grace_end

SWEEP = "close_due_days"
"""The heartbeat whose silence counts as an outage."""


def survive_outage(*, now: datetime) -> None:
    """After a silence of more than ten minutes, move every grace end that fell into it to six hours from now.

    Then beat. Call before anything is judged.
    """
    heart, first = Heartbeat.objects.get_or_create(name=SWEEP, defaults={"beat_at": now})
    if not first and now - heart.beat_at > limits.OUTAGE_MIN:
        for habit in Habit.objects.select_for_update().filter(next_at__gt=heart.beat_at, next_at__lte=now):
            _move_graces(habit, since=heart.beat_at, now=now)
    Heartbeat.objects.filter(name=SWEEP).update(beat_at=now)


def _move_graces(habit: Habit, *, since: datetime, now: datetime) -> None:
    history = load_history(habit, now=now)
    moved = moved_graces(habit)
    day = habit.judged_through + timedelta(days=1)
    while (ends := grace_end(history, day)) <= now:
        if ends > since:
            moved[day] = now + limits.OUTAGE_GRACE
        day += timedelta(days=1)
    habit.grace_moved = {day.isoformat(): at.isoformat() for day, at in moved.items()}
    habit.next_at = now + limits.OUTAGE_GRACE
    habit.save(update_fields=["grace_moved", "next_at"])
