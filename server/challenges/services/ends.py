"""How a challenge ends: when its last date is over for its last member. Looked for in batches, restartable anywhere."""

import logging
from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.challenges.facts import CHALLENGE_ENDED, CHALLENGE_STARTS
from server.challenges.models import Challenge, Membership
from server.challenges.selectors.groups import Group, load_group
from server.challenges.services.locks import lock_group
from server.kernel import leases
from server.kernel.facts import record
from shared.challenges.ends import ends_at

log = logging.getLogger(__name__)


def look_for_end(challenge: Challenge) -> None:
    """Say when the end may be found: worked out anew whenever somebody comes, leaves or moves, or the end does.

    Within a transaction that holds the challenge. A hint: the end itself is worked out when its time comes.
    """
    if challenge.ended_at is None:
        challenge.next_at = _end_of(load_group(challenge))
        challenge.leased_until, challenge.attempts = None, 0
        challenge.save(update_fields=["next_at", "leased_until", "attempts"])


def look_for_ends_of(person_id: UUID) -> None:
    """This person lives by another clock: the ends that may depend on it."""
    theirs = Membership.objects.filter(person=person_id, left_at__isnull=True, challenge__ended_at__isnull=True)
    for challenge_id in sorted(theirs.values_list("challenge_id", flat=True)):
        with transaction.atomic():
            challenge = Challenge.objects.select_for_update().filter(id=challenge_id).first()
            if challenge is not None:
                look_for_end(challenge)


def end_due_challenges(*, now: datetime, limit: int = 100) -> int:
    """Settle those whose end may have come; answers how many were taken. Safe to run twice at once."""
    taken: list[Challenge] = leases.claim(Challenge.objects.filter(ended_at__isnull=True), now=now, limit=limit)
    for challenge in taken:
        try:
            _end(challenge.id, now)
        except Exception:  # one that cannot be settled must not keep the others from it
            log.exception("challenge could not be settled", extra={"challenge_id": str(challenge.id)})
            leases.postpone(challenge, now=now, attempts=challenge.attempts)
    return len(taken)


def tell_due_eves(*, now: datetime, limit: int = 200) -> int:
    """Say to whom a challenge starts tomorrow; answers how many were taken."""
    taken: list[Membership] = leases.claim(Membership.objects.filter(next_at__isnull=False), now=now, limit=limit)
    for membership in taken:
        with transaction.atomic():
            leases.finish(membership, next_at=None)
            if membership.left_at is None:
                record(
                    CHALLENGE_STARTS, person_id=membership.person_id, now=now, challenge=str(membership.challenge_id)
                )
    return len(taken)


@transaction.atomic
def _end(challenge_id: UUID, now: datetime) -> None:
    """All or nothing: whoever is killed in between leaves it as it was, for the next one who looks."""
    challenge = lock_group(challenge_id)
    if challenge.ended_at is not None:
        return
    group = load_group(challenge)
    end = _end_of(group)
    if end is not None and now < end:
        leases.finish(challenge, next_at=end)
        return
    leases.finish(challenge, next_at=None, ended_at=end or now)
    for person_id in sorted(one.person_id for one in group.present):
        record(CHALLENGE_ENDED, person_id=person_id, now=now, challenge=str(challenge.id))


def _end_of(group: Group) -> datetime | None:
    """None where nobody is in it."""
    clocks = [(group.clocks[one.person_id], group.grace(one.person_id)) for one in group.present]
    return ends_at(clocks, group.challenge.ends_on) if clocks else None
