"""Misses, comebacks, passes, and when the blue letter may open."""

from datetime import date, timedelta

import pytest

from shared.days import ClockChange, grace_ends_at, wall_time, with_change
from shared.history import History, Mark, RestSpan
from shared.letters import miss_opens_at
from shared.plans import Frequency, Schedule
from shared.states import DayState, MissStatus, fold
from tests.shared.ana import (
    BERLIN,
    DAILY,
    LOS_ANGELES,
    MWF,
    THRICE,
    at_most,
    days,
    done,
    habit,
    living_in,
    local,
    promise,
)

MONDAY = date(2026, 3, 2)
WEEK = days(MONDAY, 7)
CLOCK = living_in()
SECOND = timedelta(seconds=1)


def berlin(text: str):
    return local(BERLIN, text)


def only_miss(history: History, now):
    (miss,) = fold(history, now).misses
    return miss


@pytest.mark.parametrize(
    ("schedule", "missed", "opens"),
    [
        (DAILY, MONDAY, "2026-03-05 12:00"),
        # Monday missed, Wednesday due: its close comes before the 48 hours are over.
        (MWF, MONDAY, "2026-03-05 12:00"),
        # Friday missed, Monday due: not before Monday has closed.
        (MWF, WEEK[4], "2026-03-10 12:00"),
        (Schedule(Frequency.EVERY_N, every=7), MONDAY, "2026-03-10 12:00"),
        (Schedule(Frequency.EVERY_N, every=8), MONDAY, "2026-03-11 12:00"),
        (Schedule(Frequency.EVERY_N, every=9), MONDAY, "2026-03-11 12:00"),
        # The next due day is far away: eight days at most.
        (Schedule(Frequency.EVERY_N, every=30), MONDAY, "2026-03-11 12:00"),
        # Friday was must; the next must day is the Friday after.
        (THRICE, WEEK[4], "2026-03-14 12:00"),
    ],
)
def test_the_window_ends_at_noon_after_two_days_and_the_next_due_day(schedule, missed, opens):
    assert miss_opens_at(habit(schedule, MONDAY), missed) == berlin(opens)


@pytest.mark.parametrize(("missed", "opens"), [(date(2026, 3, 27), "2026-03-30"), (date(2026, 10, 23), "2026-10-26")])
def test_two_days_are_calendar_days_over_a_change_of_clocks(missed, opens):
    assert miss_opens_at(habit(DAILY, missed), missed) == berlin(f"{opens} 12:00")


def test_two_days_are_calendar_days_even_where_grace_ends_in_a_gap():
    gap = date(2026, 3, 28)  # grace of two hours and a half would end at 02:30 on the 29th, which doesn't exist
    short = History(living_in(BERLIN, 30), promise(DAILY, gap), grace=timedelta(hours=2))
    assert grace_ends_at(short.clock, gap, short.grace) == berlin("2026-03-29 03:00")
    assert miss_opens_at(short, gap) == berlin("2026-03-31 02:30")


def test_the_window_keeps_to_the_owners_day_start_and_grace():
    history = History(living_in(BERLIN, 240), promise(DAILY, MONDAY))
    assert miss_opens_at(history, MONDAY) == berlin("2026-03-05 16:00")


def test_a_moved_grace_end_moves_the_window_to_the_next_noon():
    history = History(CLOCK, promise(DAILY, MONDAY), grace_moved={MONDAY: berlin("2026-03-03 18:00")})
    assert miss_opens_at(history, MONDAY) == berlin("2026-03-06 12:00")


def test_rest_postpones_the_next_due_day_but_not_past_eight_days():
    history = habit(DAILY, MONDAY, rests=(RestSpan(WEEK[1], WEEK[3]),))
    assert miss_opens_at(history, MONDAY) == berlin("2026-03-07 12:00")
    assert miss_opens_at(habit(DAILY, MONDAY, rests=(RestSpan(WEEK[1]),)), MONDAY) == berlin("2026-03-11 12:00")


def test_travel_moves_the_window_to_the_noon_of_the_new_zone():
    history = habit(DAILY, MONDAY, clock=with_change(CLOCK, ClockChange(berlin("2026-03-04 09:00"), LOS_ANGELES)))
    assert miss_opens_at(history, MONDAY) == local(LOS_ANGELES, "2026-03-05 12:00")


def test_a_miss_is_open_until_its_window_ends():
    history = habit(DAILY, MONDAY, [])
    miss = only_miss(history, berlin("2026-03-03 12:00"))
    assert (miss.day, miss.status, miss.returned_on) == (MONDAY, MissStatus.OPEN, None)
    assert miss.closed_at == berlin("2026-03-03 12:00")
    first = fold(history, miss.opens_at - SECOND).misses[0]
    assert first.status is MissStatus.OPEN
    assert fold(history, miss.opens_at).misses[0].status is MissStatus.PASSED


def _tap(day: date, text: str) -> Mark:
    return Mark(day, berlin(text))


