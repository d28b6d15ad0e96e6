"""Notices as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from server.habits.printing_days import print_instant
from server.notifications.models import Notice
from server.people.models import Person
from server.people.printing import brief


def print_notices(notices: Sequence[Notice], texts: Mapping[UUID, str]) -> dict[UUID, dict[str, Any]]:
    """By id, those that have words now. One query for the people they name."""
    told = [notice for notice in notices if notice.id in texts]
    people = Person.objects.in_bulk([UUID(notice.payload["person"]) for notice in told if "person" in notice.payload])
    return {notice.id: _print(notice, texts[notice.id], people) for notice in told}


def _print(notice: Notice, text: str, people: Mapping[UUID, Person]) -> dict[str, Any]:
    person = people.get(UUID(notice.payload["person"])) if "person" in notice.payload else None
    return {
        "id": str(notice.id),
        "kind": notice.kind,
        "text": text,
        "created_at": print_instant(notice.created_at),
        "read_at": print_instant(notice.read_at),
        "habit": notice.payload.get("habit"),
        "date": notice.payload.get("date"),
        "person": brief(person) if person else None,
    }
