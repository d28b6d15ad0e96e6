"""What a reader asked for less of, as far as they may see it now."""

from django.db.models import QuerySet

from server.feed.models import LessOf
from server.habits.selectors.audiences import visible_habit_ids
from server.people.models import Person


def less_of(viewer: Person) -> QuerySet[LessOf]:
    """Each with its habit and whose it is, the latest first."""
    mine = LessOf.objects.filter(person=viewer, habit__in=visible_habit_ids(viewer))
    return mine.select_related("habit__owner").order_by("-since", "-pk")
