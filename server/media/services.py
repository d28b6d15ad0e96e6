"""Taking photos in and throwing them away. The file is written before its row and removed after it."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from server.kernel.allowances import spend
from server.media import apart, gate, storage, uploads
from server.media.models import Photo, PhotoState
from server.media.renderings import Rendering
from shared import limits
from shared.codes import Code, Refused

FOR_GOOD = {
    Code.PHOTO_NOT_AN_IMAGE,
    Code.PHOTO_TRUNCATED,
    Code.PHOTO_TOO_MANY_PIXELS,
    Code.PHOTO_TOO_LARGE,
    Code.PHOTO_UNSUPPORTED,
}
"""Refusals that the same bytes will always meet. They are remembered, so a resend is answered without work."""

FORGOTTEN_AT_ONCE = 200


def store_photo(
    *,
    owner_id: UUID,
    photo_id: UUID,
    stream: uploads.Stream,
    length: int | None,
    sha256: str,
    source: str,
    now: datetime,
) -> Photo:
    """The photo of this id, ready or refused for good. `length` is what the sender announced, `sha256` hexadecimal.

    Raises Refused with photo_busy, photo_digest_mismatch or too_many (try again), photo_conflict (the id has other
    bytes) or not_found (the id is somebody else's), and OSError when there is no room for it. Must not be called
    inside a transaction: it reads from the network.
    """
    known = _known(owner_id, photo_id, sha256)
    if known:
        return known
    _spend(owner_id, length, now)
    photo = Photo(id=photo_id, owner_id=owner_id, sha256=sha256, source=source, created_at=now)
    try:
        rendering = _rendered(stream, length, sha256)
    except Refused as refusal:
        if refusal.code not in FOR_GOOD:
            raise
        photo.state, photo.code, photo.detail = PhotoState.REFUSED, refusal.code, refusal.detail
        return _saved(photo)
    return _saved_with_files(photo, rendering)


def mark_attached(photos: Iterable[Photo], *, now: datetime) -> None:
    """Say that something shows these photos, so that the clean-up leaves them alone."""
    ids = [photo.id for photo in photos]
    Photo.objects.filter(id__in=ids, attached_at__isnull=True).update(attached_at=now)


def hide_photo(photo_id: UUID, *, hidden: bool, now: datetime) -> bool:
    """Keep a picture from whoever it answered, or show it once more; answers whether that changed anything.

    A moderator's act. On a day of its owner's own the day decides.
    """
    rows = Photo.objects.filter(id=photo_id, hidden_at__isnull=hidden)
    return bool(rows.update(hidden_at=now if hidden else None))


def discard_photos(photos: Iterable[Photo]) -> None:
    """Delete photos, their files once the transaction has committed."""
    with transaction.atomic():
        for photo in list(photos):
            transaction.on_commit(partial(storage.remove, photo.id, photo.sha256))
            photo.delete()


def forget_photos(owner_id: UUID) -> int:
    """Delete a batch of a departed person's photos, each file before its row, and answer how many there were.

    Killed in between, a row without a file is left, which the next try finds; never a file without a row.
    """
    photos = list(Photo.objects.filter(owner_id=owner_id).order_by("pk")[:FORGOTTEN_AT_ONCE])
    for photo in photos:
        storage.remove(photo.id, photo.sha256)
    Photo.objects.filter(pk__in=[photo.pk for photo in photos]).delete()
    return len(photos)


def _known(owner_id: UUID, photo_id: UUID, sha256: str) -> Photo | None:
    photo = Photo.objects.filter(id=photo_id).first()
    if photo is None:
        return None
    if photo.owner_id != owner_id:
        raise Refused(Code.NOT_FOUND)
    if photo.sha256 != sha256:
        raise Refused(Code.PHOTO_CONFLICT)
    return photo


def _spend(owner_id: UUID, length: int | None, now: datetime) -> None:
    """Counted before a byte is read; whoever does not announce how many are coming is counted the most."""
    size = limits.PHOTO_BYTES_MAX if length is None else min(length, limits.PHOTO_BYTES_MAX)
    spend("photos", owner_id, rate=limits.PHOTOS_PER_DAY, now=now)
    spend("photo-bytes", owner_id, rate=limits.PHOTO_BYTES_PER_DAY, now=now, cost=size)


def _rendered(stream: uploads.Stream, length: int | None, sha256: str) -> Rendering:
    if length is not None and length > limits.PHOTO_BYTES_MAX:
        raise Refused(Code.PHOTO_TOO_LARGE)
    with uploads.received(stream, sha256=sha256) as file, gate.decoding():
        return apart.render_apart(file)


def _saved_with_files(photo: Photo, rendering: Rendering) -> Photo:
    photo.state, photo.width, photo.height = PhotoState.READY, rendering.width, rendering.height
    try:
        storage.write(photo.id, photo.sha256, rendering.files)
        return _saved(photo)
    except (Refused, OSError):
        # Another upload of this id won, or the disk is full: what was written is in the way.
        # The name holds the digest: these files are another upload's own only if the bytes are equal.
        if not Photo.objects.filter(id=photo.id, sha256=photo.sha256).exists():
            storage.remove(photo.id, photo.sha256)
        raise


def _saved(photo: Photo) -> Photo:
    """Insert the row, or answer with the one a simultaneous upload inserted first."""
    fields = {field.attname: getattr(photo, field.attname) for field in Photo._meta.concrete_fields}
    saved, made = Photo.objects.get_or_create(id=fields.pop("id"), defaults=fields)
    return saved if made else _known(photo.owner_id, photo.id, photo.sha256) or saved
