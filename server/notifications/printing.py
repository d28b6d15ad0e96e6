"""Notices as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from server.habits.printing_days import print_instant
from server.notifications.enclosures import Enclosure
from server.notifications.models import Notice
from server.notifications.selectors import Told
from server.people.models import Person
from server.people.printing import brief


def print_notices(notices: Sequence[Notice], told: Mapping[UUID, Told]) -> dict[UUID, dict[str, Any]]:
    """By id, those that have words now. One query for the people they name."""
    readable = [notice for notice in notices if notice.id in told]
    named = [UUID(notice.payload["person"]) for notice in readable if "person" in notice.payload]
    people = Person.objects.in_bulk(named)
    return {notice.id: _print(notice, told[notice.id], people) for notice in readable}


def _print(notice: Notice, told: Told, people: Mapping[UUID, Person]) -> dict[str, Any]:
    person = people.get(UUID(notice.payload["person"])) if "person" in notice.payload else None
    return {
        "id": str(notice.id),
        "kind": notice.kind,
        "text": told.text,
        "created_at": print_instant(notice.created_at),
        "read_at": print_instant(notice.read_at),
        "habit": notice.payload.get("habit"),
        "date": notice.payload.get("date"),
        "person": brief(person) if person else None,
        "miss": notice.payload.get("miss"),
        "challenge": notice.payload.get("challenge"),
        **_print_enclosure(told.enclosure),
    }


def _print_enclosure(enclosure: Enclosure) -> dict[str, Any]:
    picture, about = enclosure.picture, enclosure.about
    return {
        "words": enclosure.words, "picture": str(picture) if picture else None, "about": str(about) if about else None
    }  # fmt: skip
