"""The inviter says whether somebody who came in with their link is who they meant."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from server.kernel import facts
from server.people.facts import ARRIVAL_ANSWERED, ARRIVED
from server.people.locks import lock_people
from server.people.models import Arrival, Person
from server.people.selectors import friend_ids
from server.people.services.friendship import make_friends
from server.people.services.parting import close_account
from shared.codes import Code, Refused


def ask_inviter(*, person: Person, now: datetime) -> None:
    """Within a transaction: let the inviter know, once there is a name to ask about."""
    arrival = Arrival.objects.select_related("invite").filter(person=person, state=Arrival.State.ASKED).first()
    if arrival is not None and arrival.invite is not None and arrival.invite.inviter_id and person.name:
        inviter_id, invite = arrival.invite.inviter_id, str(arrival.invite_id)
        facts.record(ARRIVED, person_id=inviter_id, now=now, person=str(person.id), invite=invite)


@transaction.atomic
def confirm_arrival(*, inviter: Person, person_id: UUID, now: datetime) -> None:
    """Yes, that's them: become friends. Saying it twice is saying it once.

    Refused(not_found, conflict, too_many_friends): nobody came in with a link of mine like this; it was answered the
    other way; there is no room.
    """
    arrival = _hold(inviter, person_id)
    if arrival.state == Arrival.State.CONFIRMED:
        return
    if arrival.state != Arrival.State.ASKED:
        raise Refused(Code.CONFLICT)
    make_friends(person_id=inviter.id, friend_id=person_id, now=now)
    _settle(arrival, Arrival.State.CONFIRMED, now)


@transaction.atomic
def decline_arrival(*, inviter: Person, person_id: UUID, now: datetime) -> None:
    """No, that's somebody else. Silent. Refused(not_found, conflict), as for yes."""
    arrival = _hold(inviter, person_id)
    if arrival.state == Arrival.State.CONFIRMED:
        raise Refused(Code.CONFLICT)
    if arrival.state == Arrival.State.ASKED:
        _settle(arrival, Arrival.State.DECLINED, now)
        _close_unless_admitted(arrival, now)


@transaction.atomic
def lapse_arrival(*, person_id: UUID, now: datetime) -> bool:
    """Nobody answered in time: as after a no. Answers whether that closed the account."""
    lock_people(person_id)
    arrival = Arrival.objects.select_for_update().get(person_id=person_id)
    if arrival.state != Arrival.State.ASKED:
        return False
    _settle(arrival, Arrival.State.LAPSED, now)
    return _close_unless_admitted(arrival, now)


def _hold(inviter: Person, person_id: UUID) -> Arrival:
    """Both people and the arrival, held until the transaction ends."""
    lock_people(inviter.id, person_id)
    mine = Arrival.objects.select_for_update(of=("self",)).filter(invite__inviter=inviter, person_id=person_id)
    arrival = mine.exclude(state=Arrival.State.KNOCKING).first()
    if arrival is None:
        raise Refused(Code.NOT_FOUND)
    return arrival


def _settle(arrival: Arrival, state: str, now: datetime) -> None:
    Arrival.objects.filter(pk=arrival.pk).update(state=state, next_at=None)
    facts.record(ARRIVAL_ANSWERED, person_id=arrival.person_id, now=now, person=str(arrival.person_id))


def _close_unless_admitted(arrival: Arrival, now: datetime) -> bool:
    """Somebody who made a friend here by another link, or anybody while sign-up is open, stays."""
    if settings.OPEN_SIGN_UP or friend_ids(arrival.person_id):
        return False
    close_account(person=arrival.person, now=now)
    return True
