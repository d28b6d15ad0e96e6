"""Letting go of what a departed person wrote. One batch at a time; 0: nothing is left."""

from uuid import UUID

from server.comments.models import Comment
from server.kernel.batches import delete_batch


def forget_comments(person_id: UUID) -> int:
    """Those they wrote; what was written to them goes with their days."""
    return delete_batch(Comment.objects.filter(writer_id=person_id))
