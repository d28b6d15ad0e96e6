"""Coins, for the export of whom they are about."""

from collections.abc import Iterator
from typing import Any

from server.coins.models import CoinTransfer, NoCoins, Offer
from server.kernel.batches import each
from server.people.models import Person
from server.people.selectors import friendships_of

Row = dict[str, Any]


def coins(person: Person) -> Iterator[Row]:
    """Every move into or out of their purse or their day's four; the other is named while they are friends."""
    names = {row.friend_id: row.friend.name for row in friendships_of(person)}
    mine = CoinTransfer.objects.filter(giver=person) | CoinTransfer.objects.filter(receiver=person)
    for one in each(mine.select_related("offer")):
        by_me = one.giver_id == person.id
        other = one.receiver_id if by_me else one.giver_id
        yield {
            "challenge": one.challenge_id, "at": one.created_at, "coins": one.coins, "by_me": by_me,
            "given_on": one.given_on, "offer": one.offer.title if one.offer else "",
            "person": other if other in names else None, "name": names.get(other, "") if other else "",
        }  # fmt: skip


def offers(person: Person) -> Iterator[Row]:
    for one in each(Offer.objects.filter(writer=person)):
        yield {
            "challenge": one.challenge_id, "title": one.title, "price": one.price, "written_at": one.created_at,
            "closed_at": one.closed_at,
        }  # fmt: skip


def coins_wanted(person: Person) -> Iterator[Row]:
    yield {"on": not NoCoins.objects.filter(person=person).exists()}
