"""Going: quietly, sent away by the creator, or with the account. The others see empty days, as on any day."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.challenges.facts import CHALLENGE_CHANGED
from server.challenges.models import Challenge, Invitation, Membership
from server.challenges.selectors.reading import get_membership, present_in
from server.challenges.services.ends import look_for_end
from server.challenges.services.making import get_created
from server.kernel.facts import record
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import person_clock
from shared.codes import Code, Refused
from shared.days import habit_day


@transaction.atomic
def leave_challenge(*, person: Person, challenge_id: UUID, now: datetime) -> None:
    """Be in it no longer, from today on, and show nothing of the days before. What they counted for stays counted.

    Raises Refused(not_found). Nobody is told.
    """
    lock_people(person.id)
    get_membership(person, challenge_id)
    challenge = Challenge.objects.select_for_update().get(id=challenge_id)
    _end_membership(challenge, person.id, now, removed=False)


@transaction.atomic
def remove_member(*, creator: Person, challenge_id: UUID, person_id: UUID, now: datetime) -> None:
    """Send a member away, for good. To the others it looks like leaving. Raises Refused(not_found).

    Twice is once; nobody removes themselves.
    """
    lock_people(creator.id, person_id)
    get_created(creator, challenge_id)
    known = Membership.objects.filter(challenge=challenge_id, person=person_id)
    if person_id == creator.id or not known.exists():
        raise Refused(Code.NOT_FOUND)
    challenge = Challenge.objects.select_for_update().get(id=challenge_id)
    _end_membership(challenge, person_id, now, removed=True)


def hand_on(challenge: Challenge) -> None:
    """Within a transaction that holds the challenge, after somebody went: the longest here looks after it.

    With nobody in it, there is none any more.
    """
    present = Membership.objects.filter(challenge=challenge, left_at__isnull=True).order_by("joined_at", "id")
    oldest = present.first()
    if oldest is None:
        challenge.delete()
        return
    if not present.filter(person=challenge.creator_id).exists():
        Challenge.objects.filter(pk=challenge.pk).update(creator=oldest.person_id)
        challenge.creator_id = oldest.person_id
    look_for_end(challenge)


def _end_membership(challenge: Challenge, person_id: UUID, now: datetime, *, removed: bool) -> None:
    standing = Membership.objects.filter(challenge=challenge, person=person_id, left_at__isnull=True)
    today = habit_day(person_clock(person_id), now)
    gone = standing.update(left_at=now, left_on=today, next_at=None, leased_until=None, removed=removed)
    if not gone and removed:
        Membership.objects.filter(challenge=challenge, person=person_id).update(removed=True)
        return
    Invitation.objects.filter(challenge=challenge, inviter=person_id, closed_at__isnull=True).update(closed_at=now)
    record(CHALLENGE_CHANGED, person_id=person_id, now=now, challenge=str(challenge.id))
    hand_on(challenge)


def part_pairs(blocker_id: UUID, blocked_id: UUID, *, now: datetime) -> None:
    """Where these two are the only ones, whoever blocked leaves: alone with somebody, hiding would tell.

    To the other it looks like leaving. In larger groups both stay, and see nothing of each other.
    """
    blocker = Person.objects.filter(id=blocker_id).first()
    theirs = Membership.objects.filter(person=blocked_id, left_at__isnull=True).values("challenge")
    shared = list(present_in(blocker).filter(challenge__in=theirs)) if blocker else []
    for mine in shared:
        others = Membership.objects.filter(challenge=mine.challenge_id, left_at__isnull=True)
        if blocker is not None and others.exclude(person__in=[blocker_id, blocked_id]).first() is None:
            leave_challenge(person=blocker, challenge_id=mine.challenge_id, now=now)
