"""When a habit's reminders ring, and whether they do: the server's push and the phone's own alarm agree here.

Minutes are after midnight on the owner's wall clock, instants aware UTC. A reminder rings at the time its owner chose,
quiet hours or not: those hold what others do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.days import PersonClock, closes_at, habit_day, wall_time
from shared.duties import Duty, DutyBook
from shared.history import History
from shared.plans import Measure

_DAY = timedelta(days=1)
RING_AT_MOST_LATE = timedelta(hours=1)
"""What could not ring in time is left out: nothing bursts after an outage, or when a phone is switched on."""


@dataclass(frozen=True, slots=True)
class Ring:
    """The `slot`-th reminder of habit day `day`, set for `minute`, and when it rings."""

    day: date
    slot: int
    minute: int
    at: datetime


def next_ring(clock: PersonClock, minute: int, *, after: datetime) -> datetime:
    """The first instant after `after` at which the person's wall clock shows this minute."""
    day = habit_day(clock, after) - _DAY
    while (rings := wall_time(clock, day, minute)) <= after:
        day += _DAY
    return rings


def is_wanted(history: History, day: date, now: datetime) -> bool:
    """Only while the day is open, has to be kept, and what was posted, if anything, is less than was promised.

    After a word about something to stay below there is nothing more to ask for.
    """
    return _is_wanted(DutyBook(history), history, day, now)


def rings_ahead(history: History, minutes: Sequence[int], *, now: datetime, days: int) -> tuple[Ring, ...]:
    """What is to ring from now to the end of the `days` habit days that begin with today, soonest first.

    As things stand: nobody posts anything more. No two of one habit at one instant, whatever a change of clocks does.
    """
    book, today = DutyBook(history), habit_day(history.clock, now)
    # After travelling west, yesterday may still be open.
    ahead = [today + offset * _DAY for offset in range(-1, days)]
    rings = [ring for day in ahead for ring in _rings_on(book, history, day, sorted(set(minutes))) if ring.at > now]
    first = {ring.at: ring for ring in sorted(rings, key=lambda ring: (ring.day, ring.slot), reverse=True)}
    return tuple(first[at] for at in sorted(first))


def _rings_on(book: DutyBook, history: History, day: date, minutes: Sequence[int]) -> Iterator[Ring]:
    for slot, minute in enumerate(minutes):
        at = wall_time(history.clock, day, minute)
        if _is_wanted(book, history, day, at):
            yield Ring(day, slot, minute, at)


def _is_wanted(book: DutyBook, history: History, day: date, at: datetime) -> bool:
    if book.duty(day) is not Duty.MUST or at >= closes_at(history.clock, day):
        return False
    mark = book.marks.get(day)
    return mark is None or (history.plan.in_force(day).measure is Measure.AT_LEAST and not book.meets_target(mark))
