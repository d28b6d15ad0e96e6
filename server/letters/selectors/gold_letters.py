"""Reading gold letters: the writer reads their own, the owner only what has opened."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from server.habits.models import Habit, Seat
from server.habits.selectors.audiences import open_seats
from server.letters.models import GoldLetter
from server.people.models import Person
from server.people.selectors import blocks_between
from shared.codes import Code, Refused
from shared.moods import Role


def get_witness_seat(person: Person, habit_id: UUID) -> Seat:
    """The seat of a witness, with habit and owner. Raises Refused(not_found)."""
    seats = open_seats().filter(habit=habit_id, person=person, role=Role.WITNESS)
    seat = seats.select_related("habit__owner").first()
    if seat is None:
        raise Refused(Code.NOT_FOUND)
    return seat


def sealed_of(writer: Person, habit: Habit) -> GoldLetter | None:
    """What this witness has sealed for the next milestone of theirs."""
    return GoldLetter.objects.filter(writer=writer, habit=habit, opened_at__isnull=True).first()


def opened_for(owner: Person) -> QuerySet[GoldLetter]:
    """Gold letters this person may read, in the order they opened; not of somebody with whom a block stands."""
    mine = GoldLetter.objects.filter(
        habit__owner=owner, habit__archived_at__isnull=True, opened_at__isnull=False, hidden_at__isnull=True
    )
    readable = mine.filter(~Exists(blocks_between(owner.id, OuterRef("writer"))))
    return readable.select_related("writer").order_by("opened_at", "id")
