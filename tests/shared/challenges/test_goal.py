"""Goal: the sum, its cap, and the day it was reached."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from shared.challenges.goal import Goal, given_by, goal
from shared.challenges.members import Member, Run, Share
from tests.shared.challenges.groups import day, member, members, run, runs

targets = st.decimals(min_value=1, max_value=300, places=0)


def ran(number: int, *amounts: int, own: int = 5, **spans: int) -> Member:
    shares = {day(offset): Share(Decimal(amount), Decimal(own)) for offset, amount in enumerate(amounts) if amount}
    return replace(member(number, **spans), shares=shares)  # type: ignore[arg-type]


def test_everybodys_amounts_are_one_sum_and_the_day_it_is_there_is_known() -> None:
    assert goal(run(7), [ran(0, 5, 5, 0, 5), ran(1, 2, 0, 2)], Decimal(14)) == Goal(Decimal(19), day(2))
    assert goal(run(7), [ran(0, 5)], Decimal(14)) == Goal(Decimal(5), None)


def test_at_most_three_times_ones_own_target_counts_on_a_day() -> None:
    assert goal(run(7), [ran(0, 100, 14, own=5), ran(1, 100, own=1)], Decimal(1)).total == Decimal(15 + 14 + 3)


def test_only_the_dates_of_the_run_and_of_being_a_member() -> None:
    assert goal(run(2), [ran(0, 1, 1, 1, 1)], Decimal(9)).total == 2
    assert goal(run(7), [ran(0, 1, 1, 1, 1, first=1, left=2)], Decimal(9)).total == 2


def test_what_somebody_gave_who_is_gone_stays() -> None:
    assert goal(run(7), [ran(0, 5)], Decimal(12), remembered=Decimal(7)) == Goal(Decimal(12), day(0))
    assert goal(run(7), [], Decimal(7), remembered=Decimal(7)) == Goal(Decimal(7), day(0))


@given(runs, members(), targets, st.randoms(use_true_random=False))
def test_the_sum_is_that_of_its_members_in_any_order(
    group: Run, people: list[Member], target: Decimal, random: Random
) -> None:
    found = goal(group, people, target)
    assert found == goal(group, random.sample(people, len(people)), target)
    assert found.total == sum(given_by(group, one) for one in people) >= 0
    assert (found.reached_on is not None) == (found.total >= target)
    without = goal(group, people[1:], target, remembered=given_by(group, people[0]))
    assert without.total == found.total


@given(runs, members(), targets)
def test_the_day_it_was_reached_is_the_first_with_enough(group: Run, people: list[Member], target: Decimal) -> None:
    reached = goal(group, people, target).reached_on
    if reached is not None:
        until = [replace(one, shares={on: s for on, s in one.shares.items() if on < reached}) for one in people]
        assert goal(group, until, target).total < target


@given(runs, members(), targets, st.integers(0, 15), st.decimals(min_value=0, max_value=90, places=1))
def test_more_is_never_less(group: Run, people: list[Member], target: Decimal, offset: int, more: Decimal) -> None:
    one = people[0]
    share = one.shares.get(day(offset), Share(Decimal(0), Decimal(5)))
    after = replace(one, shares={**one.shares, day(offset): replace(share, amount=share.amount + more)})
    before, now = goal(group, people, target), goal(group, [after, *people[1:]], target)
    assert before.total <= now.total <= before.total + 3 * share.target
