"""Instants and a person's zone history -> habit days, and habit days -> the instants that bound them.

Instants are aware UTC datetimes, days are calendar dates. Only calendar arithmetic: a day is never 24 hours.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from shared import limits
from shared.codes import Code, Refused
from shared.zones import check_zone, first_instant, shown_day

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


@dataclass(frozen=True, slots=True)
class ClockChange:
    """From this instant on the person lives in `zone`, their days starting `day_start` minutes after midnight."""

    from_instant: datetime
    zone: str
    day_start: int = 0

    def first_instant(self, day: date, minute: int = 0) -> datetime:
        """When this clock reads `minute` minutes past the start of habit day `day`."""
        return first_instant(self.zone, day, self.day_start + minute)


@dataclass(frozen=True, slots=True)
class PersonClock:
    """A person's zone history, sorted by instant; the first change also holds for all time before it."""

    changes: tuple[ClockChange, ...]

    def __post_init__(self) -> None:
        if not self.changes:
            raise Refused(Code.INVALID_CLOCK)
        for change in self.changes:
            if not 0 <= change.day_start <= limits.DAY_START_MAX:
                raise Refused(Code.INVALID_CLOCK)

    def at(self, instant: datetime) -> ClockChange:
        """The change in force at this instant."""
        return self.changes[_index_at(self, instant)]

    def zone_at(self, instant: datetime) -> str:
        return self.at(instant).zone

    def day_start_at(self, instant: datetime) -> int:
        return self.at(instant).day_start


def habit_day(clock: PersonClock, at: datetime) -> date:
    """The date the person's phone shows at `at`. After flying west it may show a closed date once more."""
    change = clock.at(at)
    return shown_day(change.zone, change.day_start, at)


def opens_at(clock: PersonClock, day: date) -> datetime:
    """The first instant at which the person's phone shows `day` or a later date."""
    settled = _settled(clock, day)
    if settled:
        return settled.first_instant(day)
    return _first_reading(clock, day, 0, _earliest(day))


def closes_at(clock: PersonClock, day: date) -> datetime:
    """When the next day opens, at the latest such instant among the zones in force while `day` was open."""
    settled = _settled(clock, day)
    if settled:
        return settled.first_instant(day + _DAY)
    opened = opens_at(clock, day)
    index = _index_at(clock, opened)
    closes = max(opened, clock.changes[index].first_instant(day + _DAY))
    for change in clock.changes[index + 1 :]:
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
    settled = _settled(clock, day)
    if settled:
        return settled.first_instant(day + _DAY) - settled.first_instant(day) < limits.SHOWN_MIN
    ends, _ = _uncapped_grace(clock, day, limits.GRACE_DEFAULT)
    shown = timedelta()
    for start, end, change in _segments(clock, _earliest(day)):
        if start is not None and start >= ends:
            break
        since = change.first_instant(day) if start is None else max(start, change.first_instant(day))
        until = min(change.first_instant(day + _DAY), ends, end or ends)
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
    for start, end, change in _segments(clock, opens_at(clock, day)):
        reading = minute if minute >= change.day_start else minute + 1440
        instant = first_instant(change.zone, day, reading)
        instant = instant if start is None else max(start, instant)
        if end is None or instant < end:
            return instant
    raise AssertionError("the last segment has no end")


def with_change(clock: PersonClock, change: ClockChange) -> PersonClock:
    """The history with this change in its place; one at the same instant is replaced, a repetition left out.

    A day_start written for a later day in the zone left behind is carried over to that day in the new zone.
    Raises Refused(unknown_zone).
    """
    check_zone(change.zone)
    before = tuple(c for c in clock.changes if c.from_instant < change.from_instant)
    after = tuple(c for c in clock.changes if c.from_instant > change.from_instant)
    previous = before[-1] if before else None
    if previous and after and after[0].zone == previous.zone != change.zone:
        after = (_carried_over(after[0], previous, change), *after[1:])
    return PersonClock(_without_repetitions((*before, change, *after)))


def next_day_change(clock: PersonClock, at: datetime, day_start: int) -> ClockChange:
    """The change that gives the person this day_start from the next habit day on. Raises Refused(invalid_clock)."""
    if not 0 <= day_start <= limits.DAY_START_MAX:
        raise Refused(Code.INVALID_CLOCK)
    change = clock.at(at)
    starts = change.first_instant(shown_day(change.zone, change.day_start, at) + _DAY)
    return replace(change, from_instant=starts, day_start=day_start)


def _index_at(clock: PersonClock, at: datetime) -> int:
    return max(0, bisect_right(clock.changes, at, key=lambda change: change.from_instant) - 1)


def _settled(clock: PersonClock, day: date) -> ClockChange | None:
    """The one change in force as long as `day` could matter anywhere on earth, if nothing changed meanwhile."""
    since = _index_at(clock, _earliest(day))
    if since + 1 < len(clock.changes) and clock.changes[since + 1].from_instant < _earliest(day + 5 * _DAY):
        return None
    return clock.changes[since]


def _segments(clock: PersonClock, at: datetime) -> Iterator[tuple[datetime | None, datetime | None, ClockChange]]:
    """(start, end, change) from the segment in force at `at` on; the first start and the last end are None."""
    changes = clock.changes
    for index in range(_index_at(clock, at), len(changes)):
        start = changes[index].from_instant if index else None
        end = changes[index + 1].from_instant if index + 1 < len(changes) else None
        yield start, end, changes[index]


def _first_reading(clock: PersonClock, day: date, minute: int, at: datetime) -> datetime:
    for start, end, change in _segments(clock, at):
        instant = change.first_instant(day, minute)
        instant = instant if start is None else max(start, instant)
        if end is None or instant < end:
            return instant
    raise AssertionError("the last segment has no end")


def _earliest(day: date) -> datetime:
    """An instant before which no clock on earth shows `day` (the earliest is 14 hours ahead of UTC)."""
    return datetime.combine(day, time(9), UTC) - _DAY


def _uncapped_grace(clock: PersonClock, day: date, grace: timedelta) -> tuple[datetime, bool]:
    """The latest grace end among the zones in force until it, and whether there was more than one."""
    minute = grace // timedelta(minutes=1)
    settled = _settled(clock, day)
    if settled:
        return max(settled.first_instant(day + _DAY), settled.first_instant(day + _DAY, minute)), False
    index = _index_at(clock, opens_at(clock, day))
    ends = max(closes_at(clock, day), clock.changes[index].first_instant(day + _DAY, minute))
    travelled = False
    for change in clock.changes[index + 1 :]:
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


def _carried_over(waiting: ClockChange, previous: ClockChange, change: ClockChange) -> ClockChange:
    day = shown_day(previous.zone, previous.day_start, waiting.from_instant)
    while (starts := change.first_instant(day)) <= change.from_instant:
        day += _DAY
    return ClockChange(starts, change.zone, waiting.day_start)


def _without_repetitions(changes: tuple[ClockChange, ...]) -> tuple[ClockChange, ...]:
    kept = [changes[0]]
    for change in changes[1:]:
        if (change.zone, change.day_start) != (kept[-1].zone, kept[-1].day_start):
            kept.append(change)
    return tuple(kept)
