"""Letting go of a departed person's letters. One batch at a time; 0: nothing is left."""

from uuid import UUID

from server.kernel.batches import delete_batch
from server.letters.models import GoldLetter, SealedLetter


def forget_letters(person_id: UUID) -> int:
    """What they sealed for others, and their own sealed copies. The standing letters go with their habits."""
    written = delete_batch(GoldLetter.objects.filter(writer_id=person_id))
    return written or delete_batch(SealedLetter.objects.filter(owner_id=person_id))
