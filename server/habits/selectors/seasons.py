"""The seasons of habits, as the rules read them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from server.habits.models import Season
from shared import seasons


def seasons_of(habit_ids: Iterable[UUID]) -> Mapping[UUID, tuple[seasons.Season, ...]]:
    """By habit, in their order; none for one without. One query."""
    found: dict[UUID, tuple[seasons.Season, ...]] = defaultdict(tuple)
    for row in Season.objects.filter(habit__in=list(habit_ids)).order_by("habit", "number"):
        found[row.habit_id] += (seasons.Season(row.number, row.first, row.gentle_through, row.closed_on),)
    return found
