"""What a set of notices speaks of."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from server.notifications.kinds import Kind
from server.notifications.models import Notice


class Named:
    """The ids a set of notices names."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self._notices = list(notices)

    def ids(self, key: str, *kinds: Kind) -> set[UUID]:
        """A notice about no habit, or no person, names none."""
        payloads = [notice.payload for notice in self._notices if notice.kind in kinds]
        return {UUID(payload[key]) for payload in payloads if key in payload}

    def readers(self, *kinds: Kind) -> set[UUID]:
        return {notice.recipient_id for notice in self._notices if notice.kind in kinds}

    def dates(self, *kinds: Kind) -> set[date]:
        return {date.fromisoformat(notice.payload["date"]) for notice in self._notices if notice.kind in kinds}
