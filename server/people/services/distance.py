"""Keeping a friend at a distance: muting and restricting. Silent, at once, and taken back as easily."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.kernel import facts
from server.people.facts import DISTANCE_CHANGED
from server.people.locks import lock_people
from server.people.models import Distance, Person
from server.people.selectors import get_friend


@transaction.atomic
def keep_distance(*, person: Person, friend_id: UUID, muted: bool, restricted: bool, now: datetime) -> None:
    """Set both at once; the same again changes nothing. Raises Refused(not_found) for somebody who is no friend."""
    lock_people(person.id, friend_id)
    friend = get_friend(person, friend_id)
    row = Distance.objects.filter(person=person, friend=friend).first() or Distance(person=person, friend=friend)
    if (bool(row.muted_at), bool(row.restricted_at)) == (muted, restricted):
        return
    row.muted_at = (row.muted_at or now) if muted else None
    row.restricted_at = (row.restricted_at or now) if restricted else None
    if muted or restricted:
        row.save()
    else:
        row.delete()
    facts.record(DISTANCE_CHANGED, person_id=person.id, now=now, person=str(person.id))
