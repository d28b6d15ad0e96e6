"""Letting go of a departed person's nudges. One batch at a time; 0: nothing is left."""

from uuid import UUID

from server.kernel.batches import delete_batch
from server.nudges.models import Nudge
from server.responses.pictures import let_go_of_pictures


def forget_nudges(person_id: UUID) -> int:
    """Those they sent; those they got go with their habits."""
    return delete_batch(Nudge.objects.filter(sender_id=person_id))


def forget_nudge_faces(person_id: UUID) -> int:
    """The pictures friends nudged them with: nobody would find them any more once the habits are gone."""
    return let_go_of_pictures(Nudge.objects.filter(owner_id=person_id))
