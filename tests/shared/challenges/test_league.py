"""League: seventy on Monday, ten for an empty day, and only the leader beside oneself."""

from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from shared.challenges.league import Standing, monday_of, standing
from shared.challenges.members import Member, Run
from tests.shared.challenges.groups import MONDAY, day, key, member, members, run, runs


def week(
    people: list[Member], viewer: int = 0, monday: int = 0, *, through: int = 6, group: Run | None = None
) -> Standing:
    over = {one.key: day(through) for one in people}
    return standing(group or run(), people, key(viewer), day(monday), over_through=over)


def test_seventy_on_monday_and_ten_less_for_each_empty_day() -> None:
    people = [member(0, "x.x...."), member(1, "xxxxxxx"), member(2)]
    assert week(people, through=-1) == Standing(MONDAY, 70, None, 70)
    assert week(people) == Standing(MONDAY, 20, key(1), 70)
    assert week(people, 1) == Standing(MONDAY, 70, None, 70)
    assert week(people, 2).mine == 0
    assert week(people, 2, through=2).mine == 40


def test_a_day_that_is_not_over_takes_nothing_and_a_late_post_gives_back() -> None:
    assert week([member(0, "x.")], through=0).mine == 70
    assert week([member(0, "x.")], through=1).mine == 60
    assert week([member(0, "xx")], through=1).mine == 70


def test_the_next_week_is_fresh() -> None:
    people = [member(0, "......." + "xxxxxxx"), member(1, "xxxxxxx" + ".......")]
    assert week(people, monday=0, through=13) == Standing(MONDAY, 0, key(1), 70)
    assert week(people, monday=7, through=13) == Standing(day(7), 70, None, 70)


def test_only_days_it_asks_for_cost() -> None:
    assert week([member(0)], group=run(14, frozenset({0, 2}))).mine == 50


def test_of_several_the_one_longest_here_is_named_and_never_before_oneself() -> None:
    people = [member(2, "xxxxxxx", first=-1), member(1, "xxxxxxx", first=-2), member(0)]
    assert week(people).leader == key(1)
    assert week(people, viewer=2) == Standing(MONDAY, 70, None, 70)


def test_who_comes_later_plays_from_their_own_monday() -> None:
    people = [member(0, "xxxxxxx"), member(1, first=7)]
    assert week(people, viewer=1).mine is None
    assert week(people, viewer=1, monday=7, through=7).mine == 60
    assert week([]) == Standing(MONDAY, None, None, None)


@given(runs, members(), st.randoms(use_true_random=False), st.integers(-1, 20), st.integers(0, 2))
def test_any_order_is_one_league(group: Run, people: list[Member], random: Random, through: int, n: int) -> None:
    shuffled, monday = random.sample(people, len(people)), 7 * n
    for viewer in range(len(people)):
        seen = week(people, viewer, monday, through=through, group=group)
        assert seen == week(shuffled, viewer, monday, through=through, group=group)
        assert seen.mine is None or 0 <= seen.mine <= (seen.lead or 0) <= 70
        assert seen.leader != key(viewer)
        assert (seen.leader is None) == (seen.mine == seen.lead)


@given(st.integers(-400, 400))
def test_a_week_begins_on_its_monday(offset: int) -> None:
    found = monday_of(day(offset))
    assert found.weekday() == 0
    assert timedelta() <= day(offset) - found < timedelta(days=7)
