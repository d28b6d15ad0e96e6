"""Due, must, optional; quotas and rest; when an edit takes hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.days import is_skipped
from shared.history import History, Mark, RestSpan
from shared.plans import Frequency, Plan, Schedule, Version
from shared.schedule import Duty, due_after, duty, is_extra, next_version_day, quota, quota_count
from tests.shared.ana import (
    DAILY,
    LOS_ANGELES,
    MWF,
    THRICE,
    TOKYO,
    at_least,
    days,
    done,
    habit,
    living_in,
    local,
    moving,
    promise,
)
from tests.shared.strategies import START, histories

MONDAY = date(2026, 3, 2)
WEEK = days(MONDAY, 7)
MUST, OPTIONAL, NOT_DUE = Duty.MUST, Duty.OPTIONAL, Duty.NOT_DUE


def duties(history: History, over: list[date]) -> str:
    """M, o and - for must, optional and not due."""
    letters = {MUST: "M", OPTIONAL: "o", NOT_DUE: "-"}
    return "".join(letters[duty(history, day)] for day in over)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (DAILY, "MMMMMMMMMMMMMM"),
        (MWF, "M-M-M--M-M-M--"),
        (Schedule(Frequency.EVERY_N, every=3), "M--M--M--M--M-"),
        (Schedule(Frequency.EVERY_N, every=1), "MMMMMMMMMMMMMM"),
    ],
)
def test_fixed_days(schedule, expected):
    assert duties(habit(schedule, MONDAY), days(MONDAY, 14)) == expected


def test_nothing_is_due_before_the_start():
    assert duties(habit(DAILY, MONDAY), days(MONDAY - timedelta(days=2), 4)) == "--MM"


def test_every_n_days_is_never_shifted_by_extras_or_edits():
    schedule = Schedule(Frequency.EVERY_N, every=3)
    assert duties(habit(schedule, MONDAY, [MONDAY, WEEK[1], WEEK[4]]), WEEK) == "M--M--M"
    plan = Plan(MONDAY, (Version(MONDAY, DAILY), Version(WEEK[4], schedule)))
    assert duties(History(living_in(), plan), days(MONDAY, 10)) == "MMMM--M--M"


@pytest.mark.parametrize(
    ("done_on", "expected"),
    [
        ([], "ooooMoo"),  # three needed, three days left: Friday; once missed, nothing more is asked
        ([0], "oooooMo"),
        ([0, 1], "ooooooM"),
        ([0, 1, 2], "ooooooo"),
        ([4, 5, 6], "ooooMMM"),
        ([4], "ooooMMo"),
        ([0, 1, 2, 3, 4, 5, 6], "ooooooo"),
    ],
)
def test_a_quota_day_is_must_when_every_remaining_day_is_needed(done_on, expected):
    assert duties(habit(THRICE, MONDAY, [WEEK[index] for index in done_on]), WEEK) == expected


def test_a_quota_starts_afresh_each_period():
    assert duties(habit(THRICE, MONDAY, WEEK[:3]), days(MONDAY, 14)) == "ooooooo" + "ooooMoo"


@pytest.mark.parametrize(
    ("resting", "times", "needed"), [(0, 3, 3), (1, 3, 3), (2, 3, 3), (3, 3, 2), (5, 3, 1), (7, 3, 0), (1, 7, 6)]
)
def test_rest_days_lower_the_quota_rounded_up(resting, times, needed):
    plan = promise(Schedule(Frequency.PER_WEEK, times=times), MONDAY)
    assert quota(plan, MONDAY, WEEK[:resting]) == needed
    history = History(living_in(), plan, (), (RestSpan(MONDAY, WEEK[resting - 1]),) if resting else ())
    assert quota_count(history, MONDAY) == (0, needed)


def test_rest_days_are_never_must_but_count_when_done_all_the_same():
    rests = (RestSpan(WEEK[5], WEEK[6]),)
    assert duties(habit(THRICE, MONDAY, rests=rests), WEEK) == "ooMoo--"
    extra = (RestSpan(WEEK[0], WEEK[1]),)
    assert duties(habit(THRICE, MONDAY, [WEEK[0]], rests=extra), WEEK) == "--oooMo"


def test_rest_set_later_never_makes_an_earlier_day_must():
    weekend = RestSpan(WEEK[5], WEEK[6])
    assert duties(habit(THRICE, MONDAY, [MONDAY], rests=(weekend,)), WEEK) == "oooMo--"
    on_saturday = replace(weekend, set_on=WEEK[5])
    assert duties(habit(THRICE, MONDAY, [MONDAY], rests=(on_saturday,)), WEEK) == "ooooo--"
    on_thursday = replace(weekend, set_on=WEEK[3])
    assert duties(habit(THRICE, MONDAY, [MONDAY], rests=(on_saturday, on_thursday)), WEEK) == "oooMo--"


def test_rest_set_later_frees_its_own_days_at_once():
    backdated = RestSpan(WEEK[4], WEEK[4], set_on=WEEK[5])
    assert duties(habit(THRICE, MONDAY, rests=(backdated,)), WEEK) == "oooo-Mo"


def test_a_date_lost_in_flight_never_makes_an_earlier_day_must():
    clock = moving(LOS_ANGELES, (local(TOKYO, "2026-03-08 18:00"), TOKYO))
    assert is_skipped(clock, WEEK[6])
    assert duties(habit(THRICE, MONDAY, WEEK[:2], clock=clock), WEEK) == "oooooo-"


def test_a_month_is_a_calendar_month():
    plan = promise(Schedule(Frequency.PER_MONTH, times=10), date(2026, 2, 1))
    assert quota(plan, date(2026, 2, 10), ()) == 10
    history = History(living_in(), plan)
    assert duty(history, date(2026, 2, 18)) is OPTIONAL
    assert duty(history, date(2026, 2, 19)) is MUST
    assert duty(history, date(2026, 3, 21)) is OPTIONAL
    assert duty(history, date(2026, 3, 22)) is MUST


def test_a_month_shorter_than_the_quota_asks_for_every_day():
    history = habit(Schedule(Frequency.PER_MONTH, times=31), date(2026, 2, 1))
    assert quota_count(history, date(2026, 2, 5)) == (0, 28)
    assert duty(history, date(2026, 2, 1)) is MUST


def test_a_first_week_begun_in_the_middle_asks_for_its_share():
    thursday = WEEK[3]
    history = habit(THRICE, thursday)
    assert quota_count(history, thursday) == (0, 2)  # ceil(3 * 4 / 7)
    assert duties(history, WEEK) == "---ooMo"


def test_only_amounts_that_reach_the_target_count_for_a_quota():
    schedule = at_least(5, Frequency.PER_WEEK, times=3)
    clock = living_in()
    little = tuple(done(clock, day, amount=2) for day in WEEK[:5])
    history = habit(schedule, MONDAY, marks=little)
    assert quota_count(history, MONDAY) == (0, 3)
    # Something was logged on Friday, so it isn't missed and Saturday is asked for too.
    assert duties(history, WEEK) == "ooooMMo"


def test_a_rest_day_and_a_skipped_date_are_not_due():
    assert duties(habit(DAILY, MONDAY, rests=(RestSpan(WEEK[1], WEEK[2]),)), WEEK) == "M--MMMM"
    assert duties(habit(DAILY, MONDAY, rests=(RestSpan(WEEK[5]),)), days(MONDAY, 9)) == "MMMMM----"
    clock = moving(LOS_ANGELES, (local(TOKYO, "2026-03-04 18:00"), TOKYO))
    assert is_skipped(clock, WEEK[2])
    assert duties(habit(DAILY, MONDAY, clock=clock), WEEK) == "MM-MMMM"


def test_a_check_in_on_a_day_that_is_not_due_is_an_extra():
    history = habit(MWF, MONDAY, [WEEK[1]])
    assert is_extra(history, WEEK[1])
    assert not is_extra(history, WEEK[0])
    assert not is_extra(habit(THRICE, MONDAY), WEEK[1])


def test_due_after_names_the_next_day_that_must_be_kept():
    assert due_after(habit(MWF, MONDAY), MONDAY) == WEEK[2]
    assert due_after(habit(MWF, MONDAY), WEEK[4]) == date(2026, 3, 9)
    assert due_after(habit(THRICE, MONDAY), WEEK[4]) == date(2026, 3, 13)
    assert due_after(habit(DAILY, MONDAY), date(2026, 1, 1)) == MONDAY
    assert due_after(habit(DAILY, MONDAY, rests=(RestSpan(WEEK[1]),)), MONDAY) is None
    assert due_after(habit(Schedule(Frequency.EVERY_N, every=365), MONDAY), MONDAY) == date(2027, 3, 2)


def test_edits_hold_from_tomorrow_and_for_quotas_from_the_next_period():
    wednesday = WEEK[2]
    assert next_version_day(DAILY, wednesday) == WEEK[3]
    assert next_version_day(MWF, wednesday) == WEEK[3]
    assert next_version_day(THRICE, wednesday) == date(2026, 3, 9)
    assert next_version_day(Schedule(Frequency.PER_MONTH, times=3), wednesday) == date(2026, 4, 1)


@given(histories(clocks=st.just(living_in())))
def test_must_days_are_exactly_enough_to_reach_the_quota(history):
    """Keeping every must day from any point on reaches what the period needs."""
    marked = {mark.day for mark in history.marks}
    clock = history.clock
    for day in days(START, 50):
        if history.plan.in_force(day).is_quota and day not in marked and duty(history, day) is MUST:
            kept = Mark(day, history.marks[0].captured_at if history.marks else clock.changes[0].from_instant)
            history = History(clock, history.plan, (*history.marks, _enough(history, kept)), history.rests)
    for day in days(START, 50):
        if history.plan.in_force(day).is_quota and history.plan.span(day)[1] < START + timedelta(days=50):
            kept_days, needed = quota_count(history, day)
            assert kept_days >= needed or _short_amounts(history, day)


def _enough(history: History, mark: Mark) -> Mark:
    return Mark(mark.day, mark.captured_at, amount=history.plan.in_force(mark.day).target)


def _short_amounts(history: History, day: date) -> bool:
    """Whether a must day of the period was logged but below its target."""
    first, last = history.plan.span(day)
    target = history.plan.in_force(day).target
    return target is not None and any(
        first <= mark.day <= last and (mark.amount or 0) < target for mark in history.marks
    )


@given(histories())
def test_at_most_one_unkept_must_day_in_a_period(history):
    marked = {mark.day for mark in history.marks}
    unkept: dict[date, int] = {}
    for day in days(START, 60):
        if history.plan.in_force(day).is_quota and duty(history, day) is MUST and day not in marked:
            first = history.plan.span(day)[0]
            unkept[first] = unkept.get(first, 0) + 1
    assert all(count == 1 for count in unkept.values())
