"""Chain: links, the last one to come, and carrying."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.challenges.chain import Carry, chain, check_carry, last_to_come
from shared.challenges.members import Member, Run
from shared.codes import Code, Refused
from tests.shared.challenges.groups import day, key, member, members, offsets, run, runs

SEVEN = "xxxxxxxx"
"""Seven kept days and today."""
PAIR = [member(0, SEVEN), member(1, "xxxxxxx.")]

carries = st.lists(
    st.builds(Carry, st.none() | st.integers(0, 5).map(key), st.integers(0, 5).map(key), offsets.map(day)), max_size=6
)


def refusal(people: list[Member], made: list[Carry], carry: Carry, today: int) -> str | None:
    try:
        check_carry(run(), people, made, carry, today=day(today))
    except Refused as refused:
        return refused.code
    return None


def test_a_day_counts_when_the_last_one_is_in() -> None:
    people = [member(0, "xx.x"), member(1, "xxx."), member(2, "xxxx")]
    found = chain(run(4), people)
    assert (found.links, [one.counts for one in found.days]) == (2, [True, True, False, False])
    assert found.days[2].present == {key(1), key(2)}


def test_an_empty_day_takes_no_link_away() -> None:
    assert [chain(run(7), [member(0, "xxx.xxx"[:n]), member(1, "xxxxxxx")]).links for n in range(8)] == [
        0, 1, 2, 3, 3, 4, 5, 6,
    ]  # fmt: skip


def test_who_had_not_joined_or_had_left_is_not_waited_for() -> None:
    people = [member(0, "xxxx"), member(1, "x", left=1), member(2, "..xx", first=2)]
    assert chain(run(4), people).links == 4


def test_nobody_there_is_no_link() -> None:
    assert chain(run(3), [member(0, "xxx", left=1)]).links == 2
    assert chain(run(3), []).links == 0


def test_the_last_one_to_come_is_told_apart_from_two() -> None:
    people = [member(0, "x."), member(1, ".."), member(2, "xx")]
    assert last_to_come(run(), people, (), day(0)) == key(1)
    assert last_to_come(run(), people, (), day(1)) is None
    assert last_to_come(run(), [member(0, "")], (), day(0)) is None, "alone, nobody is the last of anything"
    assert last_to_come(run(14, frozenset({1})), people, (), day(0)) is None


def test_carrying_makes_the_day_count() -> None:
    carry = Carry(key(0), key(1), day(7))
    assert refusal(PAIR, [], carry, 7) is None
    assert chain(run(), PAIR).links == 7
    found = chain(run(), PAIR, [carry])
    assert (found.links, found.days[7].present) == (8, {key(0), key(1)})
    assert last_to_come(run(), PAIR, [carry], day(7)) is None


def test_a_carry_rests_on_its_carriers_own_day_and_stays_when_they_are_gone() -> None:
    taken_back = [replace(PAIR[0], kept=PAIR[0].kept - {day(7)}), PAIR[1]]
    assert chain(run(), taken_back, [Carry(key(0), key(1), day(7))]).links == 7
    assert chain(run(), [PAIR[1]], [Carry(None, key(1), day(7))]).links == 8


@pytest.mark.parametrize(("carry", "today", "code"), [
    (Carry(key(0), key(0), day(7)), 7, Code.CARRY_ONESELF),
    (Carry(key(0), key(8), day(7)), 7, Code.NOT_FOUND),
    (Carry(key(8), key(1), day(7)), 7, Code.NOT_FOUND),
    (Carry(key(0), key(1), day(7)), 9, Code.CARRY_NOT_NOW),
    (Carry(key(0), key(1), day(7)), 6, Code.CARRY_NOT_NOW),
    (Carry(key(0), key(1), day(6)), 7, Code.CARRY_NOT_NOW),
    (Carry(key(1), key(0), day(7)), 7, Code.CARRY_NOT_NOW),
    (Carry(key(0), key(1), day(20)), 20, Code.CARRY_NOT_NOW),
])  # fmt: skip
def test_what_is_no_carry(carry: Carry, today: int, code: Code) -> None:
    assert refusal(PAIR, [], carry, today) == code


def test_it_is_unlocked_by_seven_kept_days_and_spent_by_one_a_week() -> None:
    six = [member(0, "xxxxxx"), member(1, "xxxxx.")]
    assert refusal(six, [], Carry(key(0), key(1), day(5)), 5) == Code.CARRY_LOCKED
    people = [member(0, "x" * 14), member(1, "x" * 7), member(2, "x" * 7), member(3, "x" * 14)]
    first = Carry(key(0), key(1), day(8))
    assert refusal(people, [first], Carry(key(0), key(2), day(9)), 9) == Code.CARRY_SPENT
    assert refusal(people, [first], Carry(key(3), key(1), day(8)), 8) == Code.CARRY_SPENT, "nobody twice on a date"
    assert refusal(people, [first], Carry(key(3), key(1), day(9)), 9) is None
    assert refusal(people, [Carry(key(0), key(1), day(6))], Carry(key(0), key(2), day(7)), 7) is None, "a new week"


@given(runs, members(), carries, st.randoms(use_true_random=False))
def test_who_is_named_first_means_nothing(group: Run, people: list[Member], made: list[Carry], random: Random) -> None:
    again = chain(group, random.sample(people, len(people)), random.sample(made, len(made)))
    assert again == chain(group, people, made)
    assert again.links == sum(one.counts for one in again.days)


@given(runs, members(), carries, offsets)
def test_a_late_post_breaks_nothing_and_its_undo_restores(
    group: Run, people: list[Member], made: list[Carry], offset: int
) -> None:
    before = [replace(people[0], kept=people[0].kept - {day(offset)}), *people[1:]]
    after = [replace(people[0], kept=people[0].kept | {day(offset)}), *people[1:]]
    for old, new in zip(chain(group, before, made).days, chain(group, after, made).days, strict=True):
        assert old.present <= new.present
        assert old.counts <= new.counts


@given(runs, members(), offsets)
def test_leaving_hurts_nobody(group: Run, people: list[Member], offset: int) -> None:
    """Whatever day somebody leaves on: what had counted still does, unless nobody is there any more."""
    cut = tuple(
        replace(span, left_on=day(offset) if span.left_on is None else min(span.left_on, day(offset)))
        for span in people[0].spans
    )
    gone = [replace(people[0], spans=cut), *people[1:]]
    for old, new in zip(chain(group, people).days, chain(group, gone).days, strict=True):
        if any(one.is_counted(new.day) for one in people[1:]):
            assert old.counts <= new.counts


@given(runs, members(), carries)
def test_a_date_counts_exactly_when_nobody_is_waited_for(group: Run, people: list[Member], made: list[Carry]) -> None:
    for one in chain(group, people, made).days:
        counted = {member.key for member in people if member.is_counted(one.day)}
        assert one.present <= counted
        assert one.counts == (bool(counted) and one.present == counted)
        last = last_to_come(group, people, made, one.day)
        assert (last is not None) == (len(counted) > 1 and len(counted - one.present) == 1)
        assert last is None or {last} == counted - one.present
