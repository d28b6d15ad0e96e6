"""Which habits a rest is about."""

from datetime import date

from django.db.models import Q, QuerySet

from server.habits.models import Habit, Rest
from server.habits.selectors.audiences import own_habits


def habits_resting(rest: Rest) -> QuerySet[Habit]:
    """The one it names, or all of its owner's; archived ones left out."""
    habits = own_habits(rest.owner)
    return habits.filter(id=rest.habit_id) if rest.habit_id else habits


def rests_over(habit: Habit, day: date) -> QuerySet[Rest]:
    """What rests this habit on this habit day of its owner's: rests of it alone, and of everything."""
    reaching = Q(last__isnull=True) | Q(last__gte=day)
    about = Q(habit=habit) | Q(habit__isnull=True)
    return Rest.objects.filter(about, reaching, owner=habit.owner_id, cancelled_at__isnull=True, first__lte=day)
