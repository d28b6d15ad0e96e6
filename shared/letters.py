"""When the blue letter of a miss may open."""

from datetime import date, datetime, timedelta

from shared import limits
from shared.days import closes_at, grace_ends_at, habit_day
from shared.duties import DutyBook
from shared.history import History
from shared.zones import first_instant, load

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_MICROSECOND = timedelta(microseconds=1)


def miss_opens_at(history: History, day: date) -> datetime:
    """`opens_at` of the miss of `day`: the end of its window for a comeback, an instant.

    The first grace-end wall time two days or more after grace ended and not before the next due or must day closes,
    at most eight days after grace ended.
    """
    return opens_at_of(DutyBook(history), history, day)


def opens_at_of(book: DutyBook, history: History, day: date) -> datetime:
    """As `miss_opens_at`, for a caller who holds the book of this history already."""
    ended = grace_end(history, day)
    latest = _calendar_days_after(history, ended, limits.OPENS_AT_MOST_DAYS)
    due = book.due_after(day, day + timedelta(days=limits.OPENS_AT_MOST_DAYS + 2))
    if due is None:
        return latest
    earliest = _calendar_days_after(history, ended, limits.OPENS_AFTER_DAYS)
    return min(latest, _first_grace_end(history, max(earliest, closes_at(history.clock, due))))


def grace_end(history: History, day: date) -> datetime:
    """When grace of `day` ends, an outage's delay included."""
    moved = history.grace_moved.get(day)
    return moved if moved is not None else grace_ends_at(history.clock, day, history.grace)


def _first_grace_end(history: History, earliest: datetime) -> datetime:
    day = habit_day(history.clock, earliest) - 3 * _DAY
    while (ends := grace_ends_at(history.clock, day, history.grace)) < earliest:
        day += _DAY
    return ends


def _calendar_days_after(history: History, ended: datetime, days: int) -> datetime:
    """Some calendar days after `ended`, at the same wall time to the minute, in the zone in force then."""
    zone = history.clock.zone_at(ended)
    # Read from just before: where a gap swallowed the wall time, that is the reading that was meant.
    local = (ended - _MICROSECOND).astimezone(load(zone)) + _MINUTE
    return first_instant(zone, local.date() + timedelta(days=days), local.hour * 60 + local.minute)
