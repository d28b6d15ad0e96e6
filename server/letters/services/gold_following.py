"""Gold letters follow day numbers and seats: opened by the milestone check-in, gone with the seat."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from server.habits.models import Seat
from server.habits.selectors.audiences import open_seats
from server.habits.selectors.days import standing_check_ins
from server.kernel.facts import record
from server.letters import facts
from server.letters.models import GoldLetter
from server.letters.selectors.allowed import letters_allowed
from shared.moods import Role


def sealed_gold() -> QuerySet[GoldLetter]:
    return GoldLetter.objects.filter(opened_at__isnull=True)


def follow_gold(owner_id: UUID, *, now: datetime) -> None:
    """Withdraw what lost its seat and open what has come to its day. The caller holds the owner.

    While its writer is asked for another season it stays as it is.
    """
    mine = sealed_gold().filter(habit__owner=owner_id)
    if not mine.exists():
        return
    mine.filter(~Exists(_seats(Seat.objects.filter(ended_at__isnull=True)))).delete()
    mine.filter(Q(habit__sensitive=True) | Q(habit__archived_at__isnull=False)).delete()
    for letter in mine.filter(Exists(_seats(open_seats()))).select_related("habit__owner").order_by("id"):
        _open_on_its_day(letter, now)


def _seats(seats: QuerySet[Seat]) -> QuerySet[Seat]:
    return seats.filter(habit=OuterRef("habit"), person=OuterRef("writer"), role=Role.WITNESS)


def _open_on_its_day(letter: GoldLetter, now: datetime) -> None:
    number = standing_check_ins().filter(habit=letter.habit_id).count()
    if number < letter.milestone or not letters_allowed(letter.habit, now):
        return
    letter.opened_at = now
    letter.save(update_fields=["opened_at"])
    record(
        facts.GOLD_LETTER_OPENED, person_id=letter.habit.owner_id, now=now,
        habit=str(letter.habit_id), person=str(letter.writer_id), gold_letter=str(letter.id),
    )  # fmt: skip
