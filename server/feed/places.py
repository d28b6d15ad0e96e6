"""Where one goes on in a sorted feed. A place names an instant, too: pages are of the order as it stood when the
first was read, so that answering a friend meanwhile neither hides a day nor shows one twice."""

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from drf_spectacular.utils import OpenApiParameter

from shared.codes import Code, Refused
from shared.ranking import TIERS, Place

FEED_CURSOR = OpenApiParameter(
    "cursor", {"type": "string", "pattern": "^([A-Za-z0-9_-]{33}[AQgw])?$"}, description="`next` of the page before"
)
_EPOCH, _TICK = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
_INSTANT, _TIER, _ID = 8, 1, 16


@dataclass(frozen=True, slots=True)
class Mark:
    """After this place, in the order of that instant."""

    as_of: datetime
    place: Place


def encode_mark(mark: Mark) -> str:
    ticks = (mark.as_of - _EPOCH) // _TICK
    packed = ticks.to_bytes(_INSTANT) + mark.place.tier.to_bytes(_TIER) + (-mark.place.before).to_bytes(_ID)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode_mark(cursor: str | None, *, now: datetime) -> Mark | None:
    """None without one. What we never gave out, an instant still to come included, is refused as `invalid`."""
    if not cursor:
        return None
    try:
        packed = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4))
        mark = _unpacked(packed)
    except (ValueError, OverflowError, binascii.Error) as error:
        raise Refused(Code.INVALID, "cursor") from error
    if encode_mark(mark) != cursor or mark.as_of > now or mark.place.tier >= TIERS:
        raise Refused(Code.INVALID, "cursor")
    return mark


def _unpacked(packed: bytes) -> Mark:
    ticks, tier, place = packed[:_INSTANT], packed[_INSTANT : _INSTANT + _TIER], packed[_INSTANT + _TIER :]
    if len(place) != _ID:
        raise ValueError("A mark has 25 bytes.")
    at = _EPOCH + int.from_bytes(ticks) * _TICK
    return Mark(at, Place(int.from_bytes(tier), -int.from_bytes(place)))
