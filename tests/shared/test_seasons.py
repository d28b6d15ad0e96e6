"""Seasons: thirty days, seven of them gentle, a question at the end, and what follows from the answer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import limits
from shared.history import RestSpan
from shared.person_clock import PersonClock
from shared.plans import Plan, Version
from shared.seasons import Season, begin, is_gentle, lapses_after, standing, without_gentle_days
from shared.states import DayState, History, fold
from tests.shared.ana import DAILY, LOS_ANGELES, TOKYO, living_in, local, moving

FIRST = date(2026, 3, 2)
SEASON = begin(1, FIRST)
NEXT = begin(2, FIRST + timedelta(days=32))
DONE = replace(SEASON, closed_on=FIRST + timedelta(days=31))


def after(days: int) -> date:
    return FIRST + timedelta(days=days)


@pytest.mark.parametrize(
    ("seasons", "days", "stands_so"),
    [
        ((SEASON,), -1, (None, False, False, True)),
        ((SEASON,), 0, (1, True, False, True)),
        ((SEASON,), 6, (1, True, False, True)),
        ((SEASON,), 7, (1, True, False, False)),
        ((SEASON,), 29, (1, True, False, False)),
        ((SEASON,), 30, (1, False, True, True)),
        ((SEASON,), 300, (1, False, True, True)),
        ((SEASON, NEXT), 31, (1, False, True, True)),
        ((SEASON, NEXT), 32, (2, True, False, True)),
        ((SEASON, NEXT), 39, (2, True, False, False)),
        ((SEASON, NEXT), 62, (2, False, True, True)),
        ((DONE,), 31, (1, False, False, True)),
        ((DONE,), 32, (1, False, False, False)),
        ((DONE, begin(2, FIRST + timedelta(days=50))), 49, (1, False, False, False)),
        ((DONE, begin(2, FIRST + timedelta(days=50))), 50, (2, True, False, True)),
    ],
)
def test_how_a_day_stands_to_the_seasons(
    seasons: tuple[Season, ...], days: int, stands_so: tuple[int | None, bool, bool, bool]
) -> None:
    """Number of the latest season, whether it runs, whether its end is asked about, whether the day is gentle."""
    stands = standing(seasons, after(days))
    number = stands.season.number if stands.season else None
    assert (number, stands.runs, stands.asks, is_gentle(seasons, after(days))) == stands_so


def test_the_first_of_thirty_days_is_day_one() -> None:
    assert (SEASON.day_of(FIRST), SEASON.day_of(SEASON.last)) == (1, limits.SEASON_DAYS)


@pytest.mark.parametrize(("today", "through"), [(-5, -1), (0, 0), (3, 3), (6, 6), (20, 6)])
def test_gentle_days_are_switched_off_from_the_next_day(today: int, through: int) -> None:
    earnest = without_gentle_days(SEASON, after(today))
    assert earnest.gentle_through == after(through)
    assert without_gentle_days(earnest, after(today + 1)) == earnest


def test_the_question_waits_seven_days_and_for_whoever_rests() -> None:
    def never(_: date) -> bool:
        return False

    last_asked = after(36)
    assert lapses_after(SEASON, never, last_asked) is None
    assert lapses_after(SEASON, never, last_asked + timedelta(days=1)) == last_asked
    assert lapses_after(SEASON, never, after(400)) == last_asked
    assert lapses_after(SEASON, lambda day: day <= after(33), after(400)) == after(40)
    assert lapses_after(SEASON, lambda _: True, after(400)) is None


def test_nothing_is_missed_while_the_question_waits() -> None:
    history = History(living_in(), Plan(FIRST, (Version(FIRST, DAILY),), seasons=(DONE,)))
    states = fold(history, local("Europe/Berlin", "2026-04-10T12:30")).states
    missed = {day for day, state in states.items() if state is DayState.MISSED}
    assert missed == {after(days) for days in (*range(7, 30), *range(32, 38))} | {after(38)}


CLOCKS = st.sampled_from(
    [
        living_in(),
        living_in(TOKYO, day_start=240),
        moving(TOKYO, (local(TOKYO, "2026-03-20T12:00"), LOS_ANGELES)),
        moving(LOS_ANGELES, (local(LOS_ANGELES, "2026-04-02T23:00"), TOKYO)),
    ]
)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Season, ...]:
    """Seasons answered on any day, in any way, one after the other."""
    found = [begin(1, FIRST)]
    for _ in range(draw(st.integers(0, 4))):
        season = found[-1]
        if draw(st.booleans()):
            season = without_gentle_days(season, season.first + timedelta(days=draw(st.integers(-2, 29))))
        answered = season.last + timedelta(days=draw(st.integers(1, 7)))
        begins = answered
        if draw(st.booleans()):
            season = replace(season, closed_on=answered)
            begins = answered + timedelta(days=draw(st.integers(1, 40)))
        found[-1] = season
        found.append(begin(season.number + 1, begins))
    return tuple(found)


@given(lives(), st.integers(0, 250), CLOCKS, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9)), max_size=3))
def test_whatever_was_answered_a_day_stands_in_one_place(
    seasons: tuple[Season, ...], days: int, clock: PersonClock, spans: list[tuple[int, int]]
) -> None:
    day = after(days)
    stands = standing(seasons, day)
    assert not (stands.runs and stands.asks)
    assert stands.season is not None
    assert stands.runs == any(season.first <= day <= season.last for season in seasons)
    rests = tuple(RestSpan(after(first), after(first + length)) for first, length in spans)
    history = History(clock, Plan(FIRST, (Version(FIRST, DAILY),), seasons=seasons), rests=rests)
    folded = fold(history, local("Europe/Berlin", "2026-11-20T12:00"))
    for other, state in folded.states.items():
        gentle, resting = is_gentle(seasons, other), any(rest.covers(other) for rest in rests)
        assert state is not DayState.MISSED or not (gentle or resting)
        assert state is not DayState.FORGIVEN or gentle
    assert folded.day_number == 0


@given(lives(), st.integers(0, 120))
def test_what_comes_later_never_changes_what_was(seasons: tuple[Season, ...], days: int) -> None:
    """A renewal looks ahead only: days before it stand as they stood."""
    day = after(days)
    begun = tuple(season for season in seasons if season.first <= day)
    assert standing(begun, day) == standing(seasons, day)
    assert is_gentle(begun, day) == is_gentle(seasons, day)


@given(st.integers(1, 60), st.sets(st.integers(0, 80), max_size=40))
def test_a_season_lapses_once_seven_unrested_days_have_passed(until: int, rested: set[int]) -> None:
    def is_rest(day: date) -> bool:
        return (day - SEASON.last).days in rested

    lapsed = lapses_after(SEASON, is_rest, SEASON.last + timedelta(days=until))
    passed = [days for days in range(1, until) if days not in rested]
    assert (lapsed is None) == (len(passed) < limits.SEASON_ASKED_DAYS)
    if lapsed is not None:
        assert (lapsed - SEASON.last).days == passed[limits.SEASON_ASKED_DAYS - 1]
