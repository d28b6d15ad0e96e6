"""Reminders ring at the owner's own times, once, and only while there is something to do."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from server.habits.models import ReminderTime, ScheduleVersion
from server.habits.services.sweeps import ring_due_reminders
from server.habits.tasks import ring_due_reminders as ring_due_reminders_task
from server.kernel.models import Fact
from server.people.models import Person
from shared import clock
from shared.clock import StoppedClock
from tests.server import world
from tests.server.awake import DAY, HOUR, MINUTE, live, wall
from tests.server.cast import Door, door_of
from tests.server.threads import all_at_once

TODAY = date(2026, 3, 2)
Doors = Callable[[Person | None], Door]


def rung() -> list[tuple[str, int, datetime]]:
    """(habit day, slot, instant) of every ring so far."""
    facts = Fact.objects.filter(kind="reminder_due").order_by("id")
    return list(facts.values_list("payload__date", "payload__slot", "happened_at"))


def next_rings() -> list[datetime]:
    return list(ReminderTime.objects.order_by("slot").values_list("next_at", flat=True))


def test_each_time_rings_once_a_day_in_the_owners_zone(anas: Door, time: StoppedClock) -> None:
    world.promise(anas, reminders=[20 * 60, 11 * 60])
    live(time, wall(TODAY + DAY, 12))
    assert rung() == [
        ("2026-03-02", 0, wall(TODAY, 11)), ("2026-03-02", 1, wall(TODAY, 20)),
        ("2026-03-03", 0, wall(TODAY + DAY, 11)),
    ]  # fmt: skip


def test_a_time_already_past_today_waits_for_tomorrow(anas: Door) -> None:
    world.promise(anas, reminders=[9 * 60])
    assert next_rings() == [wall(TODAY + DAY, 9)]


def test_it_stops_the_moment_it_is_done_and_starts_with_an_undo(anas: Door, time: StoppedClock) -> None:
    habit = world.promise(anas, reminders=[11 * 60, 20 * 60])["id"]
    world.check_in(anas, habit, TODAY)
    live(time, wall(TODAY, 12))
    assert rung() == []
    world.undo(anas, habit, TODAY)
    live(time, wall(TODAY, 21))
    assert [ring[:2] for ring in rung()] == [("2026-03-02", 1)]


@pytest.mark.parametrize(
    ("schedule", "days"),
    [
        ({"frequency": "weekdays", "weekdays": [1, 2], "measure": "tick"}, ["2026-03-03", "2026-03-04"]),
        ({"frequency": "per_week", "times": 3, "measure": "tick"}, ["2026-03-06"]),
        ({"frequency": "every_n_days", "every": 3, "measure": "tick"}, ["2026-03-02", "2026-03-05", "2026-03-08"]),
    ],
)
def test_it_rings_only_on_days_that_must_be_kept(
    anas: Door, time: StoppedClock, schedule: dict[str, Any], days: list[str]
) -> None:
    """Three a week waits until Friday, when every day left is needed; that one missed, the week asks no more."""
    world.promise(anas, schedule=schedule, reminders=[20 * 60])
    live(time, wall(date(2026, 3, 8), 22))
    assert [day for day, _, _ in rung()] == days


def test_less_than_promised_still_rings(anas: Door, time: StoppedClock) -> None:
    five = {"frequency": "daily", "measure": "at_least", "target": "5", "unit": "km"}
    habit = world.promise(anas, schedule=five, reminders=[11 * 60, 20 * 60])["id"]
    world.check_in(anas, habit, TODAY, amount="2")
    live(time, wall(TODAY, 12))
    assert len(rung()) == 1
    time.advance(MINUTE)
    world.edit(anas, habit, TODAY, amount="5")
    live(time, wall(TODAY, 21))
    assert len(rung()) == 1


def test_after_a_word_about_a_limit_there_is_nothing_to_ask(anas: Door, time: StoppedClock) -> None:
    two = {"frequency": "daily", "measure": "at_most", "target": "2", "unit": "cups"}
    habit = world.promise(anas, schedule=two, reminders=[11 * 60, 20 * 60])["id"]
    live(time, wall(TODAY, 12))
    world.check_in(anas, habit, TODAY, amount="1")
    live(time, wall(TODAY, 21))
    assert [slot for _, slot, _ in rung()] == [0]


def test_rest_is_quiet(anas: Door, time: StoppedClock) -> None:
    world.promise(anas, reminders=[20 * 60])
    world.rest(anas, TODAY, TODAY)
    live(time, wall(TODAY + DAY, 21))
    assert [day for day, _, _ in rung()] == ["2026-03-03"]


def test_an_archived_habit_is_quiet(anas: Door, time: StoppedClock) -> None:
    habit = world.promise(anas, reminders=[20 * 60])["id"]
    anas.delete(f"/habits/{habit}")
    ReminderTime.objects.update(next_at=wall(TODAY, 20))
    live(time, wall(TODAY, 21))
    assert rung() == []


@pytest.mark.parametrize(("late", "rings"), [(timedelta(minutes=59), 1), (timedelta(minutes=61), 0)])
def test_after_an_outage_nothing_bursts(anas: Door, time: StoppedClock, late: timedelta, rings: int) -> None:
    world.promise(anas, reminders=[15 * 60])
    time.move_to(wall(TODAY, 15) + late)
    while ring_due_reminders(now=time.instant):
        pass
    assert len(rung()) == rings
    assert next_rings() == [wall(TODAY + DAY, 15)]


def test_a_day_that_closed_meanwhile_is_not_rung_for(anas: Door, time: StoppedClock) -> None:
    world.promise(anas, reminders=[23 * 60 + 50])
    time.move_to(wall(TODAY + DAY, 0, 5))
    while ring_due_reminders(now=time.instant):
        pass
    assert rung() == []


def test_days_without_sweeps_are_not_made_up_for(anas: Door, time: StoppedClock) -> None:
    world.promise(anas, reminders=[15 * 60])
    time.move_to(wall(TODAY + 3 * DAY, 15))
    while ring_due_reminders(now=time.instant):
        pass
    assert rung() == []
    assert next_rings() == [wall(TODAY + 4 * DAY, 15)]


@pytest.mark.parametrize(
    ("night", "minute", "instants"),
    [
        # The 29th of March has no 02:30: it rings when the gap ends, at 03:00.
        (date(2026, 3, 29), 150, ["2026-03-28T01:30", "2026-03-29T01:00", "2026-03-30T00:30"]),
        # The 25th of October has two: it rings at the first.
        (date(2026, 10, 25), 150, ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"]),
        (date(2026, 3, 29), 1200, ["2026-03-28T19:00", "2026-03-29T18:00", "2026-03-30T18:00"]),
    ],
)
def test_it_keeps_wall_time_over_a_change_of_clocks(
    ana: Person, time: StoppedClock, night: date, minute: int, instants: list[str]
) -> None:
    time.move_to(wall(night - DAY, 0, 30))
    anas = door_of(ana)
    world.promise(anas, reminders=[minute])
    live(time, wall(night + DAY, 23))
    assert [f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M}" for _, _, instant in rung()] == instants


def test_a_time_before_the_days_start_belongs_to_the_day_before(anas: Door, time: StoppedClock) -> None:
    anas.put("/me/clock", json={"zone": "Europe/Berlin", "day_start": 240})
    world.promise(anas, reminders=[60])
    live(time, wall(TODAY + DAY, 2))
    assert rung() == [("2026-03-02", 0, wall(TODAY + DAY, 1))]


def test_it_moves_with_the_owner(anas: Door, time: StoppedClock) -> None:
    world.promise(anas, reminders=[20 * 60])
    assert anas.put("/me/clock", json={"zone": "America/New_York"}).status_code == 200
    live(time, wall(TODAY, 23, zone="America/New_York"))
    assert rung() == [("2026-03-02", 0, wall(TODAY, 20, zone="America/New_York"))]


def test_an_evening_lived_twice_rings_once(anas: Door, time: StoppedClock) -> None:
    time.move_to(wall(TODAY, 8, zone="Pacific/Auckland"))
    anas.put("/me/clock", json={"zone": "Pacific/Auckland"})
    world.promise(anas, reminders=[20 * 60])
    live(time, wall(TODAY, 22, zone="Pacific/Auckland"))
    assert [day for day, _, _ in rung()] == ["2026-03-02"]
    anas.put("/me/clock", json={"zone": "America/Los_Angeles"})
    live(time, wall(TODAY, 23, zone="America/Los_Angeles"))
    assert [day for day, _, _ in rung()] == ["2026-03-02"]
    live(time, wall(TODAY + DAY, 21, zone="America/Los_Angeles"))
    assert [day for day, _, _ in rung()] == ["2026-03-02", "2026-03-03"]


def test_new_times_take_over_and_what_rang_does_not_ring_again(anas: Door, time: StoppedClock) -> None:
    habit = world.promise(anas, reminders=[11 * 60])["id"]
    live(time, wall(TODAY, 11))
    anas.patch(f"/habits/{habit}", json={"reminders": [8 * 60, 11 * 60, 20 * 60]})
    live(time, wall(TODAY, 21))
    assert rung() == [("2026-03-02", 0, wall(TODAY, 11)), ("2026-03-02", 2, wall(TODAY, 20))]


def test_a_new_name_at_that_very_minute_loses_no_reminder(
    anas: Door, time: StoppedClock, relay: Callable[[], None]
) -> None:
    world.promise(anas, reminders=[20 * 60])
    live(time, wall(TODAY, 19, 59))
    time.move_to(wall(TODAY, 20))
    anas.patch("/me", json={"name": "Anna"})
    relay()
    live(time, wall(TODAY, 20, 1))
    assert len(rung()) == 1


def test_one_that_cannot_be_planned_does_not_silence_the_others(anas: Door, time: StoppedClock) -> None:
    broken = world.promise(anas, reminders=[20 * 60])
    world.promise(anas, reminders=[20 * 60])
    ScheduleVersion.objects.filter(habit=broken["id"]).update(schedule={"frequency": "nonsense"})
    live(time, wall(TODAY, 20))
    assert len(rung()) == 1
    ScheduleVersion.objects.filter(habit=broken["id"]).update(schedule=broken["schedule"])
    live(time, wall(TODAY, 20) + MINUTE)
    assert len(rung()) == 2


def test_celery_rings_until_nothing_is_due(anas: Door, time: StoppedClock) -> None:
    world.promise(anas, reminders=[15 * 60])
    world.promise(anas, reminders=[15 * 60])
    time.move_to(wall(TODAY, 15))
    ring_due_reminders_task()
    assert len(rung()) == 2


@pytest.mark.django_db(transaction=True)
def test_sweeps_at_once_ring_once(ana: Person, door: Doors, time: StoppedClock) -> None:
    anas = door(ana)
    for _ in range(5):
        world.promise(anas, reminders=[15 * 60])
    time.move_to(wall(TODAY, 15))
    answers = all_at_once([lambda: ring_due_reminders(now=clock.now(), limit=2)] * 6)
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    live(time, time.instant + HOUR)
    assert len(rung()) == 5
