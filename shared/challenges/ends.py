"""When a challenge is over."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from shared.days import grace_ends_at, habit_day
from shared.person_clock import PersonClock

_DAY = timedelta(days=1)


def ends_at(clocks: Iterable[tuple[PersonClock, timedelta]], last: date) -> datetime:
    """The instant at which the last date is over for the last member, grace included.

    Each member is given with their clock and their grace. Until then somebody, somewhere, can still add that day.
    """
    return max(grace_ends_at(clock, last, grace) for clock, grace in clocks)


def over_through(clock: PersonClock, grace: timedelta, now: datetime) -> date:
    """The last date that is over for somebody at `now`, grace included."""
    day = habit_day(clock, now)
    while grace_ends_at(clock, day, grace) > now:
        day -= _DAY
    return day
