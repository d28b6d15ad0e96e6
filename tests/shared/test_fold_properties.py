"""The fold under any order of arrival."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.days import ClockChange, closes_at, grace_ends_at, wall_time, with_change
from shared.duties import Duty
from shared.history import RestSpan
from shared.schedule import duty
from shared.states import DayState, MissStatus, fold
from shared.streaks import streak
from shared.strength import strength
from tests.shared.ana import living_in
from tests.shared.strategies import BEGINNING, START, histories, moments, zone_names

SETTLED = histories(clocks=st.just(living_in()))


@given(histories(), moments, st.randoms(use_true_random=False))
def test_marks_and_rests_in_any_order_fold_the_same(history, now, shuffler):
    marks, rests = list(history.marks), list(history.rests)
    shuffler.shuffle(marks)
    shuffler.shuffle(rests)
    other = replace(history, marks=tuple(marks), rests=tuple(rests))
    assert fold(other, now) == fold(history, now)
    assert streak(other, fold(other, now)) == streak(history, fold(history, now))
    assert strength(other, fold(other, now)) == strength(history, fold(history, now))


@given(histories(), moments)
def test_syncing_late_moves_no_streak_and_no_miss(history, now):
    late = replace(history, marks=tuple(replace(mark, late=True) for mark in history.marks))
    assert fold(late, now).misses == fold(history, now).misses
    assert streak(late, fold(late, now)) == streak(history, fold(history, now))


@given(histories(), moments)
def test_misses_agree_with_the_states_and_with_their_windows(history, now):
    folded = fold(history, now)
    assert [miss.day for miss in folded.misses] == sorted(
        day
        for day, state in folded.states.items()
        if state is DayState.MISSED or (state is DayState.FORGIVEN and not history.plan.is_gentle(day))
    )
    for miss in folded.misses:
        assert closes_at(history.clock, miss.day) <= miss.closed_at <= now
        assert miss.closed_at < miss.opens_at <= miss.closed_at + timedelta(days=9, hours=14)
        assert miss.forgiven is (folded.states[miss.day] is DayState.FORGIVEN)
        assert duty(history, miss.day) is Duty.MUST
        back = [mark for mark in history.marks if mark.captured_at >= closes_at(history.clock, miss.day)]
        back = [mark for mark in back if mark.day != miss.day]
        in_time = any(mark.captured_at < miss.opens_at for mark in back)
        assert (miss.status is MissStatus.RETURNED) is in_time
        assert (miss.returned_on is None) is (not back)


@given(histories(), moments)
def test_no_month_spends_more_than_two_passes_and_the_first_ones_get_them(history, now):
    by_month: dict[tuple[int, int], list[bool]] = {}
    for miss in fold(history, now).misses:
        if miss.status is MissStatus.RETURNED:
            by_month.setdefault((miss.day.year, miss.day.month), []).append(miss.forgiven)
    for forgiven in by_month.values():
        assert forgiven == [index < 2 for index in range(len(forgiven))]


@given(SETTLED, moments, st.integers(1, 400))
def test_time_alone_never_changes_a_decided_day(history, now, hours):
    """With the marks there are, what is decided stays decided."""
    first, second = fold(history, now), fold(history, now + timedelta(hours=hours))
    for day, state in first.states.items():
        if state not in (DayState.OPEN, DayState.GRACE):
            assert second.states[day] is state


@given(SETTLED, moments)
def test_judging_day_by_day_ends_where_judging_at_once_does(history, now):
    at_once = fold(history, now)
    judged = [day for day, state in at_once.states.items() if state not in (DayState.OPEN, DayState.GRACE)]
    decided = [day for day in judged if closes_at(history.clock, day) + timedelta(hours=12) <= now]
    if decided:
        piecewise = fold(replace(history, judged_through=decided[-1]), now)
        assert all(piecewise.states[day] is at_once.states[day] for day in decided)


@given(histories(), moments)
def test_a_mark_more_never_makes_another_miss_of_a_fixed_day(history, now):
    if history.marks and not any(version.schedule.is_quota for version in history.plan.versions):
        fewer = replace(history, marks=history.marks[1:])
        added = history.marks[0].day
        missed = {miss.day for miss in fold(fewer, now).misses}
        assert {miss.day for miss in fold(history, now).misses} <= missed | {added}


@given(histories(), zone_names, st.integers(0, 40 * 24))
def test_a_journey_changes_nothing_about_days_whose_grace_is_over(history, zone, hours):
    at = max(history.clock.changes[-1].from_instant, BEGINNING + timedelta(days=28)) + timedelta(hours=1 + hours)
    change = ClockChange(at, zone, history.clock.day_start_at(at))
    history = replace(history, marks=tuple(mark for mark in history.marks if mark.captured_at <= at))
    moved = replace(history, clock=with_change(history.clock, change))
    before, after = fold(history, at), fold(moved, at)
    for day, state in before.states.items():
        if grace_ends_at(history.clock, day) < at:
            assert after.states[day] is state


@given(SETTLED, st.integers(0, 50), st.integers(0, 20))
def test_rest_set_today_makes_no_miss_in_the_past(history, offset, length):
    today = START + timedelta(days=offset)
    now = wall_time(history.clock, today, 13 * 60)
    rest = RestSpan(today, today + timedelta(days=length), set_on=today)
    before, after = fold(history, now), fold(replace(history, rests=(*history.rests, rest)), now)
    assert [miss.day for miss in after.misses] == [miss.day for miss in before.misses]
