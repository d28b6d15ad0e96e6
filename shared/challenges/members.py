"""What the kinds are told: when it runs, who is in it from when to when, and what of their days is there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from shared.challenges.kinds import Kind

_DAY = timedelta(days=1)
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Run:
    """From which date to which it goes, both included, and the weekdays (Monday is 0) on which it asks for a day."""

    starts_on: date
    ends_on: date
    weekdays: frozenset[int] = EVERY_DAY

    def asks(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on and day.weekday() in self.weekdays

    def days(self) -> Iterator[date]:
        """The dates it asks for, in their order."""
        count = (self.ends_on - self.starts_on).days + 1
        return (day for day in (self.starts_on + offset * _DAY for offset in range(count)) if self.asks(day))


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of being a member, in habit days of that member's own.

    The day of leaving counts if they were there on it, and nobody waits for them.
    """

    first: date
    left_on: date | None = None

    def covers(self, day: date) -> bool:
        """A day on which they were in it to the end of it."""
        return self.first <= day and (self.left_on is None or day < self.left_on)

    def touches(self, day: date) -> bool:
        """The day of leaving, too."""
        return self.first <= day and (self.left_on is None or day <= self.left_on)


@dataclass(frozen=True, slots=True)
class Share:
    """What was logged on one day, and the member's own daily target on that day, in the group's unit."""

    amount: Decimal
    target: Decimal


@dataclass(frozen=True, slots=True)
class Member:
    """`kept`: the days on which a check-in that stands met its member's own target, whenever it was posted."""

    key: UUID
    spans: tuple[Span, ...]
    kept: frozenset[date] = frozenset()
    shares: Mapping[date, Share] = field(default_factory=dict)

    def is_counted(self, day: date) -> bool:
        was_there = day in self.kept or day in self.shares
        return any(span.touches(day) if was_there else span.covers(day) for span in self.spans)

    def is_in(self, day: date) -> bool:
        return day in self.kept and self.is_counted(day)


def who_is_in(members: Iterable[Member], day: date) -> frozenset[UUID]:
    """Who kept this date while a member: what a group is shown of it."""
    return frozenset(member.key for member in members if member.is_in(day))


def first_day(kind: Kind, run: Run, *, own_today: date, counted_through: date | None = None) -> date:
    """The first date that counts for somebody who joins on `own_today`, their own: the start, or that date if later.

    A date of a chain that has counted must not wait for a newcomer: it begins for them after the latest one that did
    (`counted_through`). In a league, whoever misses its first Monday plays from the next one.
    """
    first = max(run.starts_on, own_today)
    if kind is Kind.CHAIN and counted_through is not None:
        return max(first, counted_through + _DAY)
    if kind is Kind.LEAGUE and own_today > run.starts_on:
        return first + (-first.weekday() % 7) * _DAY
    return first
