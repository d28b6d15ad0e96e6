"""Starting beside somebody: their title and schedule become a promise of one's own, their check-in its first anchor."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.beside.facts import STARTED_BESIDE
from server.beside.selectors.offers import find_offer
from server.beside.services.anchors import put_check_in_beside
from server.beside.services.role_models import add_model
from server.guests.models import GuestLink
from server.habits.models import CheckIn, Habit
from server.habits.selectors.audiences import get_own_habit
from server.habits.selectors.days import get_visible_check_in
from server.habits.selectors.histories import load_history
from server.habits.services.habits import Promise, save_habit
from server.people.locks import lock_people
from server.people.models import Person
from shared.codes import Code, Refused
from shared.days import habit_day


@transaction.atomic
def start_beside(
    *, person: Person, habit_id: UUID, their_id: UUID, day: date, now: datetime, starts_on: date | None = None
) -> tuple[Habit, bool]:
    """The person's promise made of this check-in, and whether it is new. The same again is done, whatever became of it.

    Reminders, seats and letters are not copied. Raises Refused: not_found for what they may not see, beside_closed
    where its owner does not allow it, and what making a habit refuses.
    """
    lock_people(person.id)
    if Habit.objects.filter(id=habit_id).exists():
        return get_own_habit(person, habit_id), False
    offer = find_offer(person, their_id, day, now=now)
    check_in = offer.check_in if offer else _get_friends_check_in(person, their_id, day)
    habit, _ = save_habit(owner=person, habit_id=habit_id, promise=_promise(check_in.habit, starts_on, now), now=now)
    put_check_in_beside(habit, check_in, by_offer=offer is not None, now=now)
    add_model(habit, check_in.habit, STARTED_BESIDE, now=now)
    if offer is not None:
        GuestLink.objects.filter(pk=offer.pk).update(beside_used_at=now)
    return habit, True


def _get_friends_check_in(person: Person, habit_id: UUID, day: date) -> CheckIn:
    check_in = get_visible_check_in(person, habit_id, day)
    if check_in.owner_id == person.id or check_in.hidden_at:
        raise Refused(Code.NOT_FOUND)
    if not check_in.habit.opens_beside:
        raise Refused(Code.BESIDE_CLOSED)
    return check_in


def _promise(theirs: Habit, starts_on: date | None, now: datetime) -> Promise:
    """What they keep at present; a change of theirs that waits for its day is not taken along."""
    history = load_history(theirs, now=now)
    schedule = history.plan.in_force(habit_day(history.clock, now))
    return Promise(title=theirs.title, icon=theirs.icon, schedule=schedule, reminders=(), starts_on=starts_on)
