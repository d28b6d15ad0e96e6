"""Whatever a person does with their zones and day starts."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shared.acceptance import judge_check_in
from shared.days import (
    ClockChange,
    closes_at,
    grace_ends_at,
    habit_day,
    is_skipped,
    open_days,
    opens_at,
    with_change,
)
from shared.history import History, Mark
from shared.states import DayState, fold
from shared.streaks import streak
from tests.shared.ana import DAILY, days, promise
from tests.shared.strategies import SECOND, START, journeys, moments, zone_names

MONTH = days(START, 35)


@given(journeys(), moments)
def test_some_day_is_open_at_every_instant(clock, at):
    opened = open_days(clock, at)
    assert 1 <= len(opened) <= 2
    assert list(opened) == sorted(opened)
    shown = habit_day(clock, at)
    # The phone's date is open, or closed already in its first life.
    assert shown in opened or closes_at(clock, shown) <= at


@given(journeys())
def test_a_day_closes_no_earlier_than_the_next_opens_and_before_its_grace_ends(clock):
    for day in MONTH:
        assert opens_at(clock, day) <= closes_at(clock, day) <= grace_ends_at(clock, day)
        if not is_skipped(clock, day):
            assert opens_at(clock, day) < closes_at(clock, day)
            assert habit_day(clock, opens_at(clock, day)) == day


@given(journeys(), st.sampled_from((2, 5, 12)))
def test_two_days_are_never_in_grace_together(clock, hours):
    lived = [day for day in MONTH if not is_skipped(clock, day)]
    for day, after in pairwise(lived):
        ends = grace_ends_at(clock, day, timedelta(hours=hours))
        assert ends <= max(closes_at(clock, after), closes_at(clock, day))


@given(journeys(), zone_names, st.integers(0, 35 * 24))
def test_a_zone_change_never_closes_a_day_earlier_nor_reopens_one(clock, zone, hours):
    latest = clock.changes[-1].from_instant
    at = max(latest + timedelta(hours=1), opens_at(clock, START) + timedelta(hours=hours))
    moved = with_change(clock, ClockChange(at, zone, clock.day_start_at(at)))
    for day in days(habit_day(clock, at) - timedelta(days=6), 9):
        opens, closes = opens_at(clock, day), closes_at(clock, day)
        if opens < closes < at:
            assert (opens_at(moved, day), closes_at(moved, day)) == (opens, closes)
        elif opens < at < closes:
            assert closes_at(moved, day) >= closes


@given(journeys())
def test_no_streak_is_moved_by_travel_or_changes_of_clocks_or_of_day_start(clock):
    """Who taps once on every date their phone showed long enough has kept every day."""
    lived = [day for day in MONTH if not is_skipped(clock, day)]
    marks = []
    for day in lived:
        tap = opens_at(clock, day) + SECOND
        accepted = judge_check_in(
            clock=clock, day=day, captured_at=tap, sent_at=tap, received_at=tap, zone=clock.zone_at(tap)
        )
        assert not accepted.late
        marks.append(Mark(day, tap))
    history = History(clock, promise(DAILY, START), tuple(marks))
    judged = fold(history, marks[-1].captured_at)
    assert {judged.states[day] for day in lived} == {DayState.DONE}
    assert set(judged.states.values()) <= {DayState.DONE, DayState.NOT_DUE}
    assert streak(history, judged).current == len(lived)


@given(journeys(), st.floats(0, 0.999))
def test_every_tap_while_the_phone_shows_an_open_day_counts_in_time(clock, part):
    for day in MONTH:
        opens, closes = opens_at(clock, day), closes_at(clock, day)
        tap = opens + (closes - opens) * part
        if habit_day(clock, tap) == day and tap < closes:
            received = tap + timedelta(days=29)
            accepted = judge_check_in(
                clock=clock, day=day, captured_at=tap, sent_at=tap, received_at=tap, zone=clock.zone_at(tap)
            )
            synced_late = judge_check_in(
                clock=clock, day=day, captured_at=tap, sent_at=received, received_at=received, zone=clock.zone_at(tap)
            )
            assert not accepted.late
            assert synced_late.late
            assert synced_late.captured_at == tap
