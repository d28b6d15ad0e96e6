"""Whether the server is away, as seen by whoever asks before its sweep has returned."""

from datetime import date, datetime, timedelta

from server.kernel.models import Heartbeat
from shared.history import History
from shared.letters import grace_end
from shared.outages import is_outage, saved_grace

SWEEP = "close_due_days"
"""The heartbeat whose silence counts as an outage."""
_DAY = timedelta(days=1)


def moved_grace(history: History, day: date, *, now: datetime) -> datetime | None:
    """Where an outage moved the end of grace of `day`: one that is over, or the one that lasts until now.

    None where no outage has touched it. A day that was judged before the silence stays closed.
    """
    moved = history.grace_moved.get(day)
    beat_at = Heartbeat.objects.filter(name=SWEEP).values_list("beat_at", flat=True).first()
    if beat_at is None or not is_outage(beat_at=beat_at, now=now) or not _is_unjudged(history, day, now):
        return moved
    return saved_grace(grace_end(history, day), beat_at=beat_at, now=now) or moved


def _is_unjudged(history: History, day: date, now: datetime) -> bool:
    """No grace of a day later than tomorrow's date can have ended, and dates a phone invents know no bounds."""
    return (history.judged_through or date.min) < day <= now.date() + _DAY
