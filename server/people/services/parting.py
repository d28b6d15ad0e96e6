"""Parting from everybody at once, closing an account, and removing it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.kernel.batches import in_batches
from server.people.locks import lock_people
from server.people.models import Friendship, Invite, Person, Session
from server.people.services.friendship import end_friendship
from server.people.sessions import SessionStore


@transaction.atomic
def part_from_everybody(*, person: Person, now: datetime) -> None:
    """End every friendship, silently and at once, and let no open invite work any longer."""
    friends = sorted(Friendship.objects.filter(person=person).values_list("friend_id", flat=True))
    lock_people(person.id, *friends)
    for friend_id in friends:
        end_friendship(person.id, friend_id, now=now)
    Invite.objects.filter(inviter=person, accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)


@transaction.atomic
def close_account(*, person: Person, now: datetime) -> None:
    """Shut every door this person could come through, and part from everybody."""
    part_from_everybody(person=person, now=now)
    Person.objects.filter(pk=person.pk).update(is_active=False)
    Session.objects.filter(person=person).delete()


def forget_pending_sign_ins(person_id: UUID) -> int:
    """Delete sessions of nobody yet that hold this person's id or address: a code was asked for and never typed."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        return 0
    named, store = (str(person.id), person.email), SessionStore()
    for batch in in_batches(Session.objects.filter(person=None)):
        said = {row.pk: str(store.decode(row.session_data)) for row in batch}
        theirs = [key for key, text in said.items() if any(name in text for name in named)]
        Session.objects.filter(pk__in=theirs).delete()
    return 0


def remove_person(person_id: UUID) -> None:
    """Delete the person and every row that points at them."""
    Person.objects.filter(pk=person_id).delete()
