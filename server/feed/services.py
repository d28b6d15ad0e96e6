"""Asking for less of a habit; keeping the change log as long as a phone may be away without fetching all anew."""

from datetime import datetime, timedelta
from uuid import UUID

from server.feed.models import LessOf
from server.habits.selectors.audiences import get_visible_habit
from server.kernel.models import Fact
from server.people.models import Person
from shared.codes import Code, Refused

KEPT = timedelta(days=90)


def forget_old_facts(*, now: datetime) -> int:
    """Delete facts that everybody has heard and that are older than KEPT; answers how many."""
    heard = Fact.objects.filter(next_at__isnull=True, happened_at__lt=now - KEPT)
    return heard.delete()[0]


def show_less(*, viewer: Person, habit_id: UUID, now: datetime) -> None:
    """Put this habit of a friend's after the others. Asked twice is asked once. Raises Refused(not_found)."""
    habit, relation = get_visible_habit(viewer, habit_id)
    if relation == "owner":
        raise Refused(Code.NOT_FOUND)
    LessOf.objects.get_or_create(person=viewer, habit=habit, defaults={"since": now})


def show_as_before(*, viewer: Person, habit_id: UUID) -> None:
    """No less of it than of others. Nothing to take back is fine."""
    LessOf.objects.filter(person=viewer, habit=habit_id).delete()
