"""Days on which it was all too much: no letter, no cold, one question."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from server.habits.models import Miss
from server.letters.models import Visit
from server.letters.selectors.circumstances import NO_MISS
from server.letters.selectors.visits import today_of, unopened_days
from shared.letter_states import is_bad_week


def spared_dates(misses: Sequence[Miss], *, now: datetime) -> set[date]:
    """Of the habit days of these misses, all one person's, those that are spared. Without misses no query."""
    if not misses:
        return set()
    owner = misses[0].owner
    visit = Visit.objects.filter(person=owner).first()
    away = unopened_days(visit, today_of(owner, now))
    missed: dict[date, set[UUID]] = defaultdict(set)
    those = Miss.objects.filter(owner=owner, date__in={miss.date for miss in misses}).exclude(state__in=NO_MISS)
    for day, habit_id in those.values_list("date", "habit_id"):
        missed[day].add(habit_id)
    return {day for day, habits in missed.items() if is_bad_week(len(habits), away) or _before_return(day, visit)}


def _before_return(day: date, visit: Visit | None) -> bool:
    """Whether it was missed in an absence that has ended meanwhile."""
    return visit is not None and visit.back_on is not None and day < visit.back_on
