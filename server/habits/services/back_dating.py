"""How far back rest may reach: to days whose letter could not have opened yet, two of them a calendar month."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from server.habits.models import Rest
from server.habits.selectors.histories import load_histories, rest_set_at
from server.habits.selectors.resting import habits_resting
from server.people.selectors import person_clock
from shared import limits
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.letters import miss_opens_at
from shared.person_clock import PersonClock

_DAY = timedelta(days=1)
_FARTHEST = timedelta(days=limits.OPENS_AT_MOST_DAYS + 3)
"""No window reaches farther, grace and journeys included."""


def check_back_dating(rest: Rest, *, is_new: bool, first: date, last: date | None, now: datetime) -> None:
    """Whether this rest, as it stands or not yet stored, may come to span these days.

    Days count from the one it was set on by the phone, so that a rest that travelled slowly is none the worse for it.
    Raises Refused(rest_too_far_back, too_many_backdates).
    """
    clock = person_clock(rest.owner_id)
    said_at = rest_set_at(rest) if is_new else now
    today = habit_day(clock, said_at)
    back_to = min(last or today, today - _DAY)
    if not is_new:
        _check_grows_ahead_only(rest, first, back_to, today)
    elif first <= back_to:
        if first < today - _FARTHEST:
            raise Refused(Code.REST_TOO_FAR_BACK)
        days = list(_days(first, back_to))
        _check_windows(rest, days, said_at)
        _check_number(rest, days, clock)


def _check_grows_ahead_only(rest: Rest, first: date, back_to: date, today: date) -> None:
    """What a rest reaches back to is counted by when it was set; reaching back with an old one would go uncounted."""
    grows_at_its_end = rest.last is not None and back_to > rest.last and back_to >= first
    if first < min(rest.first, today) or grows_at_its_end:
        raise Refused(Code.REST_TOO_FAR_BACK)


def _check_windows(rest: Rest, days: list[date], said_at: datetime) -> None:
    habits = list(habits_resting(rest))
    for history in load_histories(habits, now=said_at).values():
        for day in days:
            if day >= history.plan.starts_on and miss_opens_at(history, day) <= said_at:
                raise Refused(Code.REST_TOO_FAR_BACK)


def _check_number(rest: Rest, days: list[date], clock: PersonClock) -> None:
    others = Rest.objects.filter(owner=rest.owner_id, cancelled_at__isnull=True).exclude(id=rest.id)
    rested = {day for other in others for day in _days(other.first, _last_back_dated(other, clock))}
    months = Counter((day.year, day.month) for day in rested | set(days))
    if any(months[day.year, day.month] > limits.REST_BACKDATES_PER_MONTH for day in days):
        raise Refused(Code.TOO_MANY_BACKDATES)


def _last_back_dated(rest: Rest, clock: PersonClock) -> date:
    before = habit_day(clock, rest_set_at(rest)) - _DAY
    return min(rest.last or before, before)


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
