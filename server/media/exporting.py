"""A person's own photos, for their export."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from server.kernel.batches import each, in_batches
from server.media.models import Photo, PhotoState
from server.people.models import Person


def own_photos(person: Person) -> Iterator[list[Photo]]:
    """Photos with a picture, in batches, oldest first."""
    yield from in_batches(Photo.objects.filter(owner=person, state=PhotoState.READY))


def count_own_photos(person: Person) -> int:
    return Photo.objects.filter(owner=person, state=PhotoState.READY).count()


def photos(person: Person) -> Iterator[dict[str, Any]]:
    """Every upload, also those that were refused, with the words they were refused with."""
    for photo in each(Photo.objects.filter(owner=person)):
        yield {
            "id": photo.id, "sent_at": photo.created_at, "state": photo.state, "refused": photo.detail,
            "width": photo.width, "height": photo.height, "source": photo.source, "sha256": photo.sha256,
            "used_since": photo.attached_at,
        }  # fmt: skip


def loose_name(photo_id: UUID) -> str:
    """The name of a photo that hangs on no day."""
    return f"photos/loose-{photo_id.hex}.webp"
