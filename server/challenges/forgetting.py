"""Letting go of a departed person's place in groups. One group at a time; 0: nothing is left.

What they gave to a goal stays in its sum, as a number; whom they carried stays carried. Nobody else loses by it.
"""

from uuid import UUID

from django.db import transaction

from server.challenges.models import CarryRow, Challenge, Invitation, Membership
from server.challenges.selectors.groups import load_group
from server.challenges.services.leaving import hand_on
from server.challenges.services.locks import lock_group
from server.kernel.batches import delete_batch
from shared.challenges.goal import given_by
from shared.challenges.kinds import Kind


def forget_challenges(person_id: UUID) -> int:
    """Must come before their days: until then what those counted for can still be worked out."""
    theirs = Membership.objects.filter(person_id=person_id).order_by("challenge_id").first()
    if theirs is None:
        return delete_batch(Invitation.objects.filter(inviter_id=person_id))
    return _forget_one(theirs.challenge_id, person_id)


@transaction.atomic
def _forget_one(challenge_id: UUID, person_id: UUID) -> int:
    """All or nothing, so that a sum never holds the same amount twice."""
    challenge = lock_group(challenge_id, person_id)
    _remember(challenge, person_id)
    CarryRow.objects.filter(challenge=challenge, carrier=person_id).update(carrier=None)
    CarryRow.objects.filter(challenge=challenge, member=person_id).delete()
    gone, _ = Membership.objects.filter(challenge=challenge, person=person_id).delete()
    hand_on(challenge)
    return gone


def _remember(challenge: Challenge, person_id: UUID) -> None:
    if challenge.kind != Kind.GOAL:
        return
    group = load_group(challenge)
    given = sum(given_by(group.run, one) for one in group.members if one.key == person_id)
    challenge.remembered += given
    challenge.save(update_fields=["remembered"])
