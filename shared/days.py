"""Instants and a person's zone history -> habit days, and habit days -> the instants that bound them.

Instants are aware UTC datetimes, days are calendar dates. Only calendar arithmetic: a day is never 24 hours.
"""

from datetime import date, datetime, timedelta

from shared import limits
from shared.person_clock import ClockChange, PersonClock, earliest_sight, next_day_change, with_change
from shared.zones import check_zone, first_instant

__all__ = [
    "ClockChange",
    "PersonClock",
    "check_zone",
    "closes_at",
    "grace_ends_at",
    "habit_day",
    "is_skipped",
    "next_day_change",
    "open_days",
    "opens_at",
    "wall_time",
    "with_change",
]

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def habit_day(clock: PersonClock, at: datetime) -> date:
    """The date the person's phone shows at `at`. After flying west it may show a closed date once more."""
    return clock.at(at).shown_day(at)


def opens_at(clock: PersonClock, day: date) -> datetime:
    """The first instant at which the person's phone shows `day`; if it never does, any later date."""
    settled = clock.settled_around(day)
    if settled:
        return settled.first_instant(day)
    passed_by = None
    for segment in clock.segments_from(earliest_sight(day)):
        instant = max(segment.start, segment.change.first_instant(day))
        if instant < min(segment.end, segment.change.first_instant(day + _DAY)):
            return instant
        if passed_by is None and instant < segment.end:
            passed_by = instant
    return passed_by or instant


def closes_at(clock: PersonClock, day: date) -> datetime:
    """When the next day opens, at the latest such instant among the zones in force while `day` was open."""
    settled = clock.settled_around(day)
    if settled:
        return settled.first_instant(day + _DAY)
    opened = opens_at(clock, day)
    closes = max(opened, clock.at(opened).first_instant(day + _DAY))
    for change in clock.changes_after(opened):
        # A change at the very close still counts: a later day_start then prolongs the day without a hole.
        if change.from_instant > closes:
            break
        closes = max(closes, change.first_instant(day + _DAY))
    return closes


def grace_ends_at(clock: PersonClock, day: date, grace: timedelta = limits.GRACE_DEFAULT) -> datetime:
    """Until when `day` may still be added late: `grace` of wall time into the next date.

    The latest reading among the zones in force until then, but never past the close of the next day the person
    really had, so that two days are never in grace together.
    """
    ends, travelled = _uncapped_grace(clock, day, grace)
    if not travelled:
        return ends
    return max(closes_at(clock, day), min(ends, closes_at(clock, _next_lived(clock, day))))


def is_skipped(clock: PersonClock, day: date) -> bool:
    """Whether the person's own clock showed this date for under 12 hours, second living included."""
    settled = clock.settled_around(day)
    if settled:
        return settled.first_instant(day + _DAY) - settled.first_instant(day) < limits.SHOWN_MIN
    ends, _ = _uncapped_grace(clock, day, limits.GRACE_DEFAULT)
    shown = timedelta()
    for segment in clock.segments_from(earliest_sight(day)):
        since = max(segment.start, segment.change.first_instant(day))
        until = min(segment.end, segment.change.first_instant(day + _DAY), ends)
        shown += max(until - since, timedelta())
    return shown < limits.SHOWN_MIN


def open_days(clock: PersonClock, at: datetime) -> tuple[date, ...]:
    """The days open at `at`, oldest first: one, or two after travelling (of more, the newest two)."""
    middle = habit_day(clock, at)
    near = (middle + timedelta(days=offset) for offset in range(-3, 4))
    return tuple(day for day in near if opens_at(clock, day) <= at < closes_at(clock, day))[-2:]


def wall_time(clock: PersonClock, day: date, minute: int) -> datetime:
    """The first instant on habit day `day` at which the person's clock reads `minute` minutes after midnight.

    A minute before the day's start belongs to the next calendar date. Jumped over by a gap or by travel: the first
    instant after.
    """
    for segment in clock.segments_from(opens_at(clock, day)):
        reading = minute if minute >= segment.change.day_start else minute + 1440
        instant = max(segment.start, first_instant(segment.change.zone, day, reading))
        if instant < segment.end:
            break
    return instant


def _uncapped_grace(clock: PersonClock, day: date, grace: timedelta) -> tuple[datetime, bool]:
    """The latest grace end among the zones in force until it, and whether there was more than one."""
    minute = grace // _MINUTE
    settled = clock.settled_around(day)
    if settled:
        return settled.first_instant(day + _DAY, minute), False
    opened = opens_at(clock, day)
    ends = max(closes_at(clock, day), clock.at(opened).first_instant(day + _DAY, minute))
    travelled = False
    for change in clock.changes_after(opened):
        if change.from_instant >= ends:
            break
        ends = max(ends, change.first_instant(day + _DAY, minute))
        travelled = True
    return ends, travelled


def _next_lived(clock: PersonClock, day: date) -> date:
    day += _DAY
    while is_skipped(clock, day):
        day += _DAY
    return day
