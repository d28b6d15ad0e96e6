"""Challenges, for the export of who is or was in them: one's own part, and of the others nothing."""

from collections.abc import Iterator
from typing import Any

from server.challenges.models import CarryRow, Invitation, Membership
from server.habits.printing_days import print_amount
from server.kernel.batches import each
from server.people.models import Person
from server.people.selectors import friendships_of

Row = dict[str, Any]


def challenges(person: Person) -> Iterator[Row]:
    """Each stretch of being in one."""
    for mine in each(Membership.objects.filter(person=person).select_related("challenge")):
        one = mine.challenge
        yield {
            "id": one.id, "kind": one.kind, "title": one.title, "starts_on": one.starts_on, "ends_on": one.ends_on,
            "weekdays": one.weekdays, "goal": print_amount(one.goal), "unit": one.unit, "asks_at": one.asks_at,
            "reward": one.reward, "habit": mine.habit_id, "joined_at": mine.joined_at, "first": mine.first,
            "left_at": mine.left_at, "left_on": mine.left_on, "ended_at": one.ended_at,
            "made_by_me": one.creator_id == person.id,
        }  # fmt: skip


def challenge_invitations(person: Person) -> Iterator[Row]:
    """Links and askings of this person's own; whom they asked is named while they are friends."""
    names = {row.friend_id: row.friend.name for row in friendships_of(person)}
    for one in each(Invitation.objects.filter(inviter=person)):
        friend = one.person_id if one.person_id in names else None
        yield {
            "challenge": one.challenge_id, "made_at": one.created_at, "expires_at": one.expires_at,
            "closed_at": one.closed_at, "person": friend, "name": names.get(friend, "") if friend else "",
        }  # fmt: skip


def carries(person: Person) -> Iterator[Row]:
    """Whom they carried when, and when they were carried; the other is named while they are friends."""
    names = {row.friend_id: row.friend.name for row in friendships_of(person)}
    mine = CarryRow.objects.filter(carrier=person) | CarryRow.objects.filter(member=person)
    for one in each(mine):
        by_me = one.carrier_id == person.id
        other = one.member_id if by_me else one.carrier_id
        yield {
            "challenge": one.challenge_id, "date": one.date, "by_me": by_me,
            "person": other if other in names else None, "name": names.get(other, "") if other else "",
        }  # fmt: skip
