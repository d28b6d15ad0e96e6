"""Coins: the books balance whatever is tried, nothing goes below zero, and nobody gives more than four a day."""

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from shared.codes import Code, Refused
from shared.coins import A_DAY, Transfer, check_gift, check_take, left_to_give, purse

TODAY = date(2026, 3, 2)
PEOPLE = [UUID(int=number + 1) for number in range(4)]
people = st.sampled_from(PEOPLE)


class Books(RuleBasedStateMachine):
    """Two groups; gifts and takes of any size between anybody, retries included, days passing, accounts going."""

    def __init__(self) -> None:
        super().__init__()
        self.today = TODAY
        self.moves: list[tuple[int, Transfer]] = []
        self.purses: Counter[tuple[int, UUID]] = Counter()
        self.given: Counter[UUID] = Counter()

    @rule(group=st.integers(0, 1), giver=people, receiver=people, coins=st.integers(-2, 7), shown=st.booleans())
    def give(self, group: int, giver: UUID, receiver: UUID, coins: int, shown: bool) -> None:
        gift = Transfer(giver, receiver, coins, self.today)
        may = giver != receiver and shown and coins >= 1 and self.given[giver] + coins <= A_DAY
        try:
            check_gift([move for _, move in self.moves], gift, showed_up=shown)
        except Refused:
            assert not may
            return
        assert may
        self.moves.append((group, gift))
        self.purses[group, receiver] += coins
        self.given[giver] += coins

    @rule(group=st.integers(0, 1), buyer=people, writer=people, price=st.integers(-2, 12))
    def take(self, group: int, buyer: UUID, writer: UUID, price: int) -> None:
        take = Transfer(buyer, writer, price)
        may = buyer != writer and 1 <= price <= self.purses[group, buyer]
        try:
            check_take(self._of(group), take)
        except Refused:
            assert not may
            return
        assert may
        self.moves.append((group, take))
        self.purses[group, buyer] -= price
        self.purses[group, writer] += price

    @rule()
    def sleep(self) -> None:
        self.today += timedelta(days=1)
        self.given.clear()

    @invariant()
    def nothing_is_below_zero(self) -> None:
        for person in PEOPLE:
            assert 0 <= left_to_give([move for _, move in self.moves], person, self.today) <= A_DAY
            for group in (0, 1):
                assert purse(self._of(group), person) == self.purses[group, person] >= 0

    @invariant()
    def the_books_balance(self) -> None:
        """What lies in purses is what was given; taking offers only moves it."""
        for group in (0, 1):
            gifts = sum(move.coins for move in self._of(group) if move.given_on)
            assert sum(purse(self._of(group), person) for person in PEOPLE) == gifts

    def _of(self, group: int) -> list[Transfer]:
        return [move for number, move in self.moves if number == group]


TestBooks = Books.TestCase


@pytest.mark.parametrize(("gift", "shown", "code"), [
    (Transfer(PEOPLE[0], PEOPLE[0], 1, TODAY), True, Code.COIN_ONESELF),
    (Transfer(PEOPLE[0], PEOPLE[1], 1, TODAY), False, Code.NOT_SHOWN_UP),
    (Transfer(PEOPLE[0], PEOPLE[1], 5, TODAY), True, Code.INVALID),
    (Transfer(PEOPLE[0], PEOPLE[1], 0, TODAY), True, Code.INVALID),
    (Transfer(PEOPLE[0], PEOPLE[1], 2, TODAY), True, Code.COINS_GIVEN),
])  # fmt: skip
def test_gifts_that_are_none(gift: Transfer, shown: bool, code: Code) -> None:
    with pytest.raises(Refused) as refused:
        check_gift([Transfer(PEOPLE[0], PEOPLE[2], 3, TODAY)], gift, showed_up=shown)
    assert refused.value.code is code


def test_yesterdays_are_gone_and_what_somebody_gave_who_is_gone_stays() -> None:
    gone = Transfer(None, PEOPLE[1], 2, TODAY)
    assert purse([gone], PEOPLE[1]) == 2
    assert left_to_give([Transfer(PEOPLE[0], PEOPLE[1], 1, TODAY)], PEOPLE[0], TODAY + timedelta(days=1)) == A_DAY
