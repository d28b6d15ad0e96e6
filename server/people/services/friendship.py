"""Friendship: made by an invite, ended by either, silently and at once in both directions."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.kernel import facts
from server.people.facts import FRIENDSHIP_ENDED, FRIENDSHIP_MADE
from server.people.locks import lock_people
from server.people.models import CircleMember, Distance, Friendship, Person
from server.people.selectors import are_friends, block_stands
from shared import limits
from shared.codes import Code, Refused


@transaction.atomic
def make_friends(*, person_id: UUID, friend_id: UUID, now: datetime) -> None:
    """Make two people friends; if they are already, nothing changes. Refused(not_found, too_many_friends).

    A block in either direction looks like a person who does not exist.
    """
    held = lock_people(person_id, friend_id)
    if not all(person.is_active for person in held.values()) or block_stands(person_id, friend_id):
        raise Refused(Code.NOT_FOUND)
    if are_friends(person_id, friend_id):
        return
    for one, other in _both_ways(person_id, friend_id):
        _check_room(one)
        Friendship.objects.create(person_id=one, friend_id=other, since=now)
    _tell(FRIENDSHIP_MADE, person_id, friend_id, now)


@transaction.atomic
def unfriend(*, person: Person, friend_id: UUID, now: datetime) -> None:
    """End a friendship in both directions. Without one, nothing happens."""
    lock_people(person.id, friend_id)
    end_friendship(person.id, friend_id, now=now)


def end_friendship(a_id: UUID, b_id: UUID, *, now: datetime) -> None:
    """Within a transaction that holds both people: remove what stands between them and record it for each."""
    removed = 0
    for one, other in _both_ways(a_id, b_id):
        CircleMember.objects.filter(circle__owner=one, person=other).delete()
        removed += Friendship.objects.filter(person_id=one, friend_id=other).delete()[0]
        Distance.objects.filter(person_id=one, friend_id=other).delete()
    if removed:
        _tell(FRIENDSHIP_ENDED, a_id, b_id, now)


def _both_ways(a_id: UUID, b_id: UUID) -> tuple[tuple[UUID, UUID], tuple[UUID, UUID]]:
    """Both directions in an order that does not depend on who asked, so that two requests never wait in a circle."""
    low, high = sorted((a_id, b_id))
    return (low, high), (high, low)


def _check_room(person_id: UUID) -> None:
    if Friendship.objects.filter(person_id=person_id).count() >= limits.FRIENDS_MAX:
        raise Refused(Code.TOO_MANY_FRIENDS)


def _tell(kind: facts.FactKind, a_id: UUID, b_id: UUID, now: datetime) -> None:
    for one, other in _both_ways(a_id, b_id):
        facts.record(kind, person_id=one, now=now, person=str(one), friend=str(other))
