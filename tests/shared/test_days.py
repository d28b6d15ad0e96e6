"""Days, zones and travel, rule by rule."""

from datetime import date, datetime, timedelta

import pytest

from shared.codes import Code, Refused
from shared.days import (
    ClockChange,
    PersonClock,
    check_zone,
    closes_at,
    grace_ends_at,
    habit_day,
    is_skipped,
    next_day_change,
    open_days,
    opens_at,
    wall_time,
    with_change,
)
from tests.shared.ana import BERLIN, LONG_AGO, LOS_ANGELES, TOKYO, living_in, local, moving

MONDAY = date(2026, 3, 2)
TUESDAY = date(2026, 3, 3)
WEDNESDAY = date(2026, 3, 4)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("day_start", "opens", "closes", "grace"),
    [
        (0, "2026-03-02 00:00", "2026-03-03 00:00", "2026-03-03 12:00"),
        (240, "2026-03-02 04:00", "2026-03-03 04:00", "2026-03-03 16:00"),
        (720, "2026-03-02 12:00", "2026-03-03 12:00", "2026-03-04 00:00"),
    ],
)
def test_a_day_runs_from_its_start_to_the_next_and_grace_twelve_hours_more(day_start, opens, closes, grace):
    clock = living_in(BERLIN, day_start)
    assert opens_at(clock, MONDAY) == local(BERLIN, opens)
    assert closes_at(clock, MONDAY) == local(BERLIN, closes)
    assert grace_ends_at(clock, MONDAY) == local(BERLIN, grace)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 1), 24)])
def test_a_day_is_never_a_block_of_24_hours(day, hours):
    clock = living_in(BERLIN)
    assert closes_at(clock, day) - opens_at(clock, day) == timedelta(hours=hours)
    assert grace_ends_at(clock, day).astimezone().minute == 0
    assert grace_ends_at(clock, day) == local(BERLIN, f"{day + timedelta(days=1)} 12:00")


def test_a_start_inside_a_gap_is_the_first_instant_after_it():
    clock = living_in(BERLIN, day_start=150)  # 02:30 doesn't exist on 29 March
    assert opens_at(clock, date(2026, 3, 29)) == local(BERLIN, "2026-03-29 03:00")
    # Midnight itself is jumped over in Santiago.
    assert opens_at(living_in("America/Santiago"), date(2026, 9, 6)) == local("America/Santiago", "2026-09-06 01:00")


def test_a_start_inside_an_overlap_is_its_first_occurrence():
    clock = living_in(BERLIN, day_start=150)  # 02:30 happens twice on 25 October
    assert opens_at(clock, date(2026, 10, 25)) == local(BERLIN, "2026-10-25 02:30", fold=0)
    assert habit_day(clock, local(BERLIN, "2026-10-25 02:15", fold=1)) == date(2026, 10, 25)


def test_a_date_that_a_zone_left_out_is_not_due():
    samoa = living_in("Pacific/Apia")  # went from 29 straight to 31 December 2011
    assert [is_skipped(samoa, date(2011, 12, day)) for day in (29, 30, 31)] == [False, True, False]
    assert closes_at(samoa, date(2011, 12, 29)) == opens_at(samoa, date(2011, 12, 31))


def test_the_owner_may_shorten_grace_to_two_hours():
    assert grace_ends_at(living_in(), MONDAY, timedelta(hours=2)) == local(BERLIN, "2026-03-03 02:00")


def test_the_day_belongs_to_the_wall_clock_not_to_utc():
    clock = living_in(TOKYO, day_start=240)
    assert habit_day(clock, local(TOKYO, "2026-03-03 03:59")) == MONDAY
    assert habit_day(clock, local(TOKYO, "2026-03-03 04:00")) == TUESDAY


def test_flying_east_leaves_the_old_day_open_until_its_own_midnight():
    landing = local(TOKYO, "2026-03-03 10:00")  # Monday 17:00 in Los Angeles
    clock = moving(LOS_ANGELES, (landing, TOKYO))
    assert closes_at(clock, MONDAY) == local(LOS_ANGELES, "2026-03-03 00:00")
    assert habit_day(clock, landing - SECOND) == MONDAY
    assert habit_day(clock, landing) == TUESDAY
    assert open_days(clock, landing) == (MONDAY, TUESDAY)
    assert opens_at(clock, TUESDAY) == landing
    assert closes_at(clock, TUESDAY) == local(TOKYO, "2026-03-04 00:00")


