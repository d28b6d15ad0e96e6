"""The state of a day, rule by rule."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from shared.days import closes_at, grace_ends_at, opens_at, wall_time
from shared.history import History, Mark, RestSpan
from shared.plans import Frequency, Measure, Plan, Schedule, Version
from shared.states import DayState, fold
from tests.shared.ana import (
    DAILY,
    LOS_ANGELES,
    MWF,
    THRICE,
    TOKYO,
    at_least,
    at_most,
    days,
    done,
    habit,
    living_in,
    local,
    moving,
    promise,
)

MONDAY = date(2026, 3, 2)
WEEK = days(MONDAY, 7)
CLOCK = living_in()
HOUR = timedelta(hours=1)
LETTERS = {
    DayState.OPEN: "o",
    DayState.GRACE: "g",
    DayState.DONE: "D",
    DayState.LATE: "L",
    DayState.PARTIAL: "P",
    DayState.REST: "R",
    DayState.FORGIVEN: "F",
    DayState.MISSED: "M",
    DayState.NOT_DUE: "-",
}


def states(history: History, now, first: date = MONDAY) -> str:
    """One letter a day from `first` on."""
    folded = fold(history, now)
    return "".join(LETTERS[state] for day, state in folded.states.items() if day >= first)


def evening(day: date):
    return wall_time(CLOCK, day, 20 * 60)


def morning(day: date):
    return wall_time(CLOCK, day, 9 * 60)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (opens_at(CLOCK, MONDAY), "o"),
        (closes_at(CLOCK, MONDAY), "go"),
        (grace_ends_at(CLOCK, MONDAY) - timedelta(seconds=1), "go"),
        (grace_ends_at(CLOCK, MONDAY), "Mo"),
    ],
)
def test_an_empty_due_day_is_open_then_in_grace_then_missed(now, expected):
    assert states(habit(DAILY, MONDAY), now) == expected


def test_a_mark_is_done_or_late():
    late = Mark(WEEK[1], morning(WEEK[2]), late=True)
    assert states(habit(DAILY, MONDAY, [MONDAY], marks=(late,)), evening(WEEK[2])) == "DLo"


def test_a_day_that_is_not_due_accepts_an_extra():
    assert states(habit(MWF, MONDAY, WEEK[:2]), evening(WEEK[3])) == "DDM-"
    assert states(habit(DAILY, WEEK[2], [MONDAY]), evening(WEEK[2])) == "D-o"


def test_rest_covers_every_day_without_a_mark():
    rests = (RestSpan(WEEK[1], WEEK[2]), RestSpan(WEEK[4]))
    assert states(habit(DAILY, MONDAY, [MONDAY, WEEK[2], WEEK[3]], rests=rests), evening(WEEK[6])) == "DRDDRRR"
    assert states(habit(MWF, MONDAY, [MONDAY], rests=rests), evening(WEEK[3])) == "DRR-"


def test_rest_set_on_a_missed_day_voids_the_miss():
    assert fold(habit(DAILY, MONDAY), evening(WEEK[1])).misses
    assert not fold(habit(DAILY, MONDAY, rests=(RestSpan(MONDAY, MONDAY),)), evening(WEEK[1])).misses


def test_a_check_in_that_arrives_after_the_miss_voids_it():
    missed = habit(DAILY, MONDAY, WEEK[1:3])
    arrived = habit(DAILY, MONDAY, WEEK[:3])
    assert fold(missed, evening(WEEK[3])).misses[0].day == MONDAY
    assert states(arrived, evening(WEEK[3])) == "DDDo"
    assert not fold(arrived, evening(WEEK[3])).misses


@pytest.mark.parametrize("gentle", [0, 3, 7])
def test_empty_days_of_the_gentle_first_week_are_forgiven_without_a_miss(gentle):
    history = habit(DAILY, MONDAY, gentle_days=gentle)
    folded = fold(history, evening(date(2026, 3, 9)))
    assert [miss.day for miss in folded.misses] == WEEK[gentle:]
    assert {folded.states[day] for day in WEEK[:gentle]} <= {DayState.FORGIVEN}


def test_quota_days_close_as_not_due_and_only_a_must_day_is_missed():
    history = habit(THRICE, MONDAY, [WEEK[1]])
    assert states(history, evening(WEEK[3])) == "-D-o"
    assert states(history, morning(WEEK[6])) == "-D---go"
    assert states(history, evening(date(2026, 3, 9))) == "-D---M-o"
    assert [miss.day for miss in fold(habit(THRICE, MONDAY), evening(date(2026, 3, 9))).misses] == [WEEK[4]]


def test_a_quota_already_met_asks_for_nothing_more():
    assert states(habit(THRICE, MONDAY, WEEK[:3]), evening(date(2026, 3, 9))) == "DDD----o"
    assert states(habit(THRICE, MONDAY, WEEK[:5]), evening(date(2026, 3, 9))) == "DDDDD--o"


@pytest.mark.parametrize(("amount", "expected"), [(5, "Do"), (7, "Do"), (4, "Po"), (0, "Po"), (None, "Po")])
def test_at_least_below_its_target_is_partial_once_the_day_closed(amount, expected):
    mark = done(CLOCK, MONDAY, amount=amount)
    history = habit(at_least(5), MONDAY, marks=(mark,))
    assert states(history, evening(WEEK[1])) == expected
    assert states(history, evening(MONDAY)) == ("D" if expected == "Do" else "o")


def test_at_least_with_nothing_logged_is_as_any_due_day():
    assert states(habit(at_least(5), MONDAY), evening(WEEK[1])) == "Mo"


@pytest.mark.parametrize(("amount", "closes_as"), [(None, "D"), (2, "D"), (3, "D"), (4, "M")])
def test_at_most_is_decided_at_grace_end_never_earlier(amount, closes_as):
    marks = () if amount is None else (done(CLOCK, MONDAY, amount=amount),)
    history = habit(at_most(3), MONDAY, marks=marks)
    assert states(history, evening(MONDAY)) == "o"
    assert states(history, morning(WEEK[1])) == "go"
    assert states(history, evening(WEEK[1])) == closes_as + "o"


@pytest.mark.parametrize(("amount", "state"), [(Decimal("0.1"), "M"), (Decimal(0), "D"), (None, "D")])
def test_at_most_nothing_is_kept_unless_something_was_logged(amount, state):
    mark = Mark(MONDAY, evening(MONDAY), amount=amount)
    assert states(habit(at_most(0), MONDAY, marks=(mark,)), evening(WEEK[1])) == state + "o"


def test_too_much_on_a_day_that_was_not_due_is_partial_and_no_miss():
    weekdays = Schedule(
        Frequency.WEEKDAYS, weekdays=frozenset({0}), measure=Measure.AT_MOST, target=Decimal(3), unit="cups"
    )
    history = habit(weekdays, MONDAY, marks=(done(CLOCK, WEEK[1], amount=9), done(CLOCK, WEEK[2], amount=1)))
    assert states(history, evening(WEEK[4])) == "DPD--"
    assert not fold(history, evening(WEEK[4])).misses


def test_a_closed_day_folds_with_the_version_in_force_then():
    plan = Plan(MONDAY, (Version(MONDAY, MWF), Version(WEEK[3], DAILY)), gentle_days=0)
    history = History(CLOCK, plan, tuple(done(CLOCK, day) for day in (MONDAY, WEEK[2], WEEK[3])))
    assert states(history, evening(WEEK[5])) == "D-DDMo"


def test_a_day_the_server_has_not_judged_stays_in_grace():
    judged = History(CLOCK, promise(DAILY, MONDAY), judged_through=MONDAY)
    assert states(judged, evening(WEEK[3])) == "Mggo"
    assert [miss.day for miss in fold(judged, evening(WEEK[3])).misses] == [MONDAY]


def test_an_outage_moves_the_end_of_grace():
    moved_to = local("Europe/Berlin", "2026-03-03 18:00")
    history = History(CLOCK, promise(DAILY, MONDAY), grace_moved={MONDAY: moved_to})
    assert states(history, moved_to - HOUR) == "go"
    assert states(history, moved_to) == "Mo"
    assert fold(history, moved_to).misses[0].closed_at == moved_to
    assert states(history, evening(WEEK[6]))[0] == "M"


def test_an_outage_of_days_holds_the_judgement_for_as_long():
    back_up = evening(WEEK[6])
    history = History(CLOCK, promise(DAILY, MONDAY), grace_moved=dict.fromkeys(WEEK[:6], back_up + 6 * HOUR))
    assert states(history, back_up) == "ggggggo"
    assert states(history, back_up + 6 * HOUR) == "MMMMMMgo"


def test_the_owner_may_shorten_grace():
    history = History(CLOCK, promise(DAILY, MONDAY), grace=2 * HOUR)
    assert states(history, local("Europe/Berlin", "2026-03-03 01:59")) == "go"
    assert states(history, local("Europe/Berlin", "2026-03-03 02:00")) == "Mo"


def test_a_date_flown_over_is_not_due_and_breaks_nothing():
    clock = moving(LOS_ANGELES, (local(TOKYO, "2026-03-04 18:00"), TOKYO))
    history = habit(DAILY, MONDAY, [MONDAY, WEEK[1], WEEK[3]], clock=clock)
    assert states(history, local(TOKYO, "2026-03-05 20:00")) == "DD-D"


def test_the_day_number_counts_check_ins_and_the_fold_ends_today():
    folded = fold(habit(THRICE, MONDAY, [MONDAY, WEEK[2]]), evening(WEEK[4]))
    assert folded.day_number == 2
    assert list(folded.states) == WEEK[:5]


def test_a_promise_for_tomorrow_has_no_days_yet():
    folded = fold(habit(DAILY, WEEK[1]), evening(MONDAY))
    assert (folded.states, folded.misses, folded.day_number) == ({}, (), 0)


def test_a_month_quota_is_missed_once_a_month():
    history = habit(Schedule(Frequency.PER_MONTH, times=10), date(2026, 1, 1))
    missed = [miss.day for miss in fold(history, evening(date(2026, 4, 2))).misses]
    assert missed == [date(2026, 1, 22), date(2026, 2, 19), date(2026, 3, 22)]
