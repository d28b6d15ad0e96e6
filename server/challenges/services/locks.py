"""A group's writes stand in one line: its members' rows first, in one order, then the challenge's."""

from uuid import UUID

from server.challenges.models import Challenge, Membership
from server.people.locks import lock_people
from shared.codes import Code, Refused


def lock_group(challenge_id: UUID, *also: UUID) -> Challenge:
    """The challenge, locked with everybody in it until the transaction ends. Raises Refused(not_found).

    For whoever writes into the logs of several members: two who did so in different orders would wait in a circle.
    """
    present = Membership.objects.filter(challenge=challenge_id, left_at__isnull=True)
    lock_people(*also, *present.values_list("person_id", flat=True))
    challenge = Challenge.objects.select_for_update().filter(id=challenge_id).first()
    if challenge is None:
        raise Refused(Code.NOT_FOUND)
    return challenge
