"""Somebody arrives."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from server.people.models import ClockChange, Person
from server.people.services.terms import keep_acceptance
from server.people.terms import version_in_force
from shared import limits

FIRST_ZONE = "UTC"
"""Held until the phone says where it is, which it does right after signing in."""


def welcome_person(*, person: Person, now: datetime) -> None:
    """Give a new person a clock to live by, from this instant, and one of the drawn faces."""
    ClockChange.objects.get_or_create(person=person, from_instant=now, defaults={"zone": FIRST_ZONE})
    person.avatar = limits.AVATARS[person.id.int % len(limits.AVATARS)]
    person.save(update_fields=["avatar"])


@transaction.atomic
def admit_person(*, email: str, name: str, now: datetime) -> Person:
    """Somebody new whose address is vouched for, so no code is mailed: demo people, test people. All are grown up."""
    person = Person(email=email.lower(), name=name, birth_year=now.year - 30, created_at=now)
    person.set_unusable_password()
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    welcome_person(person=person, now=now)
    keep_acceptance(person=person, version=version_in_force(), now=now)
    return person
