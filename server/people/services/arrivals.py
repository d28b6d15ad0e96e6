"""Somebody arrives."""

from datetime import datetime

from server.people.models import ClockChange, Person
from shared import limits

FIRST_ZONE = "UTC"
"""Held until the phone says where it is, which it does right after signing in."""


def welcome_person(*, person: Person, now: datetime) -> None:
    """Give a new person a clock to live by, from this instant, and one of the drawn faces."""
    ClockChange.objects.get_or_create(person=person, from_instant=now, defaults={"zone": FIRST_ZONE})
    person.avatar = limits.AVATARS[person.id.int % len(limits.AVATARS)]
    person.save(update_fields=["avatar"])
