"""Saying yes to the terms."""

from datetime import datetime

from django.db import transaction

from server.kernel import facts
from server.people.facts import PERSON_CHANGED
from server.people.models import Person, TermsAcceptance
from server.people.terms import version_in_force
from shared.codes import Code, Refused


@transaction.atomic
def accept_terms(*, person: Person, version: int, now: datetime) -> None:
    """Somebody who is in accepts the version in force. Saying it twice is saying it once.

    Refused(conflict) for any other version: nobody agrees to what they were not shown.
    """
    if version != version_in_force():
        raise Refused(Code.CONFLICT, "Other terms are in force by now. Please read them first.")
    if keep_acceptance(person=person, version=version, now=now):
        facts.record(PERSON_CHANGED, person_id=person.id, now=now, person=str(person.id))


def keep_acceptance(*, person: Person, version: int, now: datetime) -> bool:
    """Within a transaction: what was accepted, and since which instant; answers whether that is new."""
    _, is_new = TermsAcceptance.objects.get_or_create(person=person, version=version, defaults={"accepted_at": now})
    if is_new:
        person.terms_version = version
        person.save(update_fields=["terms_version"])
    return is_new