def test_flying_west_prolongs_the_day():
    landing = local(LOS_ANGELES, "2026-03-02 13:00")
    clock = moving(BERLIN, (landing, LOS_ANGELES))
    assert closes_at(clock, MONDAY) == local(LOS_ANGELES, "2026-03-03 00:00")
    assert grace_ends_at(clock, MONDAY) == local(LOS_ANGELES, "2026-03-03 12:00")
    assert open_days(clock, landing) == (MONDAY,)


def test_a_date_lived_twice_is_one_day_and_does_not_reopen():
    landing = local(TOKYO, "2026-03-03 09:00")  # Monday 16:00 in Los Angeles, once more
    clock = moving(TOKYO, (landing, LOS_ANGELES))
    assert habit_day(clock, landing) == MONDAY
    assert closes_at(clock, MONDAY) == local(TOKYO, "2026-03-03 00:00")
    assert open_days(clock, landing) == (TUESDAY,)
    assert closes_at(clock, TUESDAY) == local(LOS_ANGELES, "2026-03-04 00:00")
    # In its second life Monday is in grace, to the noon that now comes later.
    assert grace_ends_at(clock, MONDAY) == local(LOS_ANGELES, "2026-03-03 12:00")


def test_a_date_shown_under_twelve_hours_is_not_due():
    landing = local(TOKYO, "2026-03-03 15:00")
    assert is_skipped(moving(LOS_ANGELES, (landing, TOKYO)), TUESDAY)
    assert not is_skipped(moving(LOS_ANGELES, (local(TOKYO, "2026-03-03 12:00"), TOKYO)), TUESDAY)


def test_a_date_flown_over_is_skipped_unless_it_is_lived_after_all():
    leaving = local("Pacific/Pago_Pago", "2026-03-02 23:30")
    there = moving("Pacific/Pago_Pago", (leaving, "Pacific/Kiritimati"))
    assert habit_day(there, leaving) == WEDNESDAY
    assert is_skipped(there, TUESDAY)
    back = moving(
        "Pacific/Pago_Pago", (leaving, "Pacific/Kiritimati"), (leaving + 2 * 3600 * SECOND, "Pacific/Pago_Pago")
    )
    assert not is_skipped(back, TUESDAY)
    assert opens_at(back, TUESDAY) == leaving + timedelta(hours=2)
    assert closes_at(back, TUESDAY) == local("Pacific/Pago_Pago", "2026-03-04 00:00")


def test_of_three_open_days_the_newest_two_are_named():
    leaving = local("Pacific/Pago_Pago", "2026-03-02 22:00")
    stop = leaving + timedelta(minutes=30)  # half an hour where it is Tuesday noon, then on to Wednesday
    clock = moving("Pacific/Pago_Pago", (leaving, BERLIN), (stop, "Pacific/Kiritimati"))
    landed = stop + timedelta(minutes=45)
    assert [habit_day(clock, at) for at in (leaving, stop, landed)] == [TUESDAY, TUESDAY, WEDNESDAY]
    assert closes_at(clock, MONDAY) > landed
    assert open_days(clock, landed) == (TUESDAY, WEDNESDAY)


def test_two_days_are_never_in_grace_together_even_after_a_jump_of_22_hours():
    leaving = local(LOS_ANGELES, "2026-03-02 01:00")
    clock = moving(LOS_ANGELES, (leaving, "Pacific/Kiritimati"))
    assert closes_at(clock, MONDAY) == local(LOS_ANGELES, "2026-03-03 00:00")
    assert grace_ends_at(clock, MONDAY) == closes_at(clock, TUESDAY)


@pytest.mark.parametrize(
    ("old", "new", "closes"), [(0, 240, "2026-03-03 04:00"), (240, 0, "2026-03-03 04:00"), (0, 720, "2026-03-03 12:00")]
)
def test_a_new_day_start_holds_from_the_next_day_without_a_hole(old, new, closes):
    clock = living_in(BERLIN, old)
    change = next_day_change(clock, local(BERLIN, "2026-03-02 18:00"), new)
    clock = with_change(clock, change)
    assert closes_at(clock, MONDAY) == opens_at(clock, TUESDAY) == local(BERLIN, closes)
    assert closes_at(clock, TUESDAY) == local(BERLIN, "2026-03-04 00:00") + timedelta(minutes=new)
    assert not is_skipped(clock, TUESDAY)


