"""Check-ins as JSON: whole for their owner, and without clock times for everybody else."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from server.habits.models import CheckIn, CheckInPhoto
from server.habits.selectors.days import public_amounts, slots_of
from server.media.models import Photo, PhotoState
from server.people.models import Person
from shared.codes import Code

_MISSING = {"state": "missing", "code": str(Code.PHOTO_MISSING), "width": 0, "height": 0}


def print_check_in(check_in: CheckIn, *, viewer: Person) -> dict[str, Any]:
    """One check-in as this viewer may read it."""
    if viewer.id == check_in.owner_id:
        return print_own_check_ins([check_in])[0]
    return _for_friends(check_in, slots_of([check_in])[check_in.id])


def print_own_check_ins(check_ins: Sequence[CheckIn]) -> list[dict[str, Any]]:
    """Check-ins for their owner; tombstones are told by `undone_at`. One query however many."""
    slots = slots_of(check_ins)
    return [_for_owner(check_in, slots[check_in.id]) for check_in in check_ins]


def print_photo(photo: Photo) -> dict[str, Any]:
    """What became of an upload, for whoever sent it."""
    printed = {"id": str(photo.id), "state": photo.state, "width": photo.width, "height": photo.height}
    return printed | {"code": photo.code} if photo.code else printed


def print_amount(amount: Decimal | None) -> str | None:
    """An amount without trailing zeros: "5", "2.5"."""
    return None if amount is None else f"{amount.normalize():f}"


def print_instant(at: datetime | None) -> str | None:
    """RFC 3339 in UTC, ending in Z."""
    return None if at is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _for_owner(check_in: CheckIn, slots: list[CheckInPhoto]) -> dict[str, Any]:
    return {
        **_common(check_in),
        "amount": print_amount(check_in.amount),
        "captured_at": print_instant(check_in.captured_at),
        "received_at": print_instant(check_in.received_at),
        "extra": check_in.extra,
        "photos": [_slot(slot) for slot in slots],
        "undone_at": print_instant(check_in.undone_at),
        "updated_at": print_instant(check_in.updated_at),
    }


def _for_friends(check_in: CheckIn, slots: list[CheckInPhoto]) -> dict[str, Any]:
    """No clock times, nothing about photos that failed, and only amounts meant for others."""
    shown = [] if check_in.hidden_at else slots
    return {
        **_common(check_in),
        "caption": check_in.public_caption,
        "amount": print_amount(public_amounts([check_in])[check_in.id]),
        "photos": [_slot(slot) for slot in shown if slot.photo and slot.photo.state == PhotoState.READY],
    }


def _common(check_in: CheckIn) -> dict[str, Any]:
    return {
        "id": str(check_in.id),
        "habit": str(check_in.habit_id),
        "date": check_in.date.isoformat(),
        "late": check_in.late,
        "caption": check_in.caption,
        "source": check_in.source,
    }


def _slot(slot: CheckInPhoto) -> dict[str, Any]:
    named = {"n": slot.n, "photo": str(slot.photo_id_given)}
    photo = slot.photo
    if photo is None:
        return named | _MISSING
    return named | {
        "state": photo.state, "code": photo.code or None, "width": photo.width, "height": photo.height,
    }  # fmt: skip
