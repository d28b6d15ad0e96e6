"""One person's writes stand in one line: the person's row is locked first, then the habit's."""

from uuid import UUID

from server.habits.models import Habit
from server.habits.selectors.audiences import get_own_habit
from server.people.locks import lock_people
from server.people.models import Person


def lock_own_habit(owner: Person, habit_id: UUID) -> Habit:
    """The habit, locked with its owner until the transaction ends. Raises Refused(not_found)."""
    lock_people(owner.id)
    get_own_habit(owner, habit_id)
    return Habit.objects.select_for_update().get(pk=habit_id)


def lock_habit_for_sweep(habit: Habit) -> Habit | None:
    """The habit as it is now, locked with its owner like any request of theirs; None once it was archived or deleted.

    A sweep that held a habit while its owner's request waits for it would be waited for in a circle: both write the
    owner's change log.
    """
    lock_people(habit.owner_id)
    return Habit.objects.select_for_update().filter(pk=habit.pk, archived_at__isnull=True).first()
