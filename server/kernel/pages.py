"""Keyset pages: a cursor names the last row seen, so pages neither skip nor repeat while rows arrive."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter

from shared.codes import Code, Refused

PAGE = 20
CURSOR = OpenApiParameter(
    "cursor", {"type": "string", "pattern": "^([A-Za-z0-9_-]{21}[AQgw])?$"}, description="`next` of the page before"
)
Row = TypeVar("Row")


def encode_cursor(last: UUID) -> str:
    """An opaque cursor for the row with this id."""
    return base64.urlsafe_b64encode(last.bytes).decode().rstrip("=")


def decode_cursor(cursor: str | None) -> UUID | None:
    """The id behind a cursor, or None without one. A cursor we never gave out is refused as `invalid`."""
    if not cursor:
        return None
    try:
        last = UUID(bytes=base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error) as error:
        raise Refused(Code.INVALID, "cursor") from error
    if encode_cursor(last) != cursor:  # the decoder skips what it cannot read
        raise Refused(Code.INVALID, "cursor")
    return last


def page(
    rows: Sequence[Row], *, show: Callable[[Row], Any], mark_of: Callable[[Row], str], size: int = PAGE
) -> dict[str, Any]:
    """Print a page from up to size + 1 rows: one more than a page means there is a next."""
    shown = rows[:size]
    following = mark_of(shown[-1]) if len(rows) > size else None
    return {"items": [show(row) for row in shown], "next": following}
