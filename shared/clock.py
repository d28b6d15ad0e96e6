"""The only place that reads the clock.

Everything else is given its time as an argument. Tests and the demo seed stop the clock here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TypeVar


class StoppedClock:
    """A clock that stands still until it is moved; it may also be moved back."""

    def __init__(self, instant: datetime) -> None:
        self._instant = _in_utc(instant)

    @property
    def instant(self) -> datetime:
        return self._instant

    def move_to(self, instant: datetime) -> None:
        self._instant = _in_utc(instant)

    def advance(self, by: timedelta) -> None:
        self._instant += by


Stopped = TypeVar("Stopped", bound=StoppedClock)

# Process-wide on purpose: worker threads of a test must see the same stopped time.
_stopped: list[StoppedClock] = []


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return _stopped[-1].instant if _stopped else datetime.now(UTC)  # noqa: TID251 (the one reader)


@contextmanager
def stopped_at(instant: datetime) -> Iterator[StoppedClock]:
    """Stop the clock for the whole process while the block runs; stops may be nested."""
    with ruled_by(StoppedClock(instant)) as stopped:
        yield stopped


@contextmanager
def ruled_by(stopped: Stopped) -> Iterator[Stopped]:
    """Let the whole process go by this clock while the block runs."""
    _stopped.append(stopped)
    try:
        yield stopped
    finally:
        _stopped.remove(stopped)


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("The clock needs an aware instant.")
    return instant.astimezone(UTC)
