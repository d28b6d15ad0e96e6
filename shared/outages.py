"""What a silence of the server does to the ends of grace: nobody misses a day because their server was away."""

from datetime import datetime

from shared import limits


def is_outage(*, beat_at: datetime, now: datetime) -> bool:
    """Whether a server whose sweep last ran at `beat_at` has been away by `now`, both instants."""
    return now - beat_at > limits.OUTAGE_MIN


def saved_grace(ends: datetime, *, beat_at: datetime, now: datetime) -> datetime | None:
    """Where the end of grace moves if it fell into the silence between `beat_at` and `now`; None: it stays at `ends`.

    One rule for the sweep that returns at `now` and for a check-in that arrives at `now`, before any sweep: whatever
    is accepted by it early is accepted by it later.
    """
    if is_outage(beat_at=beat_at, now=now) and beat_at < ends <= now:
        return now + limits.OUTAGE_GRACE
    return None
