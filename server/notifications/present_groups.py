"""What is true now about the groups notices speak of: for all of them at once, and without a query where none does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from server.challenges.models import CarryRow, Challenge, Invitation
from server.challenges.selectors.groups import Group, load_groups
from server.challenges.selectors.reading import open_invitations
from server.notifications.kinds import Kind
from server.notifications.named import Named
from server.people.models import Block, Friendship

OF_GROUPS = (
    Kind.CHALLENGE_STARTS, Kind.LAST_TO_COME, Kind.CHAIN_DAY_KEPT, Kind.CARRIED, Kind.CHALLENGE_ENDED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups by challenge, askings that still let somebody in, carries between two who see each other; by id."""

    groups: Mapping[UUID, Group]
    asked: Mapping[UUID, Invitation]
    carries: Mapping[UUID, CarryRow]


def load_groups_named(named: Named, *, now: datetime) -> Groups:
    challenges, carries = named.ids("challenge", *OF_GROUPS), named.ids("carry", Kind.CARRIED)
    invitations = named.ids("invitation", Kind.CHALLENGE_OFFERED)
    return Groups(
        groups=load_groups(list(Challenge.objects.filter(id__in=challenges))) if challenges else {},
        asked=_asked(invitations, now) if invitations else {},
        carries=_carries(carries) if carries else {},
    )


def _asked(ids: set[UUID], now: datetime) -> dict[UUID, Invitation]:
    friends = Friendship.objects.filter(
        person=OuterRef("inviter"), friend=OuterRef("person"), since__lte=OuterRef("created_at")
    )
    return open_invitations(now).filter(Exists(friends), id__in=ids).in_bulk()


def _carries(ids: set[UUID]) -> dict[UUID, CarryRow]:
    blocked = Block.objects.filter(
        Q(blocker=OuterRef("carrier"), blocked=OuterRef("member"))
        | Q(blocker=OuterRef("member"), blocked=OuterRef("carrier"))
    )
    shown = CarryRow.objects.filter(~Exists(blocked), id__in=ids, carrier__is_active=True)
    return shown.exclude(carrier=F("member")).select_related("carrier").in_bulk()
