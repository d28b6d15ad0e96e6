"""When the blue letter of a miss may open."""

from datetime import UTC, date, datetime, timedelta

from shared import limits
from shared.days import closes_at, grace_ends_at, habit_day
from shared.duties import DutyBook
from shared.history import History
from shared.zones import load

_DAY = timedelta(days=1)


def miss_opens_at(history: History, day: date) -> datetime:
    """`opens_at` of the miss of `day`: the end of its window for a comeback, an instant.

    The first grace-end wall time two days or more after grace ended and not before the next due or must day closes,
    at most eight days after grace ended.
    """
    return opens_at_of(DutyBook(history), history, day)


def opens_at_of(book: DutyBook, history: History, day: date) -> datetime:
    """As `miss_opens_at`, for a caller who holds the book of this history already."""
    ended = grace_end(history, day)
    latest = _days_later(history, ended, limits.OPENS_AT_MOST_DAYS)
    earliest = _days_later(history, ended, limits.OPENS_AFTER_DAYS)
    due = book.due_after(day, day + timedelta(days=limits.OPENS_AT_MOST_DAYS + 2))
    if due is not None:
        earliest = max(earliest, closes_at(history.clock, due))
    return min(latest, _first_grace_end(history, max(day, habit_day(history.clock, earliest) - 3 * _DAY), earliest))


def grace_end(history: History, day: date) -> datetime:
    """When grace of `day` ends, an outage's delay included."""
    moved = history.grace_moved.get(day)
    return moved if moved is not None else grace_ends_at(history.clock, day, history.grace)


def _first_grace_end(history: History, day: date, earliest: datetime) -> datetime:
    while (ends := grace_ends_at(history.clock, day, history.grace)) < earliest:
        day += _DAY
    return ends


def _days_later(history: History, at: datetime, days: int) -> datetime:
    """The same wall time some calendar days later, in the zone in force at `at`."""
    tz = load(history.clock.zone_at(at))
    return (at.astimezone(tz) + timedelta(days=days)).astimezone(UTC)
