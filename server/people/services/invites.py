"""Invites: a link for one friend, that works once and not for long. Only the token's hash is kept.

Somebody who has an account becomes a friend with it at once; somebody new signs up with it first.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from server.kernel.allowances import spend
from server.people.locks import lock_people
from server.people.models import Invite, Person
from server.people.selectors import are_friends, block_stands, is_asked_about, open_invites, stands_alone
from server.people.services.friendship import make_friends
from shared import limits
from shared.codes import Code, Refused


@transaction.atomic
def open_invite(*, inviter: Person, now: datetime) -> tuple[Invite, str]:
    """A new invite and its token, which is shown this once. Refused(too_many_invites, not_confirmed_yet, too_many)."""
    lock_people(inviter.id)
    if stands_alone(inviter):
        raise Refused(Code.NOT_CONFIRMED_YET)
    if open_invites(inviter, now=now).count() >= limits.INVITES_OPEN_MAX:
        raise Refused(Code.TOO_MANY_INVITES)
    spend("invites", inviter.id, rate=limits.INVITES_PER_DAY, now=now)
    return _make(inviter, now)


def open_first_invite(*, now: datetime) -> tuple[Invite, str]:
    """An invite of the operator's, which opens the door to somebody without a friend here, and its token."""
    return _make(None, now)


def find_door(*, token: str, now: datetime) -> Invite | None:
    """The invite behind a token, if somebody new could sign up with it at this instant."""
    invite = Invite.objects.select_related("inviter").filter(token_hash=_hash(token)).first()
    return invite if invite and now < invite.expires_at and _stands_open(invite) else None


def hold_door(*, invite_id: UUID, now: datetime) -> Invite | None:
    """Within a transaction: an invite whose token was good at sign-up, held, if it still lets somebody in.

    It may have expired meanwhile: the code that proves an address can take its time.
    """
    held = Invite.objects.select_for_update(of=("self",)).select_related("inviter").filter(id=invite_id).first()
    in_time = held is not None and now < held.expires_at + limits.SIGN_UP_WITHIN
    return held if held and in_time and _stands_open(held) else None


def withdraw_invite(*, inviter: Person, invite_id: UUID, now: datetime) -> None:
    """Let an invite work no longer. Friendships it made stay. Refused(not_found) for another's."""
    mine = Invite.objects.filter(inviter=inviter, id=invite_id)
    if not mine.exists():
        raise Refused(Code.NOT_FOUND)
    mine.filter(withdrawn_at=None).update(withdrawn_at=now)


def read_invite(*, viewer: Person, token: str, now: datetime) -> Invite:
    """The invite behind a token, if this viewer could accept it.

    Refused(not_found, own_invite, invite_expired, not_confirmed_yet).
    """
    invite = Invite.objects.select_related("inviter").filter(token_hash=_hash(token)).first()
    return _check(invite, viewer, now)


@transaction.atomic
def accept_invite(*, person: Person, token: str, now: datetime) -> Person:
    """Become friends with the inviter, who is the answer. Accepting the same invite again changes nothing.

    Refused(not_found, own_invite, invite_expired, not_confirmed_yet, too_many_friends).
    """
    held = Invite.objects.select_for_update(of=("self",)).select_related("inviter").filter(token_hash=_hash(token))
    invite = _check(held.first(), person, now)
    if invite.accepted_at is None:
        make_friends(person_id=person.id, friend_id=invite.inviter_id, now=now)
        Invite.objects.filter(pk=invite.pk).update(accepted_by=person, accepted_at=now)
    return invite.inviter


def _make(inviter: Person | None, now: datetime) -> tuple[Invite, str]:
    token = secrets.token_urlsafe(24)
    expires_at = now + timedelta(days=limits.INVITE_DAYS)
    return Invite.objects.create(
        inviter=inviter, token_hash=_hash(token), created_at=now, expires_at=expires_at
    ), token  # fmt: skip


def _stands_open(invite: Invite) -> bool:
    of_somebody_here = invite.inviter is None or invite.inviter.is_active
    return of_somebody_here and invite.accepted_at is None and invite.withdrawn_at is None


def _check(invite: Invite | None, viewer: Person, now: datetime) -> Invite:
    if invite is None or invite.inviter is None or not invite.inviter.is_active:
        raise Refused(Code.NOT_FOUND)
    if block_stands(viewer.id, invite.inviter.id):
        raise Refused(Code.NOT_FOUND)
    if invite.inviter_id == viewer.id:
        raise Refused(Code.OWN_INVITE)
    if is_asked_about(viewer.id, invite.id):
        raise Refused(Code.NOT_CONFIRMED_YET)
    if not _works_for(invite, viewer, now):
        raise Refused(Code.INVITE_EXPIRED)
    return invite


def _works_for(invite: Invite, viewer: Person, now: datetime) -> bool:
    if invite.accepted_at is not None:
        return invite.accepted_by_id == viewer.id and are_friends(viewer.id, invite.inviter_id)
    return invite.withdrawn_at is None and now < invite.expires_at


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
