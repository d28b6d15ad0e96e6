"""The pictures that answers, cheers and nudges hold. One shows a face and nothing else, and goes with it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from server.habits.models import CheckInPhoto
from server.kernel.batches import BATCH
from server.media.models import Photo, PhotoState
from server.media.services import discard_photos, mark_attached
from server.people.models import Person
from shared.codes import Code, Refused


def attach_picture(owner: Person, photo_id: UUID, *, shown: UUID | None, now: datetime) -> Photo:
    """A picture sent before, for one thing to show; `shown` is the one it shows already.

    To be called in a transaction that holds the owner. Raises Refused: photo_missing or the photo's own refusal where
    there is no picture, photo_conflict if it shows something else.
    """
    photo = _get_picture(owner, photo_id)
    if photo.attached_at and photo.id != shown:
        raise Refused(Code.PHOTO_CONFLICT)
    mark_attached([photo], now=now)
    return photo


def shown_to(viewer: Person, photo: Photo | None) -> Photo:
    """The picture, unless it was taken away or a moderator keeps it from the viewer. Raises Refused(not_found)."""
    if photo is None or (photo.hidden_at and photo.owner_id != viewer.id):
        raise Refused(Code.NOT_FOUND)
    return photo


def discard_picture(photo: Photo | None) -> None:
    """Delete a picture that answered, unless its owner shows it on a day of their own."""
    if photo is not None and not CheckInPhoto.objects.filter(photo=photo).exists():
        discard_photos([photo])


def let_go_of_pictures(holders: QuerySet[Any]) -> int:
    """Delete a batch of the pictures these rows show; answers how many. The rows stay."""
    rows = list(holders.filter(photo__isnull=False).select_related("photo").order_by("pk")[:BATCH])
    for row in rows:
        holders.model._default_manager.filter(pk=row.pk).update(photo=None)
        discard_picture(row.photo)
    return len(rows)


def _get_picture(owner: Person, photo_id: UUID) -> Photo:
    photo = Photo.objects.select_for_update().filter(id=photo_id, owner=owner).first()
    if photo is None:
        raise Refused(Code.PHOTO_MISSING, "This picture never arrived.")
    if photo.state == PhotoState.REFUSED:
        raise Refused(photo.code, photo.detail)
    return photo