def test_a_waiting_day_start_is_carried_into_the_new_zone():
    clock = living_in(LOS_ANGELES)
    clock = with_change(clock, next_day_change(clock, local(LOS_ANGELES, "2026-03-02 12:00"), 240))
    clock = with_change(clock, ClockChange(local("America/New_York", "2026-03-02 20:00"), "America/New_York"))
    assert clock.zone_at(local(LOS_ANGELES, "2026-03-10 12:00")) == "America/New_York"
    assert opens_at(clock, TUESDAY) == local("America/New_York", "2026-03-03 04:00")


def test_a_zone_reported_late_leaves_later_zones_alone():
    clock = moving(BERLIN, (local(TOKYO, "2026-03-10 12:00"), TOKYO))
    clock = with_change(clock, ClockChange(local("Europe/London", "2026-03-05 12:00"), "Europe/London"))
    assert [change.zone for change in clock.changes] == [BERLIN, "Europe/London", TOKYO]


def test_a_repeated_change_is_no_change_and_one_at_the_same_instant_replaces():
    noon = local(BERLIN, "2026-03-02 12:00")
    clock = living_in(BERLIN)
    assert with_change(clock, ClockChange(noon, BERLIN)) == clock
    once = with_change(clock, ClockChange(noon, TOKYO))
    assert with_change(once, ClockChange(noon, TOKYO)) == once
    assert with_change(once, ClockChange(noon, LOS_ANGELES)).zone_at(noon) == LOS_ANGELES


@pytest.mark.parametrize(
    ("minute", "reads"),
    [(240, "2026-03-02 04:00"), (1200, "2026-03-02 20:00"), (180, "2026-03-03 03:00"), (0, "2026-03-03 00:00")],
)
def test_a_wall_time_before_the_days_start_belongs_to_the_next_date(minute, reads):
    assert wall_time(living_in(BERLIN, 240), MONDAY, minute) == local(BERLIN, reads)


def test_a_wall_time_follows_gap_overlap_and_traveller():
    clock = living_in(BERLIN)
    assert wall_time(clock, date(2026, 3, 29), 150) == local(BERLIN, "2026-03-29 03:00")
    assert wall_time(clock, date(2026, 10, 25), 150) == local(BERLIN, "2026-10-25 02:30", fold=0)
    westward = moving(BERLIN, (local(BERLIN, "2026-03-02 14:00"), LOS_ANGELES))
    assert wall_time(westward, MONDAY, 13 * 60) == local(BERLIN, "2026-03-02 13:00")
    assert wall_time(westward, MONDAY, 20 * 60) == local(LOS_ANGELES, "2026-03-02 20:00")
    landing = local(TOKYO, "2026-03-03 10:00")
    assert wall_time(moving(LOS_ANGELES, (landing, TOKYO)), TUESDAY, 9 * 60) == landing


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "europe/berlin", "../etc/passwd", "Europe/Berlin/", "zone.tab"])
def test_an_unknown_zone_is_refused(name):
    with pytest.raises(Refused) as refused:
        check_zone(name)
    assert refused.value.code is Code.UNKNOWN_ZONE
    with pytest.raises(Refused):
        with_change(living_in(), ClockChange(LONG_AGO, name))


@pytest.mark.parametrize("day_start", [-1, 721])
def test_a_day_may_start_between_midnight_and_noon(day_start):
    with pytest.raises(Refused) as refused:
        living_in(BERLIN, day_start)
    assert refused.value.code is Code.INVALID_CLOCK
    with pytest.raises(Refused):
        next_day_change(living_in(), LONG_AGO, day_start)


def test_a_clock_needs_a_zone():
    with pytest.raises(Refused):
        PersonClock(())


def test_the_first_zone_also_holds_for_the_time_before_it():
    clock = PersonClock((ClockChange(local(TOKYO, "2026-03-02 12:00"), TOKYO),))
    assert opens_at(clock, date(2020, 1, 1)) == local(TOKYO, "2020-01-01 00:00")
    assert isinstance(opens_at(clock, MONDAY), datetime)
