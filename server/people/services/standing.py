"""Suspending somebody, and letting them back."""

from datetime import datetime

from django.db import transaction

from server.kernel import facts
from server.people.facts import PERSON_CHANGED
from server.people.locks import lock_people
from server.people.models import Person


@transaction.atomic
def set_standing(*, person: Person, active: bool, now: datetime) -> bool:
    """Suspend a person or let them back; answers whether that changed anything.

    A suspended person's tokens stop working at once and they are nobody's friend meanwhile; nothing of theirs is lost.
    """
    held = lock_people(person.id)[person.id]
    if held.is_active == active:
        return False
    held.is_active = active
    held.save(update_fields=["is_active"])
    facts.record(PERSON_CHANGED, person_id=held.id, now=now, person=str(held.id))
    return True
