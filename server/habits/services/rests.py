"""Rest: holiday, illness and everything else, one state. Set for today, ahead, or a little way back."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from server.habits import facts
from server.habits.models import Habit, Miss, Rest
from server.habits.selectors.audiences import get_own_habit
from server.habits.services.settle import settle_habit
from server.kernel.facts import record
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import person_clock
from shared import limits
from shared.codes import Code, Refused
from shared.days import habit_day

_DAY = timedelta(days=1)


@transaction.atomic
def save_rest(
    *, owner: Person, rest_id: UUID, habit_id: UUID | None, first: date, last: date | None, now: datetime
) -> tuple[Rest, bool]:
    """Rest one habit, or all with None, from `first` to `last` (both included; None: until ended).

    Answers the rest and whether it is new. Raises Refused: not_found, invalid (reversed), rest_too_far_back (a day
    whose window is over), too_many_backdates (more than two days back in a calendar month).
    """
    lock_people(owner.id)
    habit = get_own_habit(owner, habit_id) if habit_id else None
    known = Rest.objects.filter(id=rest_id).first()
    if known is not None:
        if known.owner_id != owner.id:
            raise Refused(Code.NOT_FOUND)
        if (known.habit_id, known.first, known.last) == (habit_id, first, last) or known.cancelled_at:
            return known, False
    if last is not None and last < first:
        raise Refused(Code.INVALID, "last")
    _check_back_dating(owner, habit, rest_id=rest_id, first=first, last=last, now=now)
    rest, new = Rest.objects.update_or_create(
        id=rest_id, defaults={"owner": owner, "habit": habit, "first": first, "last": last}
    )
    _settle(rest, now)
    return rest, new


@transaction.atomic
def end_rest(*, owner: Person, rest_id: UUID, now: datetime) -> None:
    """Rest no longer from today on; the days that were rested stay so. Raises Refused(not_found)."""
    lock_people(owner.id)
    rest = Rest.objects.filter(id=rest_id, owner=owner).first()
    if rest is None:
        raise Refused(Code.NOT_FOUND)
    today = habit_day(person_clock(owner.id), now)
    if rest.cancelled_at or (rest.last is not None and rest.last < today):
        return
    if rest.first >= today:
        rest.cancelled_at = now
    else:
        rest.last = today - _DAY
    rest.save(update_fields=["cancelled_at", "last"])
    _settle(rest, now)


def _check_back_dating(
    owner: Person, habit: Habit | None, *, rest_id: UUID, first: date, last: date | None, now: datetime
) -> None:
    today = habit_day(person_clock(owner.id), now)
    if first >= today:
        return
    back_to = min(last or today, today - _DAY)
    _check_windows(owner, habit, first, back_to, now)
    months = _backdated_days(owner, rest_id)
    day = first
    while day <= back_to:
        months.add(day)
        if (
            sum((day.year, day.month) == (other.year, other.month) for other in months)
            > limits.REST_BACKDATES_PER_MONTH
        ):
            raise Refused(Code.TOO_MANY_BACKDATES)
        day += _DAY


def _check_windows(owner: Person, habit: Habit | None, first: date, last: date, now: datetime) -> None:
    """Rest reaches back only to days whose letter could not have opened yet."""
    misses = Miss.objects.filter(owner=owner, date__gte=first, date__lte=last, opens_at__lte=now)
    if habit is not None:
        misses = misses.filter(habit=habit)
    too_far = (last - first).days >= limits.OPENS_AT_MOST_DAYS
    if too_far or misses.exists():
        raise Refused(Code.REST_TOO_FAR_BACK)


def _backdated_days(owner: Person, rest_id: UUID) -> set[date]:
    """Every habit day this person rested only after it had passed."""
    clock = person_clock(owner.id)
    days: set[date] = set()
    for rest in Rest.objects.filter(owner=owner, cancelled_at__isnull=True).exclude(id=rest_id):
        set_on = habit_day(clock, rest.created_at)
        day = rest.first
        while day < set_on and (rest.last is None or day <= rest.last):
            days.add(day)
            day += _DAY
    return days


def _settle(rest: Rest, now: datetime) -> None:
    habits = Habit.objects.select_for_update().filter(owner=rest.owner_id, archived_at__isnull=True)
    if rest.habit_id is not None:
        habits = habits.filter(id=rest.habit_id)
    for habit in habits.order_by("id"):
        settle_habit(habit, now=now)
    habit_id = str(rest.habit_id) if rest.habit_id else None
    record(facts.REST_CHANGED, person_id=rest.owner_id, now=now, rest=str(rest.id), habit=habit_id)
