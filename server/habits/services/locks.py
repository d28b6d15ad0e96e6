"""One person's writes stand in one line: the person's row is locked first, then the habit's."""

from uuid import UUID

from server.habits.models import Habit
from server.habits.selectors.audiences import get_own_habit
from server.people.models import Person


def lock_person(person_id: UUID) -> None:
    """Wait for this person's other writes; inserting rows that point at the person stays possible meanwhile."""
    Person.objects.select_for_update(no_key=True).values_list("pk").get(pk=person_id)


def lock_own_habit(owner: Person, habit_id: UUID) -> Habit:
    """The habit, locked with its owner until the transaction ends. Raises Refused(not_found)."""
    get_own_habit(owner, habit_id)
    lock_person(owner.id)
    return Habit.objects.select_for_update().get(pk=habit_id)
