"""Streaks: kept days in a row, or kept weeks and months."""

from datetime import date
from decimal import Decimal

import pytest

from shared.days import wall_time
from shared.history import History, Mark, RestSpan
from shared.plans import Plan, Version
from shared.states import fold
from shared.streaks import Streak, streak
from tests.shared.ana import DAILY, MWF, THRICE, at_least, at_most, days, done, habit, living_in

MONDAY = date(2026, 3, 2)
MONTH = days(MONDAY, 28)
CLOCK = living_in()


def streak_on(history: History, day: date) -> Streak:
    """On the evening of `day`."""
    return streak(history, fold(history, wall_time(history.clock, day, 20 * 60)))


def test_done_and_late_count_one_each_and_an_open_day_waits():
    late = Mark(MONTH[2], wall_time(CLOCK, MONTH[3], 9 * 60), late=True)
    assert streak_on(habit(DAILY, MONDAY, MONTH[:2], marks=(late,)), MONTH[3]) == Streak(3, 3)
    assert streak_on(habit(DAILY, MONDAY, MONTH[:4]), MONTH[3]) == Streak(4, 4)


def test_a_miss_breaks_and_the_best_stays():
    done_on = [*MONTH[:5], *MONTH[9:12]]
    assert streak_on(habit(DAILY, MONDAY, done_on), MONTH[11]) == Streak(3, 5)


def test_a_comeback_holds_the_streak():
    done_on = [*MONTH[:5], *MONTH[6:9]]
    assert streak_on(habit(DAILY, MONDAY, done_on), MONTH[8]) == Streak(8, 8)


def test_the_third_miss_of_a_month_breaks_it():
    missed = {1, 3, 5}
    done_on = [day for index, day in enumerate(MONTH[:8]) if index not in missed]
    assert streak_on(habit(DAILY, MONDAY, done_on), MONTH[7]) == Streak(2, 3)


def test_rest_and_gentle_days_and_days_not_due_hold():
    rests = (RestSpan(MONTH[1], MONTH[3]),)
    assert streak_on(habit(DAILY, MONDAY, [MONDAY, MONTH[4]], rests=rests), MONTH[4]) == Streak(2, 2)
    assert streak_on(habit(DAILY, MONDAY, [MONDAY, MONTH[3]], gentle_days=7), MONTH[3]) == Streak(2, 2)
    assert streak_on(habit(MWF, MONDAY, [MONTH[index] for index in (0, 2, 4)]), MONTH[5]) == Streak(3, 3)


def test_partial_holds_without_counting():
    marks = tuple(done(CLOCK, day, amount=amount) for day, amount in zip(MONTH, (5, 2, 5), strict=False))
    assert streak_on(habit(at_least(5), MONDAY, marks=marks), MONTH[2]) == Streak(2, 2)


def test_extras_do_not_count_for_fixed_days():
    assert streak_on(habit(MWF, MONDAY, MONTH[:5]), MONTH[5]) == Streak(3, 3)
    assert streak_on(habit(DAILY, MONTH[3], MONTH[:4]), MONTH[3]) == Streak(1, 1)
    rests = (RestSpan(MONTH[1], MONTH[1]),)
    assert streak_on(habit(DAILY, MONDAY, MONTH[:3], rests=rests), MONTH[2]) == Streak(2, 2)


def test_at_most_is_kept_by_silence():
    over = Mark(MONTH[3], wall_time(CLOCK, MONTH[3], 600), amount=Decimal(9))
    history = habit(at_most(3), MONDAY, marks=(over,))
    assert streak_on(history, MONTH[3]) == Streak(3, 3)
    assert streak_on(history, MONTH[8]) == Streak(4, 4)


@pytest.mark.parametrize(
    ("done_on", "on", "expected"),
    [
        ([0, 1, 2], 2, Streak(1, 1)),  # counts as soon as the week is full
        ([0, 1], 3, Streak(0, 0)),
        ([0, 1, 2, 7, 9, 11], 12, Streak(2, 2)),
        ([0, 1, 2, 7], 12, Streak(1, 1)),  # this week isn't lost yet
        ([0, 1, 2, 14, 15, 16], 17, Streak(2, 2)),  # back in time after one empty week
        ([0, 1, 2, 21, 22, 23], 23, Streak(1, 1)),  # two empty weeks: the first letter could open before
        ([0, 1, 2, 3, 4, 5, 6], 6, Streak(1, 1)),
    ],
)
def test_a_quota_counts_periods(done_on, on, expected):
    assert streak_on(habit(THRICE, MONDAY, [MONTH[index] for index in done_on]), MONTH[on]) == expected


def test_a_missed_week_saved_by_a_comeback_holds():
    done_on = [MONTH[index] for index in (0, 1, 2, 12, 14, 15, 16)]
    assert streak_on(habit(THRICE, MONDAY, done_on), MONTH[17]) == Streak(2, 2)


def test_a_week_of_rest_holds():
    rests = (RestSpan(MONTH[7], MONTH[13]),)
    done_on = [MONTH[index] for index in (0, 1, 2, 14, 15, 16)]
    assert streak_on(habit(THRICE, MONDAY, done_on, rests=rests), MONTH[17]) == Streak(2, 2)


def test_a_change_from_days_to_weeks_goes_on_counting():
    plan = Plan(MONDAY, (Version(MONDAY, DAILY), Version(MONTH[7], THRICE)), gentle_days=0)
    marks = tuple(done(CLOCK, day) for day in MONTH[:10])
    assert streak_on(History(CLOCK, plan, marks), MONTH[12]) == Streak(8, 8)


def test_a_late_sync_moves_no_streak():
    in_time = habit(DAILY, MONDAY, MONTH[:20])
    late = habit(DAILY, MONDAY, marks=tuple(Mark(mark.day, mark.captured_at, True) for mark in in_time.marks))
    assert streak_on(late, MONTH[20]) == streak_on(in_time, MONTH[20]) == Streak(20, 20)
