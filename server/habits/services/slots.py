"""Photos on a check-in. Each has a slot with its own number for good; one whose photo can't be shown says why."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from server.habits import facts
from server.habits.models import CheckIn, CheckInPhoto
from server.kernel.facts import FactKind, record
from server.media.models import Photo
from server.media.services import discard_photos, mark_attached
from server.people.locks import lock_people
from shared import limits

SLOTS_MAX = 2 * limits.PHOTOS_PER_DAY_MAX
"""Photos are a union of devices: two full ones fit."""


def attach_photos(check_in: CheckIn, photo_ids: Sequence[UUID], *, now: datetime, anew: bool = False) -> bool:
    """Give each photo id a slot; answers whether anything changed.

    A photo that never arrived, or is somebody else's, leaves its slot empty until it does. A removed photo stays
    removed, unless the day was undone and is posted `anew`; then it gets a new number, so no address shows two photos.
    """
    slots = {slot.photo_id_given: slot for slot in CheckInPhoto.objects.filter(check_in=check_in)}
    arrived = {photo.id: photo for photo in Photo.objects.filter(id__in=photo_ids, owner_id=check_in.owner_id)}
    changed = False
    for photo_id in dict.fromkeys(photo_ids):
        changed |= _attach(check_in, slots, photo_id, arrived.get(photo_id), anew=anew)
    mark_attached(arrived.values(), now=now)
    return changed


def fill_slots(photo: Photo, *, now: datetime) -> None:
    """Put a photo that arrived after its check-in into the slot that waits for it."""
    with transaction.atomic():
        # Posting a day takes the same lock: whichever comes second sees the other.
        lock_people(photo.owner_id)
        for slot in _waiting_for(photo):
            slot.photo = photo
            slot.save(update_fields=["photo"])
            mark_attached([photo], now=now)
            note_change(slot.check_in, facts.CHECK_IN_CHANGED, now=now)


def empty_slots(slots: Iterable[CheckInPhoto], *, now: datetime) -> None:
    """Take photos off a check-in and delete those that nothing else shows."""
    taken = list(slots)
    photos = [slot.photo for slot in taken if slot.photo]
    CheckInPhoto.objects.filter(pk__in=[slot.pk for slot in taken]).update(photo=None, removed_at=now)
    discard_photos(photo for photo in photos if not CheckInPhoto.objects.filter(photo=photo).exists())


def note_change(check_in: CheckIn, kind: FactKind, *, now: datetime) -> None:
    """Say that a check-in became different: `updated_at`, and one fact in its owner's log."""
    CheckIn.objects.filter(pk=check_in.pk).update(updated_at=now)
    check_in.updated_at = now
    record(
        kind, person_id=check_in.owner_id, now=now,
        habit=str(check_in.habit_id), date=check_in.date.isoformat(), check_in=str(check_in.id),
    )  # fmt: skip


def _attach(
    check_in: CheckIn, slots: dict[UUID, CheckInPhoto], photo_id: UUID, photo: Photo | None, *, anew: bool
) -> bool:
    slot = slots.get(photo_id)
    if slot is None or (slot.removed_at and anew):
        if sum(other.removed_at is None for other in slots.values()) >= SLOTS_MAX:
            return False
        slot = slot or CheckInPhoto(check_in=check_in, photo_id_given=photo_id)
        slot.n, slot.removed_at = _next_number(check_in), None
    elif slot.removed_at or slot.photo_id or photo is None:
        return False
    slot.photo = photo
    slot.save()
    slots[photo_id] = slot
    return True


def _next_number(check_in: CheckIn) -> int:
    last: int | None = CheckInPhoto.objects.filter(check_in=check_in).aggregate(last=Max("n"))["last"]
    return (last or 0) + 1


def _waiting_for(photo: Photo) -> list[CheckInPhoto]:
    waiting = CheckInPhoto.objects.filter(
        photo_id_given=photo.id, photo__isnull=True, removed_at__isnull=True, check_in__owner_id=photo.owner_id
    )
    return list(waiting.select_related("check_in"))
