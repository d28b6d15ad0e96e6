"""A person's zone history: which zone and which day_start were in force when."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from shared import limits
from shared.codes import Code, Refused
from shared.zones import check_zone, first_instant, shown_day

_DAY = timedelta(days=1)
_BEGINNING = datetime.min.replace(tzinfo=UTC)
_END = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ClockChange:
    """From this instant on the person lives in `zone`, their days starting `day_start` minutes after midnight."""

    from_instant: datetime
    zone: str
    day_start: int = 0

    def first_instant(self, day: date, minute: int = 0) -> datetime:
        """When this clock first reads `minute` minutes past the start of habit day `day`."""
        return first_instant(self.zone, day, self.day_start + minute)

    def shown_day(self, at: datetime) -> date:
        """The habit day this clock shows at `at`."""
        return shown_day(self.zone, self.day_start, at)


@dataclass(frozen=True, slots=True)
class Segment:
    """One change with the instants between which it is in force (`end` excluded)."""

    start: datetime
    end: datetime
    change: ClockChange


@dataclass(frozen=True, slots=True)
class PersonClock:
    """Changes sorted by instant; the first also holds for all time before it. Raises Refused(invalid_clock)."""

    changes: tuple[ClockChange, ...]

    def __post_init__(self) -> None:
        if not self.changes:
            raise Refused(Code.INVALID_CLOCK)
        for change in self.changes:
            _check_day_start(change.day_start)

    def at(self, instant: datetime) -> ClockChange:
        """The change in force at this instant."""
        return self.changes[self._index(instant)]

    def zone_at(self, instant: datetime) -> str:
        return self.at(instant).zone

    def day_start_at(self, instant: datetime) -> int:
        return self.at(instant).day_start

    def changes_after(self, instant: datetime) -> tuple[ClockChange, ...]:
        return self.changes[self._index(instant) + 1 :]

    def segments_from(self, instant: datetime) -> Iterator[Segment]:
        """From the segment in force at `instant` on."""
        changes = self.changes
        for index in range(self._index(instant), len(changes)):
            start = changes[index].from_instant if index else _BEGINNING
            end = changes[index + 1].from_instant if index + 1 < len(changes) else _END
            yield Segment(start, end, changes[index])

    def settled_around(self, day: date) -> ClockChange | None:
        """The one change in force as long as `day` could matter anywhere on earth, if nothing changed meanwhile."""
        index = self._index(earliest_sight(day))
        if index + 1 < len(self.changes) and self.changes[index + 1].from_instant < earliest_sight(day + 5 * _DAY):
            return None
        return self.changes[index]

    def _index(self, instant: datetime) -> int:
        return max(0, bisect_right(self.changes, instant, key=lambda change: change.from_instant) - 1)


def earliest_sight(day: date) -> datetime:
    """An instant before which no clock on earth shows `day` (the first ones are 14 hours ahead of UTC)."""
    return datetime.combine(day, time(9), UTC) - _DAY


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
    _check_day_start(day_start)
    change = clock.at(at)
    return replace(change, from_instant=change.first_instant(change.shown_day(at) + _DAY), day_start=day_start)


def _check_day_start(day_start: int) -> None:
    if not 0 <= day_start <= limits.DAY_START_MAX:
        raise Refused(Code.INVALID_CLOCK)


def _carried_over(waiting: ClockChange, previous: ClockChange, change: ClockChange) -> ClockChange:
    day = previous.shown_day(waiting.from_instant)
    while (starts := change.first_instant(day)) <= change.from_instant:
        day += _DAY
    return ClockChange(starts, change.zone, waiting.day_start)


def _without_repetitions(changes: tuple[ClockChange, ...]) -> tuple[ClockChange, ...]:
    kept = [changes[0]]
    for change in changes[1:]:
        if (change.zone, change.day_start) != (kept[-1].zone, kept[-1].day_start):
            kept.append(change)
    return tuple(kept)
