"""Letting go of a departed person's nudges. One batch at a time; 0: nothing is left."""

from uuid import UUID

from server.kernel.batches import delete_batch
from server.nudges.models import Nudge


def forget_nudges(person_id: UUID) -> int:
    """Those they sent; those they got go with their habits."""
    return delete_batch(Nudge.objects.filter(sender_id=person_id))
