"""Duet and together: the dates two share, and what may be looked at when."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.challenges.duet import duet
from shared.challenges.members import Member, Run
from shared.challenges.together import is_open, part_of_day, together
from tests.shared.challenges.groups import day, member, members, offsets, run, runs

POSTED = frozenset({day(3)})


def test_the_same_day_side_by_side() -> None:
    found = duet(run(5), [member(0, "xx.x."), member(1, "x..xx")])
    assert found.side_by_side == (day(0), day(3))
    assert found.one_half == (day(1), day(4))


def test_one_who_left_stands_beside_nobody_after_that_day_and_the_next_one_may() -> None:
    left, came = member(0, "xxxxx", left=1), member(1, "xxxxx", first=3)
    assert duet(run(5), [member(2, "xxxxx"), left, came]).side_by_side == (day(0), day(1), day(3), day(4))


def test_only_days_it_asks_for() -> None:
    weekend = frozenset({5, 6})
    pair = [member(0, "xxxxxxx"), member(1, "xxxxxxx")]
    assert duet(run(7, weekend), pair).side_by_side == (day(5), day(6))


@given(runs, members(), st.randoms(use_true_random=False))
def test_who_is_named_first_means_nothing(group: Run, people: list[Member], random: Random) -> None:
    shuffled = random.sample(people, len(people))
    assert duet(group, people) == duet(group, shuffled)
    assert together(group, people) == together(group, shuffled)


@given(runs, members(), offsets)
def test_a_late_post_only_adds_and_an_undo_takes_it_back(group: Run, people: list[Member], offset: int) -> None:
    before = replace(people[0], kept=people[0].kept - {day(offset)})
    after = replace(before, kept=before.kept | {day(offset)})
    without, with_it = duet(group, [before, *people[1:]]), duet(group, [after, *people[1:]])
    assert set(without.side_by_side) <= set(with_it.side_by_side)
    changed = set(with_it.side_by_side + with_it.one_half) ^ set(without.side_by_side + without.one_half)
    assert changed <= {day(offset)}
    counts, more = together(group, [before, *people[1:]]), together(group, [after, *people[1:]])
    assert counts.days <= more.days <= counts.days + 1


@given(runs, members())
def test_every_date_counts_whoever_kept_it_while_a_member(group: Run, people: list[Member]) -> None:
    for on, count in together(group, people).there:
        assert count == sum(
            on in one.kept and any(s.first <= on and (s.left_on is None or on <= s.left_on) for s in one.spans)
            for one in people
        )


@pytest.mark.parametrize(("offset", "today", "opened"), [
    (3, 3, True), (4, 4, False), (4, 5, True), (5, 4, False), (2, 3, True),
])  # fmt: skip
def test_others_open_with_ones_own_and_when_the_day_is_over(offset: int, today: int, opened: bool) -> None:
    assert is_open(day(offset), own_today=day(today), own_posts=POSTED) is opened


@pytest.mark.parametrize(("minute", "asks_at", "said"), [
    (1080, 1080, ""), (1199, 1080, ""), (1200, 1080, "evening"), (1079, 1080, "afternoon"), (300, 1080, "morning"),
    (299, 1080, "evening"), (30, 1420, ""), (100, 1420, "evening"), (0, 0, ""),
])  # fmt: skip
def test_outside_the_window_a_part_of_the_day_is_said(minute: int, asks_at: int, said: str) -> None:
    assert part_of_day(minute, asks_at) == said


def test_a_window_no_minute_falls_out_of_the_day() -> None:
    for asks_at in range(0, 1440, 7):
        inside = [minute for minute in range(1440) if part_of_day(minute, asks_at) == ""]
        assert len(inside) == 120
    assert isinstance(day(0), date)
