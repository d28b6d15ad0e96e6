"""Strength against known values of Loop's formula, and against a plain second writing of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from shared.days import wall_time
from shared.history import History, RestSpan
from shared.plans import Frequency, Measure, Schedule
from shared.states import DayState, Fold, fold
from shared.strength import strength, strength_curve
from tests.shared.ana import DAILY, MWF, THRICE, at_least, at_most, days, done, habit, living_in
from tests.shared.strategies import histories, moments

START = date(2026, 1, 1)
CLOCK = living_in()


def strength_on(history: History, day: date) -> float:
    return strength(history, fold(history, wall_time(history.clock, day, 20 * 60)))


@pytest.mark.parametrize(("kept", "expected"), [(1, 0.0519), (13, 0.5), (30, 0.798), (66, 0.9704)])
def test_every_day_done(kept, expected):
    over = days(START, kept)
    assert strength_on(habit(DAILY, START, over), over[-1]) == pytest.approx(expected, abs=5e-5)


def test_one_miss_only_dips():
    keep = 0.5 ** (1 / 13)
    over = days(START, 40)
    history = habit(DAILY, START, over[:-1])
    before = strength_on(history, over[-1])
    assert strength_on(history, over[-1] + timedelta(days=1)) == pytest.approx(before * keep)
    assert 0.90 * keep == pytest.approx(0.853, abs=5e-4)


def test_an_undecided_day_neither_raises_nor_lowers():
    over = days(START, 10)
    history = habit(DAILY, START, over)
    after = fold(history, wall_time(CLOCK, over[-1] + timedelta(days=1), 9 * 60))
    assert after.states[over[-1] + timedelta(days=1)] is DayState.OPEN
    assert strength(history, after) == strength_on(history, over[-1])


def test_rest_leaves_strength_as_it_is():
    over = days(START, 20)
    resting = habit(DAILY, START, over[:10], rests=(RestSpan(over[10], over[19]),))
    assert strength_on(resting, over[19]) == strength_on(resting, over[9])


def test_a_weekly_rhythm_kept_reaches_full_strength_whatever_its_days():
    over = days(START, 7 * 104)
    thrice = [day for day in over if day.weekday() in (0, 2, 4)]
    assert strength_on(habit(MWF, START, thrice), over[-1]) > 0.99
    assert strength_on(habit(THRICE, START, thrice), over[-1]) == pytest.approx(
        strength_on(habit(MWF, START, thrice), over[-1])
    )


def test_seven_days_a_week_is_daily():
    over = days(START, 20)
    all_week = Schedule(Frequency.WEEKDAYS, weekdays=frozenset(range(7)))
    assert strength_on(habit(all_week, START, over), over[-1]) == strength_on(habit(DAILY, START, over), over[-1])


def test_amounts_count_in_part():
    marks = (done(CLOCK, START, amount=2),)
    share = 1 - 0.5 ** (1 / 13)
    assert strength_on(habit(at_least(5), START, marks=marks), START + timedelta(days=1)) == pytest.approx(0.4 * share)


@pytest.mark.parametrize(("amount", "value"), [(0, 1.0), (3, 1.0), (4, 2 / 3), (9, 0.0)])
def test_at_most_starts_full_and_falls_with_what_is_over(amount, value):
    keep = 0.5 ** (1 / 13)
    history = habit(at_most(3), START, marks=(done(CLOCK, START, amount=amount),))
    assert strength_on(history, START) == 1.0
    assert strength_on(history, START + timedelta(days=1)) == pytest.approx(keep + value * (1 - keep))


def test_at_most_nothing_is_all_or_none():
    keep = 0.5 ** (1 / 13)
    history = habit(at_most(0), START, marks=(done(CLOCK, START, amount=1),))
    assert strength_on(history, START + timedelta(days=1)) == pytest.approx(keep)


def test_the_curve_has_one_value_a_day():
    over = days(START, 5)
    history = habit(DAILY, START, over)
    folded = fold(history, wall_time(CLOCK, over[-1], 20 * 60))
    curve = strength_curve(history, folded)
    assert [day for day, _ in curve] == over
    assert curve[-1][1] == strength(history, folded)


def test_before_the_first_day_there_is_only_the_start():
    assert strength(habit(DAILY, START), Fold({}, (), 0)) == 0.0
    assert strength(habit(at_most(3), START), Fold({}, (), 0)) == 1.0


def _frequency(schedule: Schedule) -> tuple[int, int]:
    times, window = {
        Frequency.DAILY: (1, 1),
        Frequency.WEEKDAYS: (len(schedule.weekdays), 7),
        Frequency.PER_WEEK: (schedule.times, 7),
        Frequency.PER_MONTH: (min(schedule.times, 30), 30),
        Frequency.EVERY_N: (1, schedule.every),
    }[schedule.frequency]
    return (1, 1) if times == window else (times, window)


def _todays_value(history: History, folded: Fold, day: date) -> float:
    schedule = history.plan.in_force(day)
    times, window = _frequency(schedule)
    amounts = {mark.day: float(mark.amount or 0) for mark in history.marks}
    if schedule.measure is Measure.TICK:
        if times / window < 1:
            times, window = 2 * times, 2 * window
        trailing = [day - timedelta(days=back) for back in range(window)]
        roll = sum(folded.states.get(other) in (DayState.DONE, DayState.LATE) for other in trailing)
        return min(1.0, roll / times)
    trailing = [day - timedelta(days=back) for back in range(window)]
    roll, target = sum(amounts.get(other, 0.0) for other in trailing), float(schedule.target) * times
    if schedule.measure is Measure.AT_LEAST:
        return min(1.0, roll / target)
    if target == 0:
        return 0.0 if roll > 0 else 1.0
    return min(1.0, max(0.0, 1 - (roll - target) / target))


@given(histories(), moments)
def test_strength_is_the_formula_and_stays_between_0_and_1(history, now):
    folded = fold(history, now)
    value = 1.0 if history.plan.versions[0].schedule.measure is Measure.AT_MOST else 0.0
    for (day, measured), state in zip(strength_curve(history, folded), folded.states.values(), strict=True):
        if state not in (DayState.OPEN, DayState.GRACE, DayState.REST):
            times, window = _frequency(history.plan.in_force(day))
            multiplier = 0.5 ** ((times / window) ** 0.5 / 13)
            value = value * multiplier + _todays_value(history, folded, day) * (1 - multiplier)
        assert measured == pytest.approx(value, abs=1e-12)
        assert 0 <= measured <= 1
