"""Which habits a rest is about."""

from django.db.models import QuerySet

from server.habits.models import Habit, Rest
from server.habits.selectors.audiences import own_habits


def habits_resting(rest: Rest) -> QuerySet[Habit]:
    """The one it names, or all of its owner's; archived ones left out."""
    habits = own_habits(rest.owner)
    return habits.filter(id=rest.habit_id) if rest.habit_id else habits
