"""Schedules on the wire, and what can't be one."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given

from shared.codes import Code, Refused
from shared.plans import Frequency, Measure, Plan, Schedule, Version, period
from tests.shared.ana import DAILY, MWF, THRICE
from tests.shared.strategies import schedules


@pytest.mark.parametrize(
    "data",
    [
        {"frequency": "daily", "measure": "tick"},
        {"frequency": "weekdays", "measure": "tick", "weekdays": [0, 2, 4]},
        {"frequency": "per_week", "measure": "tick", "times": 3},
        {"frequency": "per_month", "measure": "at_least", "times": 10, "target": "5.0", "unit": "km"},
        {"frequency": "every_n_days", "measure": "tick", "every": 3},
        {"frequency": "daily", "measure": "at_most", "target": "0", "unit": "cigarettes"},
    ],
)
def test_the_wire_form_comes_back_as_it_was(data):
    assert Schedule.from_json(data).to_json() == data


@given(schedules())
def test_every_schedule_survives_the_wire(schedule):
    again = Schedule.from_json(schedule.to_json())
    assert again.to_json() == schedule.to_json()
    assert (again.frequency, again.measure, again.target) == (schedule.frequency, schedule.measure, schedule.target)


def test_a_tick_is_the_measure_where_none_is_named():
    assert Schedule.from_json({"frequency": "daily"}) == DAILY


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"frequency": "hourly"},
        {"frequency": ["daily"]},
        {"frequency": "daily", "measure": "sometimes"},
        {"frequency": "weekdays"},
        {"frequency": "weekdays", "weekdays": []},
        {"frequency": "weekdays", "weekdays": [7]},
        {"frequency": "weekdays", "weekdays": [True]},
        {"frequency": "weekdays", "weekdays": "0"},
        {"frequency": "weekdays", "weekdays": [[0]]},
        {"frequency": "per_week", "times": 0},
        {"frequency": "per_week", "times": 8},
        {"frequency": "per_week", "times": "3"},
        {"frequency": "per_week", "times": True},
        {"frequency": "per_month", "times": 32},
        {"frequency": "every_n_days", "every": 0},
        {"frequency": "every_n_days", "every": 366},
        {"frequency": "daily", "measure": "at_least"},
        {"frequency": "daily", "measure": "at_least", "target": "0"},
        {"frequency": "daily", "measure": "at_least", "target": "-1"},
        {"frequency": "daily", "measure": "at_least", "target": "NaN"},
        {"frequency": "daily", "measure": "at_least", "target": "Infinity"},
        {"frequency": "daily", "measure": "at_least", "target": "1e99"},
        {"frequency": "daily", "measure": "at_least", "target": "1e-99"},
        {"frequency": "daily", "measure": "at_least", "target": "1000000.5"},
        {"frequency": "daily", "measure": "at_least", "target": "five"},
        {"frequency": "daily", "measure": "at_least", "target": True},
        {"frequency": "daily", "measure": "at_least", "target": "5", "unit": "x" * 17},
        {"frequency": "daily", "measure": "at_least", "target": "5", "unit": 5},
        {"frequency": "per_week", "times": 3, "measure": "at_most", "target": "5"},
        "daily",
        None,
    ],
)
def test_what_cannot_be_a_schedule_is_refused(data):
    with pytest.raises(Refused) as refused:
        Schedule.from_json(data)
    assert refused.value.code is Code.INVALID_SCHEDULE


def test_a_number_may_come_as_a_number():
    data = {"frequency": "daily", "measure": "at_least", "target": 2.5}
    assert Schedule.from_json(data).target == Decimal("2.5")


def test_versions_hold_from_their_day_and_the_first_for_all_before():
    start = date(2026, 3, 2)
    plan = Plan(start, (Version(start, DAILY), Version(date(2026, 3, 10), MWF)))
    assert plan.in_force(date(2026, 1, 1)) is DAILY
    assert plan.in_force(date(2026, 3, 9)) is DAILY
    assert plan.in_force(date(2026, 3, 10)) is MWF


def test_periods_are_monday_weeks_and_calendar_months():
    day = date(2028, 2, 16)  # a Wednesday in a leap year
    assert period(THRICE, day) == (date(2028, 2, 14), date(2028, 2, 20))
    assert period(Schedule(Frequency.PER_MONTH, times=3), day) == (date(2028, 2, 1), date(2028, 2, 29))
    assert period(DAILY, day) == (day, day)


def test_a_period_is_cut_to_the_habit_and_to_its_version():
    wednesday, monday = date(2026, 3, 4), date(2026, 3, 16)
    plan = Plan(wednesday, (Version(wednesday, THRICE), Version(monday + timedelta(days=2), THRICE)))
    assert plan.span(date(2026, 3, 6)) == (wednesday, date(2026, 3, 8))
    assert plan.span(monday) == (monday, date(2026, 3, 17))
    assert plan.span(date(2026, 3, 20)) == (date(2026, 3, 18), date(2026, 3, 22))


def test_measures_are_named_as_on_the_wire():
    assert [measure.value for measure in Measure] == ["tick", "at_least", "at_most"]
