"""Coins: gifts between people who keep a promise together. Four a day to give away, gone overnight.

Every move is one transfer that takes from one account and puts into another, so the books always balance: a gift from
the day's four to somebody's purse, a taken offer from purse to purse. Nothing is bought, won, lost or staked, and
nothing goes below zero. Offers are on the honour system: Kith moves the coins, people make the soup.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.codes import Code, Refused

A_DAY = 4
"""To give, on one habit day of the giver's own, over all their groups."""
PRICE_MAX = 99
OFFERS_MAX = 5
"""Of one member in one group at once."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """`given_on`: of a gift, the giver's habit day whose four it is taken from; None: from the giver's purse.

    Nobody (None) stands for somebody who has no account any more.
    """

    giver: UUID | None
    receiver: UUID | None
    coins: int
    given_on: date | None = None


def left_to_give(transfers: Iterable[Transfer], giver: UUID, today: date) -> int:
    """Of today's four. What was not given yesterday is gone."""
    return A_DAY - sum(one.coins for one in transfers if one.giver == giver and one.given_on == today)


def purse(transfers: Iterable[Transfer], person: UUID) -> int:
    """What somebody received and has not spent, of the transfers of one group."""
    moves = list(transfers)
    received = sum(one.coins for one in moves if one.receiver == person)
    return received - sum(one.coins for one in moves if one.giver == person and one.given_on is None)


def check_gift(transfers: Iterable[Transfer], gift: Transfer, *, showed_up: bool) -> None:
    """`transfers`: the giver's, of all groups. Raises Refused: coin_oneself, not_shown_up, coins_given."""
    if gift.giver is None or gift.given_on is None or not 1 <= gift.coins <= A_DAY:
        raise Refused(Code.INVALID, "coins")
    if gift.giver == gift.receiver:
        raise Refused(Code.COIN_ONESELF)
    if not showed_up:
        raise Refused(Code.NOT_SHOWN_UP)
    if gift.coins > left_to_give(transfers, gift.giver, gift.given_on):
        raise Refused(Code.COINS_GIVEN)


def check_take(transfers: Iterable[Transfer], take: Transfer) -> None:
    """`transfers`: those of the group. Raises Refused: coin_oneself, coins_few."""
    if take.giver is None or not 1 <= take.coins <= PRICE_MAX:
        raise Refused(Code.INVALID, "price")
    if take.giver == take.receiver:
        raise Refused(Code.COIN_ONESELF)
    if take.coins > purse(transfers, take.giver):
        raise Refused(Code.COINS_FEW)
