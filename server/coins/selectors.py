"""Reading coins: one member's own purse, what others offer, and what they gave. Nobody reads another's purse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from server.challenges.selectors.groups import Group, load_group
from server.challenges.selectors.reading import get_membership
from server.challenges.selectors.sight import shown_to
from server.coins.models import CoinTransfer, NoCoins, Offer
from server.people.models import Person
from shared.coins import Transfer, left_to_give, purse
from shared.days import habit_day

SHOWN = 50
"""Of what was given or taken lately."""


@dataclass(frozen=True, slots=True)
class Coins:
    """`received` and `taken` are moves into this member's purse: gifts, and offers of theirs that were taken."""

    on: bool
    mine_on: bool
    left_today: int
    purse: int
    takers: Sequence[Person]
    offers: Sequence[Offer]
    received: Sequence[CoinTransfer]
    taken: Sequence[CoinTransfer]


def read_coins(viewer: Person, challenge_id: UUID, *, now: datetime) -> Coins:
    """Raises Refused(not_found) for whoever is not in it. Of whom the viewer may not see, nothing is there."""
    group = load_group(get_membership(viewer, challenge_id).challenge)
    seen, today = shown_to(viewer, group, now=now), today_of(group, viewer.id, now)
    off_people, is_off = who_is_off(group)
    into_mine = CoinTransfer.objects.filter(challenge=challenge_id, receiver=viewer).select_related("giver", "offer")
    lately = list(into_mine.order_by("-id")[:SHOWN])
    known = [one for one in lately if one.giver_id in seen]
    offers = Offer.objects.filter(challenge=challenge_id, closed_at__isnull=True, writer__in=seen)
    takers = [row.person for key, row in seen.items() if key != viewer.id and showed_up(group, viewer.id, key, now)]
    return Coins(
        on=not is_off, mine_on=viewer.id not in off_people,
        left_today=left_to_give(given_by(viewer, today), viewer.id, today),
        purse=purse(moves_of(viewer, challenge_id), viewer.id),
        takers=[person for person in takers if person.id not in off_people],
        offers=list(offers.select_related("writer").order_by("id")),
        received=[one for one in known if one.given_on], taken=[one for one in known if one.given_on is None],
    )  # fmt: skip


def moves_of(person: Person, challenge_id: UUID) -> list[Transfer]:
    """Every move of theirs in this group. One query."""
    theirs = CoinTransfer.objects.filter(giver=person) | CoinTransfer.objects.filter(receiver=person)
    return _as_rules(theirs.filter(challenge=challenge_id))


def given_by(giver: Person, today: date) -> list[Transfer]:
    """Their gifts of this date, in all groups. One query."""
    return _as_rules(CoinTransfer.objects.filter(giver=giver, given_on=today))


def who_is_off(group: Group) -> tuple[set[UUID], bool]:
    """Who of this group wants no coins, and whether the whole group doesn't. One query."""
    rows = NoCoins.objects.filter(person__in=list(group.people)) | NoCoins.objects.filter(challenge=group.challenge)
    found = list(rows.values_list("person_id", "challenge_id"))
    return {person for person, _ in found if person}, any(challenge for _, challenge in found)


def showed_up(group: Group, giver_id: UUID, receiver_id: UUID, now: datetime) -> bool:
    """Whether somebody showed up on the date the giver lives now, or on the one they live themselves."""
    days = {today_of(group, giver_id, now), today_of(group, receiver_id, now)}
    return bool(days & group.posts.get(receiver_id, frozenset()))


def today_of(group: Group, person_id: UUID, now: datetime) -> date:
    return habit_day(group.clocks[person_id], now)


def _as_rules(rows: QuerySet[CoinTransfer]) -> list[Transfer]:
    return [Transfer(*row) for row in rows.values_list("giver_id", "receiver_id", "coins", "given_on")]
