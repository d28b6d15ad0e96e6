"""Asking others in: a friend, or a link for whoever gets it."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.challenges.facts import CHALLENGE_OFFERED
from server.challenges.models import Challenge, Invitation, Membership
from server.challenges.selectors.reading import get_membership, hashed, invitations_to, open_invitations
from server.kernel.allowances import spend
from server.kernel.facts import record
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import get_friend, stands_alone
from shared import limits
from shared.codes import Code, Refused

TOKEN_BYTES = 24


@transaction.atomic
def open_link(*, inviter: Person, challenge_id: UUID, now: datetime) -> tuple[Invitation, str]:
    """A link that lets people in for a week, and its token, which is shown this once.

    Raises Refused: not_found, challenge_over, too_many_invites (open at once), too_many (a day), not_confirmed_yet.
    """
    challenge = _asking(inviter, challenge_id, now)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    link = Invitation.objects.create(
        challenge=challenge, inviter=inviter, token_hash=hashed(token), created_at=now,
        expires_at=now + limits.CHALLENGE_LINK_LIFE,
    )  # fmt: skip
    return link, token


@transaction.atomic
def ask_friend(*, inviter: Person, challenge_id: UUID, friend_id: UUID, now: datetime) -> Invitation:
    """Ask a friend in. While the asking is open, the same again is done.

    Raises Refused: not_found (no member, no friend), already_in, and what `open_link` refuses.
    """
    lock_people(inviter.id)
    get_membership(inviter, challenge_id)
    friend = get_friend(inviter, friend_id)
    mine = Invitation.objects.filter(challenge=challenge_id, person=friend, closed_at__isnull=True)
    known = mine.filter(inviter=inviter, expires_at__gt=now).first()
    if known is not None:
        return known
    if Membership.objects.filter(challenge=challenge_id, person=friend, left_at__isnull=True).exists():
        raise Refused(Code.ALREADY_IN)
    challenge = _asking(inviter, challenge_id, now)
    mine.update(closed_at=now)
    asked = Invitation.objects.create(
        challenge=challenge, inviter=inviter, person=friend, created_at=now, expires_at=now + limits.CHALLENGE_LINK_LIFE
    )
    record(
        CHALLENGE_OFFERED, person_id=friend.id, now=now,
        challenge=str(challenge.id), invitation=str(asked.id), person=str(inviter.id),
    )  # fmt: skip
    return asked


def withdraw_invitation(*, inviter: Person, challenge_id: UUID, invitation_id: UUID, now: datetime) -> None:
    """Let a link or an asking of one's own work no longer. Whoever came in with it stays. Refused(not_found)."""
    mine = Invitation.objects.filter(inviter=inviter, challenge=challenge_id, id=invitation_id)
    if not mine.exists():
        raise Refused(Code.NOT_FOUND)
    mine.filter(closed_at__isnull=True).update(closed_at=now)


def turn_down(*, person: Person, challenge_id: UUID, now: datetime) -> None:
    """Say no, quietly, to whoever asked. Raises Refused(not_found)."""
    asked = invitations_to(person, now=now).filter(challenge=challenge_id)
    if not asked.exists():
        raise Refused(Code.NOT_FOUND)
    Invitation.objects.filter(challenge=challenge_id, person=person, closed_at__isnull=True).update(closed_at=now)


def _asking(inviter: Person, challenge_id: UUID, now: datetime) -> Challenge:
    """The challenge, if this member may ask one more in now. Counted over all challenges of theirs."""
    lock_people(inviter.id)
    challenge = get_membership(inviter, challenge_id).challenge
    if challenge.ended_at is not None:
        raise Refused(Code.CHALLENGE_OVER)
    if stands_alone(inviter):
        raise Refused(Code.NOT_CONFIRMED_YET)
    if open_invitations(now).filter(inviter=inviter).count() >= limits.INVITES_OPEN_MAX:
        raise Refused(Code.TOO_MANY_INVITES)
    spend("challenge-invites", inviter.id, rate=limits.INVITES_PER_DAY, now=now)
    return challenge
