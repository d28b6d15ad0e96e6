"""Where one goes on in a sorted feed. A place names an instant, too: pages are of the order as it stood when the
first was read, so that answering a friend meanwhile neither hides a day nor shows one twice."""

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from drf_spectacular.utils import OpenApiParameter

from shared.codes import Code, Refused
from shared.ranking import Place

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
    return _text(ticks.to_bytes(_INSTANT) + mark.place.tier.to_bytes(_TIER) + (-mark.place.before).to_bytes(_ID))


def decode_mark(cursor: str | None, *, now: datetime) -> Mark | None:
    """None without one. An instant still to come is now: a clock may have been set back meanwhile.

    Raises Refused: invalid, for what has another form than those we give out.
    """
    if not cursor:
        return None
    try:
        packed = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4))
    except (ValueError, binascii.Error) as error:
        raise Refused(Code.INVALID, "cursor") from error
    if len(packed) != _INSTANT + _TIER + _ID or _text(packed) != cursor:  # the decoder skips what it cannot read
        raise Refused(Code.INVALID, "cursor")
    ticks, tier, place = packed[:_INSTANT], packed[_INSTANT : _INSTANT + _TIER], packed[_INSTANT + _TIER :]
    at = _EPOCH + min(int.from_bytes(ticks), (now - _EPOCH) // _TICK) * _TICK
    return Mark(at, Place(int.from_bytes(tier), -int.from_bytes(place)))


def _text(packed: bytes) -> str:
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")
