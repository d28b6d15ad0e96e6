"""The owner's clock moves: days, graces and misses move with it, and no day is lost or closed early by it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from server.habits.models import Habit, Miss
from server.kernel.models import Fact
from server.people.models import ClockChange, Person
from shared.clock import StoppedClock
from tests.server import world
from tests.server.awake import DAY, HOUR, MINUTE, live, wall
from tests.server.cast import Door, door_of

FIRST = date(2026, 3, 2)
DUE = date(2026, 3, 9)
BERLIN, TOKYO, AUCKLAND, LOS_ANGELES = "Europe/Berlin", "Asia/Tokyo", "Pacific/Auckland", "America/Los_Angeles"
SECOND = timedelta(seconds=1)
Doors = Callable[[Person | None], Door]


def fly(anas: Door, zone: str, **changes: Any) -> Any:
    return anas.put("/me/clock", json={"zone": zone} | changes)


def next_at(habit: str) -> datetime | None:
    return Habit.objects.get(id=habit).next_at


def missed() -> list[date]:
    return list(Miss.objects.order_by("date").values_list("date", flat=True))


def streak(anas: Door, habit: str) -> int:
    return int(anas.get(f"/habits/{habit}/calendar").json()["streak"]["current"])


@pytest.mark.sqlite
def test_a_new_zone_is_told_once(anas: Door, ana: Person, time: StoppedClock) -> None:
    world.promise(anas)
    time.advance(HOUR)
    me = fly(anas, TOKYO)
    assert (me.status_code, me.json()["zone"], me.json()["day_start"]) == (200, TOKYO, 0)
    time.advance(HOUR)
    assert fly(anas, TOKYO).status_code == 200
    assert ClockChange.objects.filter(person=ana).count() == 2
    changed = Fact.objects.filter(person_id=ana.id, kind="clock_changed")
    assert changed.count() == 2  # Berlin when she arrived, Tokyo now


@pytest.mark.parametrize(
    ("wrong", "status", "code"),
    [
        ({"zone": "Europe/Atlantis"}, 422, "unknown_zone"), ({"zone": "europe/berlin"}, 422, "unknown_zone"),
        ({"zone": "../etc/passwd"}, 422, "unknown_zone"), ({"zone": "x" * 65}, 400, "invalid"), ({}, 400, "invalid"),
        ({"zone": TOKYO, "day_start": 721}, 400, "invalid"), ({"zone": TOKYO, "day_start": -1}, 400, "invalid"),
        ({"zone": TOKYO, "at": "2026-03-02T09:00:00"}, 400, "invalid"), ({"zone": TOKYO, "at": "noon"}, 400, "invalid"),
        ({"zone": TOKYO, "at": "2026-01-01T00:00:00Z"}, 422, "too_old"),
    ],
)  # fmt: skip
def test_a_clock_nobody_lives_by_is_refused(
    anas: Door, ana: Person, wrong: dict[str, Any], status: int, code: str
) -> None:
    habit = world.promise(anas)["id"]
    before = next_at(habit)
    answer = anas.put("/me/clock", json=wrong)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert anas.get("/me").json()["zone"] == BERLIN
    assert ClockChange.objects.filter(person=ana).count() == 1
    assert next_at(habit) == before


def test_nobody_without_a_token_has_a_clock(db: None, door: Doors) -> None:
    assert door(None).put("/me/clock", json={"zone": TOKYO}).status_code == 401


@pytest.mark.parametrize(
    ("zone", "ends"),
    [(LOS_ANGELES, wall(FIRST + DAY, 12, zone=LOS_ANGELES)), (TOKYO, wall(FIRST + DAY, 12, zone=BERLIN))],
)
def test_every_deadline_moves_at_once_and_never_to_an_earlier_one(
    anas: Door, time: StoppedClock, zone: str, ends: datetime
) -> None:
    """West, the day is longer; east, the day begun in Berlin keeps the grace it had there."""
    habits = [world.promise(anas)["id"] for _ in range(3)]
    assert {next_at(habit) for habit in habits} == {wall(FIRST + DAY, 12)}
    time.advance(HOUR)
    fly(anas, zone)
    assert {next_at(habit) for habit in habits} == {ends}


def test_a_first_clock_holds_from_the_beginning(ben: Person, door: Doors) -> None:
    bens = door(ben)
    fly(bens, TOKYO)
    assert ClockChange.objects.filter(person=ben).count() == 1


def test_a_later_start_of_day_holds_from_the_next_day_and_stretches_this_one(anas: Door, time: StoppedClock) -> None:
    habit = world.promise(anas)["id"]
    assert fly(anas, BERLIN, day_start=240).json()["day_start"] == 240
    assert next_at(habit) == wall(FIRST + DAY, 16)
    live(time, wall(FIRST + DAY, 3, 59))
    assert world.check_in(anas, habit, FIRST).json()["late"] is False


def test_from_auckland_to_los_angeles_the_second_monday_is_the_same_day(ana: Person, time: StoppedClock) -> None:
    """Monday evening in Auckland, fourteen hours in the air, Monday evening in Los Angeles: one day, posted once."""
    time.move_to(wall(FIRST - DAY, 8, zone=AUCKLAND))
    anas = door_of(ana)
    fly(anas, AUCKLAND)
    habit = world.promise(anas)["id"]
    for day in (FIRST - DAY, *(FIRST + number * DAY for number in range(7))):
        live(time, wall(day, 18, zone=AUCKLAND))
        assert world.check_in(anas, habit, day, zone=AUCKLAND).status_code == 201
    live(time, wall(DUE, 18, zone=AUCKLAND))
    assert world.check_in(anas, habit, DUE, zone=AUCKLAND).status_code == 201
    live(time, wall(DUE, 12, zone=LOS_ANGELES))
    fly(anas, LOS_ANGELES)
    again = world.check_in(anas, habit, DUE, zone=LOS_ANGELES)
    assert (again.status_code, streak(anas, habit)) == (200, 9)
    live(time, wall(DUE + DAY, 18, zone=LOS_ANGELES))
    assert world.check_in(anas, habit, DUE + DAY, zone=LOS_ANGELES).status_code == 201
    live(time, wall(DUE + 2 * DAY, 13, zone=LOS_ANGELES))
    assert (missed(), streak(anas, habit)) == ([], 10)


def test_a_monday_empty_in_auckland_can_still_be_kept_in_los_angeles(ana: Person, time: StoppedClock) -> None:
    time.move_to(wall(FIRST, 8, zone=AUCKLAND))
    anas = door_of(ana)
    fly(anas, AUCKLAND)
    habit = world.promise(anas)["id"]
    live(time, wall(DUE, 22, zone=AUCKLAND))
    fly(anas, LOS_ANGELES)
    live(time, wall(DUE, 23, 59, zone=LOS_ANGELES))
    assert missed() == []
    answer = world.check_in(anas, habit, DUE, zone=LOS_ANGELES)
    assert (answer.status_code, answer.json()["late"]) == (201, False)


def test_over_the_date_line_the_day_flown_past_asks_nothing(ana: Person, time: StoppedClock) -> None:
    time.move_to(wall(FIRST, 8, zone=LOS_ANGELES))
    anas = door_of(ana)
    fly(anas, LOS_ANGELES)
    habit = world.promise(anas)["id"]
    live(time, wall(DUE, 21, zone=LOS_ANGELES))
    world.check_in(anas, habit, DUE, zone=LOS_ANGELES)
    time.move_to(wall(DUE + 2 * DAY, 6, zone=AUCKLAND))  # thirteen hours later
    live(time, time.instant)
    fly(anas, AUCKLAND)
    live(time, wall(DUE + 2 * DAY, 13, zone=AUCKLAND))
    world.check_in(anas, habit, DUE + 2 * DAY, zone=AUCKLAND)
    live(time, wall(DUE + 3 * DAY, 13, zone=AUCKLAND))
    states = {day["date"]: day["state"] for day in anas.get(f"/habits/{habit}/calendar").json()["days"]}
    assert [states[f"2026-03-{day:02}"] for day in (9, 10, 11)] == ["done", "not_due", "done"]
    assert missed() == []


def test_what_was_judged_stays_judged(anas: Door, time: StoppedClock) -> None:
    habit = world.promise(anas)["id"]
    live(time, wall(DUE + DAY, 12))
    assert missed() == [DUE]
    before = Miss.objects.values().get()
    fly(anas, LOS_ANGELES)
    live(time, time.instant + HOUR)
    assert Miss.objects.values().get() | {"opens_at": None} == before | {"opens_at": None}
    assert anas.get(f"/habits/{habit}").json()["judged_through"] == "2026-03-09"


@pytest.mark.parametrize(
    ("eve", "closes", "ends"),
    [
        # The night of 28-29 March is an hour short, that of 24-25 October an hour long.
        (date(2026, 3, 28), "2026-03-28T23:00", "2026-03-29T10:00"),
        (date(2026, 3, 29), "2026-03-29T22:00", "2026-03-30T10:00"),
        (date(2026, 10, 24), "2026-10-24T22:00", "2026-10-25T11:00"),
        (date(2026, 10, 25), "2026-10-25T23:00", "2026-10-26T11:00"),
    ],
)
def test_nights_on_which_clocks_change(ana: Person, time: StoppedClock, eve: date, closes: str, ends: str) -> None:
    """In time until midnight, late until noon: of the wall clock, not of some number of hours."""
    midnight = datetime.fromisoformat(closes).replace(tzinfo=UTC)
    noon = datetime.fromisoformat(ends).replace(tzinfo=UTC)
    time.move_to(wall(eve, 9))
    anas = door_of(ana)
    early, late, never = (world.promise(anas)["id"] for _ in range(3))
    live(time, midnight - SECOND)
    assert world.check_in(anas, early, eve).json()["late"] is False
    live(time, noon - SECOND)
    assert world.check_in(anas, late, eve).json()["late"] is True
    assert Habit.objects.filter(judged_through=eve - DAY).count() == 3
    live(time, noon)
    assert world.check_in(anas, never, eve).json()["code"] == "day_closed"
    assert Habit.objects.filter(judged_through=eve).count() == 3


def test_a_week_of_crossings_never_moves_a_streak(ana: Person, time: StoppedClock) -> None:
    time.move_to(wall(FIRST, 9))
    anas = door_of(ana)
    habit = world.promise(anas)["id"]
    zones = [TOKYO, BERLIN, "Asia/Kathmandu", "Asia/Tokyo", "Europe/London", BERLIN, "America/New_York"]
    day, kept = FIRST, 0
    for zone in zones:
        live(time, max(time.instant + MINUTE, wall(day, 20, zone=zone)))
        fly(anas, zone)
        kept += world.check_in(anas, habit, day, zone=zone).status_code == 201
        day += DAY
    live(time, time.instant + DAY)
    assert (kept, streak(anas, habit), missed()) == (7, 7, [])
