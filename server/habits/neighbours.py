"""Who else follows a person's misses and seats, from a floor above. The project's settings name them.

Called in the transaction that changed something, by whoever holds the person: a letter must not outlive its reason
until the relay comes by, and an undo at once after a comeback must find it burnt.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

Follower = Callable[[UUID, datetime], None]


@cache
def _follower() -> Follower:
    follower: Follower = import_string(settings.MISS_FOLLOWER)
    return follower


def follow(owner_id: UUID, now: datetime) -> None:
    """Misses or seats of this person's habits may be different now."""
    _follower()(owner_id, now)
