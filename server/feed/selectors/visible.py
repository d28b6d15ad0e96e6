"""What a person may see of others now. Decided at each read by the one rule about open seats, never copied."""

from django.db.models import Exists, OuterRef, QuerySet

from server.habits.models import CheckIn, Miss
from server.habits.selectors.audiences import open_seats, visible_habit_ids
from server.habits.selectors.days import standing_check_ins
from server.people.models import Person
from shared.moods import Role


def others_check_ins(viewer: Person) -> QuerySet[CheckIn]:
    """Check-ins of habits in which this viewer has an open seat, with habit and owner."""
    return standing_check_ins().filter(habit__in=visible_habit_ids(viewer)).select_related("habit", "owner")


def witnessed_misses(viewer: Person) -> QuerySet[Miss]:
    """Misses of habits this viewer witnesses, and witnessed when they closed, with habit and owner."""
    seats = open_seats().filter(person=viewer, role=Role.WITNESS)
    present = seats.filter(habit=OuterRef("habit"), accepted_at__lte=OuterRef("closed_at"))
    return Miss.objects.filter(Exists(present)).select_related("habit", "owner")
