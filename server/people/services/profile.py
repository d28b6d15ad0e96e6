"""What people set about themselves."""

from datetime import datetime
from typing import Any

from django.db import transaction

from server.kernel import facts
from server.people.facts import PERSON_CHANGED
from server.people.locks import lock_people
from server.people.models import Person
from server.people.services.vouching import ask_inviter

SETTABLE = (
    "name", "avatar", "grace_minutes", "quiet_from", "quiet_to", "rounds_minute", "looks_quietly", "nudges_a_day",
    "told_of_beside", "language", "comes_first",
)  # fmt: skip


@transaction.atomic
def change_profile(*, person: Person, now: datetime, **wanted: Any) -> Person:
    """Set any of SETTABLE (already validated) and answer the person as they are now. Same values are no change."""
    held = lock_people(person.id)[person.id]
    was_nameless = not held.name
    changed = [name for name in SETTABLE if name in wanted and getattr(held, name) != wanted[name]]
    for name in changed:
        setattr(held, name, wanted[name])
    if changed:
        held.save(update_fields=changed)
        facts.record(PERSON_CHANGED, person_id=held.id, now=now, person=str(held.id))
    if was_nameless and held.name:
        ask_inviter(person=held, now=now)
    return held
