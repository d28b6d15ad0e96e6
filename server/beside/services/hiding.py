"""Hiding what stands beside a habit from everybody but its owner, and showing it once more: a moderator's act."""

from datetime import datetime
from uuid import UUID

from server.beside.models import Anchor


def hide_anchor(anchor_id: UUID, *, hidden: bool, now: datetime) -> bool:
    """Answers whether that changed anything. To others the habit's own day 1 stands there meanwhile.

    Nothing is recorded: an anchor is not in the changes and is asked for at each read.
    """
    rows = Anchor.objects.filter(id=anchor_id, hidden_at__isnull=hidden)
    return bool(rows.update(hidden_at=now if hidden else None))
