"""Letting go of everything a departed person promised and did. Each does one batch; 0: nothing is left."""

from uuid import UUID

from server.habits.models import CheckIn, Habit, Rest, Seat
from server.kernel.batches import delete_batch

HABITS_AT_ONCE = 1
"""Every miss and schedule of a habit goes with it."""


def forget_days(owner_id: UUID) -> int:
    """Check-ins, with the photos' places on them and what others did about them."""
    return delete_batch(CheckIn.objects.filter(owner_id=owner_id))


def forget_habits(owner_id: UUID) -> int:
    """Habits without days, and rests."""
    gone = delete_batch(Habit.objects.filter(owner_id=owner_id), HABITS_AT_ONCE)
    return gone or delete_batch(Rest.objects.filter(owner_id=owner_id))


def forget_seats(person_id: UUID) -> int:
    """Places in others' audiences, ended ones too."""
    return delete_batch(Seat.objects.filter(person_id=person_id))
