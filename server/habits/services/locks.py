"""One person's writes stand in one line: the person's row is locked first, then the habit's."""

from uuid import UUID

from server.habits.models import Habit
from server.habits.selectors.audiences import get_own_habit
from server.people.locks import lock_people
from server.people.models import Person


def lock_own_habit(owner: Person, habit_id: UUID) -> Habit:
    """The habit, locked with its owner until the transaction ends. Raises Refused(not_found)."""
    get_own_habit(owner, habit_id)
    lock_people(owner.id)
    return Habit.objects.select_for_update().get(pk=habit_id)
