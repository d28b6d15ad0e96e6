"""Rest: holiday, illness and everything else, one state. Set for today, ahead, or a little way back."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from server.habits import facts
from server.habits.models import Rest
from server.habits.selectors.audiences import get_own_habit
from server.habits.selectors.resting import habits_resting
from server.habits.services.back_dating import check_back_dating
from server.habits.services.settle import settle_habit
from server.kernel.facts import record
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import person_clock
from shared import ids
from shared.codes import Code, Refused
from shared.days import habit_day

_DAY = timedelta(days=1)


@transaction.atomic
def save_rest(
    *, owner: Person, rest_id: UUID, habit_id: UUID | None, first: date, last: date | None, now: datetime
) -> tuple[Rest, bool]:
    """Rest one habit, or all with None, from `first` to `last` (both included; None: until ended).

    Answers the rest and whether it is new. Saying the same again changes nothing, nor does anything about a rest that
    was taken back. Raises Refused: not_found, invalid (reversed, no UUIDv7), conflict (another habit than before),
    rest_too_far_back (a day whose window is over), too_many_backdates (more than two days back in a calendar month).
    """
    lock_people(owner.id)
    habit = get_own_habit(owner, habit_id) if habit_id else None
    if last is not None and last < first:
        raise Refused(Code.INVALID, "last")
    known = Rest.objects.filter(id=rest_id).first()
    if known is None and not ids.is_uuid7(rest_id):
        raise Refused(Code.INVALID, "A rest's id is a UUIDv7.")
    rest = known or Rest(id=rest_id, owner=owner, habit=habit, created_at=now)
    _check_same(rest, owner, habit_id)
    if known and (known.cancelled_at or (known.first, known.last) == (first, last)):
        return known, False
    check_back_dating(rest, is_new=known is None, first=first, last=last, now=now)
    rest.first, rest.last = first, last
    rest.save()
    _settle(rest, now)
    return rest, known is None


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


def _check_same(rest: Rest, owner: Person, habit_id: UUID | None) -> None:
    if rest.owner_id != owner.id:
        raise Refused(Code.NOT_FOUND)
    if rest.habit_id != habit_id:
        raise Refused(Code.CONFLICT)


def _settle(rest: Rest, now: datetime) -> None:
    for habit in habits_resting(rest).select_for_update():
        settle_habit(habit, now=now)
    habit_id = str(rest.habit_id) if rest.habit_id else None
    record(facts.REST_CHANGED, person_id=rest.owner_id, now=now, rest=str(rest.id), habit=habit_id)
