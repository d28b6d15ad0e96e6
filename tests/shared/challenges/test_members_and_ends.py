"""Whose days count from when, and when it is over, wherever the members live and move."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.challenges.ends import ends_at, over_through
from shared.challenges.kinds import SIZES, Kind
from shared.challenges.members import Run, Span, first_day
from shared.challenges.templates import TEMPLATES
from shared.days import closes_at, grace_ends_at
from tests.shared.ana import LOS_ANGELES, living_in, local, moving
from tests.shared.challenges.groups import MONDAY, day, member, run
from tests.shared.strategies import BEGINNING, journeys

NOON = timedelta(hours=12)


def test_the_day_of_leaving_counts_if_they_were_there() -> None:
    assert [Span(day(1), day(3)).covers(day(n)) for n in range(5)] == [False, True, True, False, False]
    assert [Span(day(1), day(3)).touches(day(n)) for n in range(5)] == [False, True, True, True, False]
    assert [member(0, "xxx..", left=2).is_counted(day(n)) for n in range(4)] == [True, True, True, False]
    assert [member(0, "xx...", left=2).is_counted(day(n)) for n in range(4)] == [True, True, False, False]
    assert member(0, "xxx", first=1).is_in(day(1))
    assert not member(0, "xxx", first=1).is_in(day(0))


@pytest.mark.parametrize(("kind", "own", "counted", "first"), [
    (Kind.CHAIN, -2, None, 0), (Kind.CHAIN, 0, None, 0), (Kind.CHAIN, 0, 0, 1), (Kind.CHAIN, 2, 3, 4),
    (Kind.CHAIN, 3, 1, 3), (Kind.LEAGUE, -1, None, 0), (Kind.LEAGUE, 0, None, 0), (Kind.LEAGUE, 1, None, 7),
    (Kind.LEAGUE, 7, None, 7), (Kind.LEAGUE, 8, None, 14), (Kind.DUET, -1, None, 0), (Kind.DUET, 3, 4, 3),
    (Kind.GOAL, 3, None, 3), (Kind.TOGETHER, -1, None, 0),
])  # fmt: skip
def test_a_newcomer_spoils_no_day_that_has_counted(kind: Kind, own: int, counted: int | None, first: int) -> None:
    through = None if counted is None else day(counted)
    assert first_day(kind, run(), own_today=day(own), counted_through=through) == day(first)


def test_it_ends_at_the_end_of_the_last_day_of_the_last_members_zone() -> None:
    last = date(2026, 4, 5)
    people = [living_in("Pacific/Auckland"), living_in("Asia/Kolkata"), living_in(LOS_ANGELES)]
    assert ends_at([(clock, NOON) for clock in people], last) == local(LOS_ANGELES, "2026-04-06T12:00")
    assert ends_at([(people[0], timedelta(hours=2))], last) == local("Pacific/Auckland", "2026-04-06T02:00")


def test_a_flight_west_before_the_end_moves_it() -> None:
    last = date(2026, 4, 5)
    flown = moving("Asia/Kolkata", (local("Asia/Kolkata", "2026-04-05T10:00"), LOS_ANGELES))
    assert ends_at([(flown, NOON)], last) == local(LOS_ANGELES, "2026-04-06T12:00")


@given(st.lists(journeys(), min_size=1, max_size=4), st.integers(0, 60))
def test_when_it_ends_every_members_last_day_is_over(people: list, offset: int) -> None:
    last = date(2026, 3, 1) + timedelta(days=offset)
    ended = ends_at([(clock, NOON) for clock in people], last)
    assert all(closes_at(clock, last) <= ended for clock in people)
    assert all(grace_ends_at(clock, last, NOON) <= ended for clock in people)
    assert any(grace_ends_at(clock, last, NOON) == ended for clock in people)


@given(journeys(), st.integers(30 * 24, 90 * 24))
def test_what_is_over_stays_over_and_the_next_day_is_not(clock, hours: int) -> None:
    now = BEGINNING + timedelta(hours=hours)
    day_over = over_through(clock, NOON, now)
    assert grace_ends_at(clock, day_over, NOON) <= now
    assert over_through(clock, NOON, now + timedelta(hours=6)) >= day_over - timedelta(days=1)


def test_a_run_asks_on_its_weekdays() -> None:
    assert list(Run(MONDAY, day(9), frozenset({0, 6})).days()) == [day(0), day(6), day(7)]
    assert not run().asks(day(-1))
    assert not run().asks(day(14))


def test_every_kind_has_a_size_and_a_template() -> None:
    assert set(SIZES) == set(Kind)
    assert {one.kind for one in TEMPLATES} == set(Kind)
    assert len({one.key for one in TEMPLATES}) == len(TEMPLATES)
