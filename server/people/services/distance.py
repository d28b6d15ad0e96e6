"""How a friend is kept: muted, restricted, or allowed words of their own. At once, and taken back as easily."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.kernel import facts
from server.people.facts import DISTANCE_CHANGED
from server.people.locks import lock_people
from server.people.models import Distance, Person
from server.people.own_words import needs_presets
from server.people.selectors import get_friend
from shared.codes import Code, Refused


@transaction.atomic
def keep_distance(*, person: Person, friend_id: UUID, muted: bool, restricted: bool, now: datetime) -> None:
    """Set both at once; the same again changes nothing. Raises Refused(not_found) for somebody who is no friend."""
    lock_people(person.id, friend_id)
    friend = get_friend(person, friend_id)
    row = _row(person, friend)
    if (bool(row.muted_at), bool(row.restricted_at)) == (muted, restricted):
        return
    row.muted_at = (row.muted_at or now) if muted else None
    row.restricted_at = (row.restricted_at or now) if restricted else None
    _keep(row, now)


@transaction.atomic
def let_write(*, person: Person, friend_id: UUID, allowed: bool, now: datetime) -> None:
    """Let a friend write in their own words, or no longer; what they wrote stays. The same again changes nothing.

    Raises Refused: not_found for somebody who is no friend, presets_only for a grown-up where the person may be under
    18.
    """
    lock_people(person.id, friend_id)
    friend = get_friend(person, friend_id)
    if allowed and needs_presets(friend, person, now=now):
        raise Refused(Code.PRESETS_ONLY)
    row = _row(person, friend)
    if bool(row.own_words_at) != allowed:
        row.own_words_at = now if allowed else None
        _keep(row, now)


def _row(person: Person, friend: Person) -> Distance:
    return Distance.objects.filter(person=person, friend=friend).first() or Distance(person=person, friend=friend)


def _keep(row: Distance, now: datetime) -> None:
    """A row that says nothing any more is none."""
    if row.muted_at or row.restricted_at or row.own_words_at:
        row.save()
    else:
        row.delete()
    facts.record(DISTANCE_CHANGED, person_id=row.person_id, now=now, person=str(row.person_id))
