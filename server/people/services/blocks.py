"""Blocking: silent, at once, in both directions; taking it back restores nothing."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.kernel import facts
from server.people.facts import BLOCKED
from server.people.locks import lock_people
from server.people.models import Block, Person
from server.people.services.friendship import end_friendship
from shared.codes import Code, Refused


@transaction.atomic
def block_person(*, person: Person, other_id: UUID, now: datetime) -> None:
    """Block somebody and end any friendship. Blocking twice is one block. Refused(not_found)."""
    if other_id == person.id or other_id not in lock_people(person.id, other_id):
        raise Refused(Code.NOT_FOUND)
    _, is_new = Block.objects.get_or_create(blocker=person, blocked_id=other_id, defaults={"created_at": now})
    if is_new:
        end_friendship(person.id, other_id, now=now)
        facts.record(BLOCKED, person_id=person.id, now=now, person=str(person.id), blocked=str(other_id))


def unblock_person(*, person: Person, other_id: UUID) -> None:
    """Take a block back. What it ended stays ended."""
    Block.objects.filter(blocker=person, blocked_id=other_id).delete()
