"""The clock people live by: only ever added to, and never in a way that rewrites days gone by."""

from datetime import UTC, date, datetime, timedelta

import pytest

from server.kernel.models import Fact
from server.people import facts
from server.people.models import ClockChange, Person
from server.people.selectors import person_clock, person_clocks
from server.people.services.clocks import record_clock_change
from shared import days
from shared.codes import Code, Refused
from tests.server.cast import arrive


@pytest.fixture
def change(ana, time):
    def say(zone="Europe/Berlin", day_start=0, at=None, **more):
        return record_clock_change(
            person=ana, zone=zone, day_start=day_start, at=at or time.instant, now=time.instant, **more
        )

    return say


def spoken(person):
    return [(c.from_instant, c.zone, c.day_start) for c in person_clock(person.id).changes]


def refused(call, *args, **more):
    with pytest.raises(Refused) as refusal:
        call(*args, **more)
    return refusal.value.code


def test_the_first_clock_holds_from_the_beginning(ana, time):
    assert spoken(ana) == [(time.instant, "Europe/Berlin", 0)]
    assert days.habit_day(person_clock(ana.id), time.instant - timedelta(days=400)) == date(2025, 1, 26)


def test_a_new_zone_is_added_and_told(ana, change, time):
    time.advance(timedelta(hours=5))
    assert change("Asia/Tokyo") is True
    assert [zone for _, zone, _ in spoken(ana)] == ["Europe/Berlin", "Asia/Tokyo"]
    assert Fact.objects.filter(kind=facts.CLOCK_CHANGED.name, person_id=ana.id).count() == 2


def test_the_same_clock_again_is_no_change(ana, change, time):
    before = spoken(ana)
    time.advance(timedelta(hours=5))
    assert change() is False
    assert spoken(ana) == before


def test_a_change_noticed_offline_counts_from_when_it_was_noticed(ana, change, time):
    time.advance(timedelta(days=2))
    noticed = time.instant - timedelta(hours=30)
    change("Asia/Tokyo", at=noticed)
    assert spoken(ana)[-1] == (noticed, "Asia/Tokyo", 0)


def test_a_change_older_than_the_one_in_force_is_out_of_date(ana, change, time):
    time.advance(timedelta(days=2))
    change("Asia/Tokyo")
    before = spoken(ana)
    assert change("America/Lima", at=time.instant - timedelta(hours=1)) is False
    assert spoken(ana) == before


def test_a_change_from_the_future_counts_from_now(ana, change, time):
    time.advance(timedelta(hours=1))
    change("Asia/Tokyo", at=time.instant + timedelta(days=300))
    assert spoken(ana)[-1] == (time.instant, "Asia/Tokyo", 0)


def test_a_day_start_begins_with_the_next_habit_day(ana, change, time):
    change(day_start=240)
    clock = person_clock(ana.id)
    assert clock.day_start_at(time.instant) == 0
    next_morning = datetime(2026, 3, 3, 3, tzinfo=UTC)
    assert days.closes_at(clock, date(2026, 3, 2)) == days.opens_at(clock, date(2026, 3, 3)) == next_morning


def test_the_page_shows_the_day_start_asked_for_at_once(door, ana, change):
    change(day_start=240)
    assert door(ana).get("/me").json()["day_start"] == 240


def test_asking_twice_for_a_day_start_is_one_change(ana, change, time):
    assert change(day_start=240) is True
    assert change(day_start=240) is False
    assert len(spoken(ana)) == 2


def test_a_day_start_taken_back_before_it_began_leaves_no_trace(ana, change, time):
    before = spoken(ana)
    time.advance(timedelta(hours=1))
    change(day_start=240)
    assert change(day_start=0) is True
    assert spoken(ana) == before
    assert ClockChange.objects.filter(person=ana).count() == 1


def test_a_waiting_day_start_travels_along(ana, change, time):
    change(day_start=240)
    time.advance(timedelta(hours=2))
    change("Asia/Tokyo", day_start=240)
    zones = [(zone, start) for _, zone, start in spoken(ana)]
    assert zones == [("Europe/Berlin", 0), ("Asia/Tokyo", 0), ("Asia/Tokyo", 240)]


def test_for_somebody_who_promised_nothing_yet_the_new_clock_holds_from_the_start(ana, change, time):
    time.advance(timedelta(days=1))
    assert change("Asia/Tokyo", day_start=180, from_the_start=True) is True
    assert spoken(ana) == [(time.instant, "Asia/Tokyo", 180)]
    assert change("Asia/Tokyo", day_start=180, from_the_start=True) is False


@pytest.mark.parametrize("from_the_start", [True, False])
@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"zone": "Mars/Olympus"}, Code.UNKNOWN_ZONE),
        ({"zone": "../etc/passwd"}, Code.UNKNOWN_ZONE),
        ({"zone": ""}, Code.UNKNOWN_ZONE),
        ({"day_start": -1}, Code.INVALID_CLOCK),
        ({"day_start": 721}, Code.INVALID_CLOCK),
    ],
)
def test_a_clock_nobody_can_live_by_is_refused(ana, change, wrong, code, from_the_start):
    before = spoken(ana)
    assert refused(change, **wrong, from_the_start=from_the_start) == code
    assert spoken(ana) == before


def test_a_change_that_waited_a_month_is_refused(ana, change, time):
    time.advance(timedelta(days=40))
    assert refused(change, "Asia/Tokyo", at=time.instant - timedelta(days=30, seconds=1)) == Code.TOO_OLD


def test_many_clocks_cost_one_query(ana, ben, django_assert_num_queries):
    cleo = arrive("Cleo", zone="Asia/Tokyo")
    with django_assert_num_queries(1):
        clocks = person_clocks([ana.id, ben.id, cleo.id])
    assert {zone.changes[0].zone for zone in clocks.values()} == {"Europe/Berlin", "Asia/Tokyo"}


def test_an_administrator_made_by_hand_lives_by_utc(db, time):
    host = Person.objects.create_superuser("host@example.org", "a long password")
    assert person_clock(host.id).zone_at(time.instant) == "UTC"
