"""Letting notices forget a departed person. One batch at a time; 0: nothing is left."""

from uuid import UUID

from django.db.models import Q

from server.kernel.batches import delete_batch
from server.kernel.forgetting import BATCH, naming, without
from server.notifications.models import Notice


def forget_notices(person_id: UUID) -> int:
    """What they were told, and what others were told about them."""
    about = Q(recipient=person_id) | Q(payload__person=str(person_id)) | Q(dedupe__contains=str(person_id))
    return delete_batch(Notice.objects.filter(about)) or _leave_unnamed(person_id)


def _leave_unnamed(person_id: UUID) -> int:
    """A notice about others that names this person too stays without them."""
    notices = list(naming(Notice.objects.all(), "payload", person_id).order_by("pk")[:BATCH])
    for notice in notices:
        notice.payload = without(notice.payload, person_id)
    Notice.objects.bulk_update(notices, ["payload"])
    return len(notices)
