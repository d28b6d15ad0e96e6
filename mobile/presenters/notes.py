"""A note for every friend: always the same one, and in one crowd no two alike while there are enough."""

from collections.abc import Iterable
from uuid import UUID

COUNT = 8


def notes_of(person_ids: Iterable[str]) -> dict[str, int]:
    """Which note (0 is the lowest) is whose. The order in which they are given decides nothing."""
    notes: dict[str, int] = {}
    for person_id in sorted(person_ids):
        note = UUID(person_id).int % COUNT
        free = [(note + step) % COUNT for step in range(COUNT) if (note + step) % COUNT not in notes.values()]
        notes[person_id] = free[0] if free else note
    return notes