@pytest.mark.parametrize(
    ("captured", "status", "state"),
    [
        ("2026-03-03 00:00:00", MissStatus.RETURNED, DayState.FORGIVEN),
        ("2026-03-03 23:59:59", MissStatus.RETURNED, DayState.FORGIVEN),
    ],
)
def test_a_check_in_after_the_missed_day_is_a_comeback(captured, status, state):
    history = habit(DAILY, MONDAY, marks=(_tap(WEEK[1], captured),))
    folded = fold(history, berlin("2026-03-04 08:00"))
    assert folded.misses[0].status is status
    assert folded.misses[0].returned_on == WEEK[1]
    assert folded.states[MONDAY] is state


@pytest.mark.parametrize(
    ("captured", "status"),
    [("2026-03-05 11:59:59", MissStatus.RETURNED), ("2026-03-05 12:00:00", MissStatus.PASSED)],
)
def test_a_comeback_comes_before_the_letter_could_open(captured, status):
    history = habit(DAILY, MONDAY, marks=(_tap(WEEK[3], captured),))
    folded = fold(history, berlin("2026-03-05 20:00"))
    assert folded.misses[0].status is status
    # However late, it is the return after this miss.
    assert folded.misses[0].returned_on == WEEK[3]
    assert folded.states[MONDAY] is (DayState.FORGIVEN if status is MissStatus.RETURNED else DayState.MISSED)


def test_a_comeback_before_grace_ends_means_the_miss_closes_already_returned():
    history = habit(DAILY, MONDAY, marks=(_tap(WEEK[1], "2026-03-03 08:00"),))
    assert not fold(history, berlin("2026-03-03 11:00")).misses
    assert only_miss(history, berlin("2026-03-03 12:00")).status is MissStatus.RETURNED


def test_an_extra_is_a_comeback_too():
    history = habit(MWF, MONDAY, [WEEK[1]])
    assert only_miss(history, berlin("2026-03-04 08:00")).status is MissStatus.RETURNED


def test_one_comeback_resolves_all_open_misses_of_the_habit():
    history = habit(DAILY, MONDAY, [WEEK[2]])
    folded = fold(history, berlin("2026-03-04 20:00"))
    assert [(miss.day, miss.status, miss.returned_on) for miss in folded.misses] == [
        (MONDAY, MissStatus.RETURNED, WEEK[2]),
        (WEEK[1], MissStatus.RETURNED, WEEK[2]),
    ]


def test_two_passes_a_month_of_the_missed_day_in_date_order():
    done_on = [day for day in days(MONDAY, 35) if day.weekday() != 0]
    folded = fold(habit(DAILY, MONDAY, done_on), berlin("2026-04-15 20:00"))
    mondays = [miss for miss in folded.misses if miss.day.weekday() == 0][:6]
    assert [(miss.day.isoformat(), miss.forgiven) for miss in mondays] == [
        ("2026-03-02", True),
        ("2026-03-09", True),
        ("2026-03-16", False),
        ("2026-03-23", False),
        ("2026-03-30", False),
        ("2026-04-06", False),
    ]
    assert mondays[2].status is MissStatus.RETURNED
    assert mondays[5].status is MissStatus.PASSED
    assert folded.states[date(2026, 3, 16)] is DayState.MISSED


def test_a_voided_miss_hands_its_pass_back():
    done_on = [day for day in days(MONDAY, 21) if day.weekday() != 0]
    late_arrival = done(CLOCK, MONDAY)
    now = berlin("2026-03-22 20:00")
    assert fold(habit(DAILY, MONDAY, done_on), now).states[date(2026, 3, 16)] is DayState.MISSED
    voided = fold(habit(DAILY, MONDAY, done_on, marks=(late_arrival,)), now)
    assert voided.states[date(2026, 3, 16)] is DayState.FORGIVEN


def test_a_new_month_brings_new_passes():
    start = date(2026, 3, 28)
    missed = [start, date(2026, 3, 30), date(2026, 4, 1), date(2026, 4, 3), date(2026, 4, 5)]
    done_on = [day for day in days(start, 12) if day not in missed]
    folded = fold(habit(DAILY, start, done_on), berlin("2026-04-08 20:00"))
    assert [miss.forgiven for miss in folded.misses] == [True, True, True, True, False]


def test_logging_too_much_late_is_not_a_comeback_from_itself():
    too_much = Mark(MONDAY, wall_time(CLOCK, WEEK[1], 8 * 60), late=True, amount=done(CLOCK, MONDAY, amount=9).amount)
    history = habit(at_most(3), MONDAY, marks=(too_much,))
    assert only_miss(history, berlin("2026-03-03 20:00")).status is MissStatus.OPEN
    word = Mark(WEEK[1], berlin("2026-03-03 21:00"), amount=done(CLOCK, MONDAY, amount=1).amount)
    history = habit(at_most(3), MONDAY, marks=(too_much, word))
    assert only_miss(history, berlin("2026-03-03 22:00")).status is MissStatus.RETURNED


def test_a_missed_week_holds_one_miss_however_long_it_is_quiet():
    folded = fold(habit(THRICE, MONDAY), berlin("2026-03-23 20:00"))
    assert [miss.day for miss in folded.misses] == [WEEK[4], date(2026, 3, 13), date(2026, 3, 20)]
