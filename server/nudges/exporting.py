"""Nudges, for the export of who sent or heard them. A sender is never told what became of one."""

from collections.abc import Iterator
from typing import Any

from server.kernel.batches import each
from server.nudges.models import Nudge
from server.people.models import Person
from server.people.selectors import friendships_of

Row = dict[str, Any]


def nudges_received(person: Person) -> Iterator[Row]:
    """Those that arrived."""
    names = {row.friend_id: row.friend.name for row in friendships_of(person)}
    for one in each(Nudge.objects.filter(owner=person, arrived=True)):
        known = one.sender_id in names
        yield {
            "habit": one.habit_id, "date": one.date, "preset": one.preset,
            "person": one.sender_id if known else None, "name": names.get(one.sender_id, ""),
        }  # fmt: skip


def nudges_sent(person: Person) -> Iterator[Row]:
    names = {row.friend_id: row.friend.name for row in friendships_of(person)}
    for one in each(Nudge.objects.filter(sender=person)):
        known = one.owner_id in names
        yield {
            "date": one.date, "preset": one.preset, "sent_at": one.created_at, "picture": one.photo_id,
            "person": one.owner_id if known else None, "name": names.get(one.owner_id, ""),
        }  # fmt: skip
