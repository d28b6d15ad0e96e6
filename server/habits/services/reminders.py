"""When a habit's reminders ring next."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from server.habits.models import Habit, ReminderTime
from shared.days import habit_day, wall_time
from shared.person_clock import PersonClock

_DAY = timedelta(days=1)


def set_reminders(habit: Habit, minutes: Sequence[int], *, clock: PersonClock, now: datetime) -> bool:
    """Let the habit ring at these times of day (minutes after midnight). Answers whether anything changed."""
    wanted = sorted(set(minutes))
    if wanted == list(ReminderTime.objects.filter(habit=habit).order_by("slot").values_list("minute", flat=True)):
        return False
    ReminderTime.objects.filter(habit=habit).delete()
    ReminderTime.objects.bulk_create(
        ReminderTime(habit=habit, slot=slot, minute=minute, next_at=next_ring(clock, minute, after=now))
        for slot, minute in enumerate(wanted)
    )
    return True


def plan_reminders(habit: Habit, *, clock: PersonClock, now: datetime) -> None:
    """Work out anew when each reminder rings, after the owner's clock changed."""
    for reminder in ReminderTime.objects.filter(habit=habit):
        reminder.next_at = next_ring(clock, reminder.minute, after=now)
        reminder.save(update_fields=["next_at"])


def next_ring(clock: PersonClock, minute: int, *, after: datetime) -> datetime:
    """The first instant after `after` at which the person's wall clock shows this minute."""
    day = habit_day(clock, after) - _DAY
    while (rings := wall_time(clock, day, minute)) <= after:
        day += _DAY
    return rings
