"""Signing up, until somebody is in: what they say at the door, and whether their invite lets them through.

An invite is used up by whoever first proves an address with it, not by whoever types it first: a slip of the finger
costs nobody their invitation, and what the door answers never depends on whose address was typed.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from server.people.models import Arrival, Invite, Person
from server.people.services.invites import find_door, hold_door
from server.people.services.terms import keep_acceptance
from server.people.services.vouching import ask_inviter
from server.people.terms import version_in_force
from shared import ages, limits
from shared.codes import Code, Refused

CLOSED = (Arrival.State.DECLINED, Arrival.State.LAPSED)


@dataclass(frozen=True, slots=True)
class Declared:
    """What somebody said of themselves at the door, checked. No invite: sign-up is open."""

    invite: Invite | None
    birth_year: int
    terms_version: int


def check_declared(*, token: str, birth_year: int, terms_version: int, now: datetime) -> Declared:
    """Whether one may sign up like this. Refused(invite_expired, invalid, too_young, terms_to_accept).

    A taken, ended, unknown or missing token is refused alike. `now` is an instant; ages count in calendar years.
    """
    invite = find_door(token=token, now=now)
    if invite is None and (token or not settings.OPEN_SIGN_UP):
        raise Refused(Code.INVITE_EXPIRED)
    if not ages.is_plausible(birth_year, now.date()):
        raise Refused(Code.INVALID)
    if not ages.may_sign_up(birth_year, now.date()):
        raise Refused(Code.TOO_YOUNG)
    if terms_version != version_in_force():
        raise Refused(Code.TERMS_TO_ACCEPT)
    return Declared(invite, birth_year, terms_version)


@transaction.atomic
def begin_sign_up(*, person: Person, declared: Declared, now: datetime) -> None:
    """Keep what a new person said, while their address waits to be proven."""
    Arrival.objects.create(person=person, invite=declared.invite, next_at=now + limits.SIGN_UP_WITHIN)
    _keep_declared(person, declared, now)


@transaction.atomic
def renew_sign_up(*, email: str, declared: Declared, now: datetime) -> None:
    """Somebody is at the door once more: what they say now counts. For anybody already in, nothing happens.

    An account that was closed because nobody said yes gets another chance with another invite.
    """
    mine = Arrival.objects.select_for_update(of=("self",)).select_related("person").filter(person__email=email)
    arrival = mine.first()
    if arrival is None or not _is_outside(arrival):
        return
    arrival.state, arrival.invite, arrival.next_at = (
        Arrival.State.KNOCKING,
        declared.invite,
        now + limits.SIGN_UP_WITHIN,
    )
    arrival.save(update_fields=["state", "invite", "next_at"])
    arrival.person.is_active = True
    arrival.person.save(update_fields=["is_active"])
    _keep_declared(arrival.person, declared, now)


def come_in(*, person: Person, now: datetime) -> bool:
    """Somebody proved that their address is theirs; answers whether this is their first time in.

    Refused(invite_expired) when their invite was used up meanwhile: then nothing of them stays.
    """
    if not Arrival.objects.filter(person=person, state=Arrival.State.KNOCKING).exists():
        return False
    if not _pass_door(person, now):
        turn_away(person=person)
        raise Refused(Code.INVITE_EXPIRED)
    return True


@transaction.atomic
def turn_away(*, person: Person) -> None:
    """Forget somebody who never came in. Whoever had been in before is outside again, with all that is theirs."""
    arrival = Arrival.objects.select_for_update().filter(person=person, state=Arrival.State.KNOCKING).first()
    if arrival is None:
        return
    if arrival.entered_at is None:
        person.delete()
        return
    Arrival.objects.filter(pk=arrival.pk).update(state=Arrival.State.LAPSED, next_at=None)
    Person.objects.filter(pk=person.pk).update(is_active=False)


@transaction.atomic
def _pass_door(person: Person, now: datetime) -> bool:
    arrival = Arrival.objects.select_for_update().get(person=person)
    if arrival.state != Arrival.State.KNOCKING:
        return True
    invite = hold_door(invite_id=arrival.invite_id, now=now) if arrival.invite_id else None
    if invite is None and (arrival.invite_id or not settings.OPEN_SIGN_UP):
        return False
    if invite is not None:
        Invite.objects.filter(pk=invite.pk).update(accepted_by=person, accepted_at=now)
    asked = invite is not None and invite.inviter_id is not None
    arrival.state = Arrival.State.ASKED if asked else Arrival.State.CONFIRMED
    arrival.entered_at, arrival.spoken_of_at = now, None
    arrival.next_at = now + limits.CONFIRM_SPOKEN_OF if asked else None
    arrival.save()
    ask_inviter(person=person, now=now)
    return True


def _is_outside(arrival: Arrival) -> bool:
    closed = arrival.state in CLOSED and not arrival.person.is_active
    return closed or arrival.state == Arrival.State.KNOCKING


def _keep_declared(person: Person, declared: Declared, now: datetime) -> None:
    person.birth_year = declared.birth_year
    person.save(update_fields=["birth_year"])
    keep_acceptance(person=person, version=declared.terms_version, now=now)
