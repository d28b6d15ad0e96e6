"""Time passing over a server that never sleeps: every deadline is met at its very instant, one after the other."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.habits.models import Habit, ReminderTime
from server.habits.services.outages import SWEEP
from server.habits.services.sweeps import close_due_days, ring_due_reminders
from server.kernel.models import Heartbeat
from server.letters.models import SealedLetter
from server.letters.services.sweeps import turn_due_letters
from shared.clock import StoppedClock

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def wall(day: date, hour: int, minute: int = 0, *, zone: str = "Europe/Berlin") -> datetime:
    """The instant at which clocks in `zone` read this; worked out apart from the code under test."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))


def sweep_until_nothing_is_due(now: datetime) -> None:
    while close_due_days(now=now) or ring_due_reminders(now=now) or turn_due_letters(now=now):
        pass


def beat(now: datetime) -> None:
    """The heartbeat of a server that was awake until now."""
    Heartbeat.objects.update_or_create(name=SWEEP, defaults={"beat_at": now})


def live(time: StoppedClock, until: datetime) -> None:
    """Worker and beat do what they do until this instant, which is the present one afterwards."""
    while True:
        beat(time.instant)
        sweep_until_nothing_is_due(time.instant)
        if time.instant >= until:
            return
        time.move_to(min([until, *_deadlines(time.instant)]))


def _deadlines(now: datetime) -> list[datetime]:
    rows = (Habit.objects, ReminderTime.objects, SealedLetter.objects)
    return [
        at
        for row in rows
        for at in row.filter(next_at__gt=now).order_by("next_at").values_list("next_at", flat=True)[:1]
    ]
