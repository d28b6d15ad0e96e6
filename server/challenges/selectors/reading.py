"""Which challenges somebody is in or asked to. Anybody else finds nothing."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from server.challenges.models import Challenge, Invitation, Membership
from server.people.models import Friendship, Person
from server.people.selectors import block_stands
from shared.codes import Code, Refused


def hashed(token: str) -> str:
    """Of a link's token: long random words need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def present_in(person: Person) -> QuerySet[Membership]:
    """Where this person is in now, those over included, the latest start first."""
    mine = Membership.objects.filter(person=person, left_at__isnull=True)
    mine = mine.select_related("challenge__creator", "challenge__forked_from__creator", "habit")
    return mine.order_by("-challenge__starts_on", "-challenge_id")


def get_membership(person: Person, challenge_id: UUID) -> Membership:
    """This person's own place in a challenge, with it. Raises Refused(not_found)."""
    mine = present_in(person).filter(challenge=challenge_id).first()
    if mine is None:
        raise Refused(Code.NOT_FOUND)
    return mine


def open_invitations(now: datetime) -> QuerySet[Invitation]:
    """Those that still let somebody in: their inviter is in it, and it has not ended."""
    inside = Membership.objects.filter(
        challenge=OuterRef("challenge"), person=OuterRef("inviter"), left_at__isnull=True
    )
    return Invitation.objects.filter(
        Exists(inside), closed_at__isnull=True, expires_at__gt=now, challenge__ended_at__isnull=True,
        inviter__is_active=True,
    ).select_related("challenge", "inviter")  # fmt: skip


def invitations_to(person: Person, *, now: datetime) -> QuerySet[Invitation]:
    """Friends who ask this person in. The friendship must be at least as old as the asking."""
    friends = Friendship.objects.filter(
        person=OuterRef("inviter"), friend=OuterRef("person"), since__lte=OuterRef("created_at")
    )
    removed = Membership.objects.filter(challenge=OuterRef("challenge"), person=person, removed=True)
    asked = open_invitations(now).filter(Exists(friends), ~Exists(removed), person=person)
    return asked.order_by("-id")


def invitations_by(person: Person, challenge: Challenge, *, now: datetime) -> list[Invitation]:
    """Whom this member has asked, and their links that still work; oldest first."""
    mine = open_invitations(now).filter(inviter=person, challenge=challenge).select_related("person")
    return list(mine.filter(Q(person__isnull=True) | Q(person__is_active=True)).order_by("id"))


def find_link(token: str, *, now: datetime) -> Invitation | None:
    """The link behind a token, whoever holds it, if it still lets somebody in."""
    return open_invitations(now).filter(token_hash=hashed(token), person__isnull=True).first()


def get_link(viewer: Person, token: str, *, now: datetime) -> Invitation:
    """The link behind a token. Raises Refused(not_found), to whoever its maker blocked and who was removed as well."""
    link = find_link(token, now=now)
    if link is None or block_stands(viewer.id, link.inviter_id):
        raise Refused(Code.NOT_FOUND)
    if Membership.objects.filter(challenge=link.challenge_id, person=viewer, removed=True).exists():
        raise Refused(Code.NOT_FOUND)
    return link


def forks_of(challenge: Challenge) -> int:
    """How many were started from it since, by whoever."""
    return Challenge.objects.filter(forked_from=challenge).count()
