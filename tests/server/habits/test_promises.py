"""Promising a habit, changing it, ending it, and reading it: the owner whole, a seated friend a glimpse."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from server.habits.models import Habit, ReminderTime, ScheduleVersion
from server.kernel.models import Fact
from server.people.models import Person
from shared import ids, limits
from shared.clock import StoppedClock
from tests.server import world
from tests.server.cast import Door
from tests.server.threads import all_at_once

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
DAILY = {"frequency": "daily", "measure": "tick"}
MONDAYS = {"frequency": "weekdays", "weekdays": [0], "measure": "tick"}
THRICE = {"frequency": "per_week", "times": 3, "measure": "tick"}
Doors = Callable[[Person | None], Door]


@pytest.fixture
def bens(ana: Person, ben: Person, befriend: Callable[..., None], door: Doors) -> Door:
    """A friend's."""
    befriend(ana, ben)
    return door(ben)


def said(**changes: Any) -> dict[str, Any]:
    return {"title": "Run", "icon": "run", "schedule": DAILY, "reminders": [450, 1140]} | changes


def told(owner: Person) -> list[str]:
    return list(Fact.objects.filter(person_id=owner.id, kind="habit_changed").values_list("payload__habit", flat=True))


def versions(habit: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["valid_from"], row["schedule"]["frequency"]) for row in habit["versions"]]


@pytest.mark.sqlite
def test_a_promise_is_kept_as_it_was_said(anas: Door, ana: Person) -> None:
    habit_id = str(ids.uuid7())
    response = anas.put(f"/habits/{habit_id}", json=said(sensitive=True))
    assert response.status_code == 201
    habit = response.json()
    assert habit == {
        "id": habit_id, "title": "Run", "icon": "run", "starts_on": "2026-03-02", "sensitive": True, "archived": False,
        "beside_allowed": False, "created_at": "2026-03-02T09:00:00Z", "schedule": DAILY,
        "versions": [{"valid_from": "2026-03-02", "schedule": DAILY}], "reminders": [450, 1140],
        "judged_through": "2026-03-01", "seats": [], "circles": [],
        "seasons": [{"number": 1, "first": "2026-03-02", "gentle_through": "2026-03-08", "closed_on": None}],
    }  # fmt: skip
    assert anas.get(f"/habits/{habit_id}").json() == habit
    assert anas.get("/habits").json() == {"items": [habit]}
    assert told(ana) == [habit_id]


@pytest.mark.sqlite
def test_a_resend_changes_nothing_and_tells_nothing(anas: Door, ana: Person, time: StoppedClock) -> None:
    path = f"/habits/{ids.uuid7()}"
    first = anas.put(path, json=said()).json()
    for _ in range(3):
        time.advance(timedelta(hours=5))
        again = anas.put(path, json=said())
        assert (again.status_code, again.json()) == (200, first)
    assert len(told(ana)) == ScheduleVersion.objects.count() == Habit.objects.count() == 1
    assert ReminderTime.objects.count() == 2


def test_another_persons_id_is_not_found_and_untouched(anas: Door, ben: Person, door: Doors) -> None:
    habit = world.promise(anas)
    bens = door(ben)
    for answer in (
        bens.put(f"/habits/{habit['id']}", json=said(title="Mine")),
        bens.patch(f"/habits/{habit['id']}", json={"title": "Mine"}),
        bens.delete(f"/habits/{habit['id']}"),
        bens.get(f"/habits/{habit['id']}"),
        bens.get(f"/habits/{habit['id']}/calendar"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert anas.get(f"/habits/{habit['id']}").json() == habit
    assert bens.get("/habits").json() == {"items": []}


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""}, {"title": "   "}, {"title": "x" * (limits.TITLE_MAX + 1)}, {"title": "a\0b"}, {"title": None},
        {"icon": "x" * (limits.ICON_MAX + 1)}, {"icon": ""}, {"reminders": [1440]}, {"reminders": [-1]},
        {"reminders": list(range(limits.REMINDERS_MAX + 1))}, {"reminders": "noon"}, {"sensitive": "perhaps"},
        {"starts_on": "2026-02-30"}, {"starts_on": "2026-02-01"}, {"starts_on": "2028-01-01"},
        {"starts_on": "9999-12-31"}, {"starts_on": "0001-01-01"},
    ],
)  # fmt: skip
def test_what_is_not_a_promise_is_refused_whole(anas: Door, wrong: dict[str, Any]) -> None:
    response = anas.put(f"/habits/{ids.uuid7()}", json=said(**wrong))
    assert (response.status_code, response.json()["code"]) == (400, "invalid")
    assert Habit.objects.count() == Fact.objects.filter(kind="habit_changed").count() == 0


@pytest.mark.parametrize(
    "schedule",
    [
        {}, {"frequency": "hourly"}, {"frequency": "weekdays", "weekdays": []},
        {"frequency": "weekdays", "weekdays": [7]}, {"frequency": "per_week", "times": 8},
        {"frequency": "per_week", "times": 0}, {"frequency": "per_month", "times": True},
        {"frequency": "every_n_days", "every": 366}, {"frequency": "daily", "measure": "at_least", "target": "0"},
        {"frequency": "daily", "measure": "at_least", "target": "NaN"}, {"frequency": "daily", "measure": "at_most"},
        {"frequency": "daily", "measure": "at_least", "target": "1e999999"},
        {"frequency": "daily", "measure": "at_least", "target": "5", "unit": "k\0m"},
        {"frequency": "daily", "measure": "at_least", "target": "5", "unit": "x" * (limits.UNIT_MAX + 1)},
        {"frequency": "per_week", "times": 2, "measure": "at_most", "target": "1"}, "daily", None, [], 7,
    ],
)  # fmt: skip
def test_a_schedule_that_does_not_work_out_has_its_code(anas: Door, schedule: Any) -> None:
    response = anas.put(f"/habits/{ids.uuid7()}", json=said(schedule=schedule))
    assert (response.status_code, response.json()["code"]) in {(422, "invalid_schedule"), (400, "invalid")}
    assert Habit.objects.count() == 0


@pytest.mark.parametrize("missing", ["title", "schedule"])
def test_a_promise_has_a_title_and_a_schedule(anas: Door, missing: str) -> None:
    body = {name: value for name, value in said().items() if name != missing}
    assert anas.put(f"/habits/{ids.uuid7()}", json=body).status_code == 400
    assert Habit.objects.count() == 0


def test_ids_are_made_by_the_phone_in_the_order_of_time(anas: Door) -> None:
    response = anas.put(f"/habits/{uuid4()}", json=said())
    assert (response.status_code, response.json()["code"]) == (400, "invalid")


def test_there_is_room_for_thirty(anas: Door) -> None:
    habits = [world.promise(anas)["id"] for _ in range(limits.HABITS_MAX)]
    path = f"/habits/{ids.uuid7()}"
    refused = anas.put(path, json=said())
    assert (refused.status_code, refused.json()["code"]) == (422, "too_many_habits")
    assert anas.put(f"/habits/{habits[0]}", json=said(title="Walk")).status_code == 200
    assert anas.delete(f"/habits/{habits[0]}").status_code == 204
    assert anas.put(path, json=said()).status_code == 201


@pytest.mark.parametrize(
    ("lives_by", "starts_on"),
    [
        ({"zone": "Pacific/Auckland", "day_start": 0}, "2026-03-03"),
        ({"zone": "America/Los_Angeles", "day_start": 0}, "2026-03-02"),
        ({"zone": "Asia/Tokyo", "day_start": 360}, "2026-03-02"),
    ],
)
def test_it_starts_on_the_owners_habit_day(
    anas: Door, time: StoppedClock, lives_by: dict[str, Any], starts_on: str
) -> None:
    time.move_to(datetime(2026, 3, 2, 16, tzinfo=UTC))  # 05:00 on the 3rd in Auckland, 01:00 on the 3rd in Tokyo
    assert anas.put("/me/clock", json=lives_by).status_code == 200
    habit = world.promise(anas)
    assert habit["starts_on"] == starts_on
    assert habit["judged_through"] == (date.fromisoformat(starts_on) - DAY).isoformat()


def test_one_promised_offline_may_start_some_days_ago_or_ahead(anas: Door) -> None:
    assert world.promise(anas, starts_on="2026-02-24")["starts_on"] == "2026-02-24"
    assert world.promise(anas, starts_on="2026-04-01")["starts_on"] == "2026-04-01"


def test_a_new_schedule_holds_from_the_next_day(anas: Door) -> None:
    habit = world.promise(anas)
    changed = anas.put(f"/habits/{habit['id']}", json=said(schedule=MONDAYS)).json()
    assert versions(changed) == [("2026-03-02", "daily"), ("2026-03-03", "weekdays")]
    assert changed["schedule"] == MONDAYS


def test_a_quota_gives_way_with_the_next_period(anas: Door, time: StoppedClock) -> None:
    habit = world.promise(anas, schedule=THRICE)
    time.advance(2 * DAY)
    changed = anas.patch(f"/habits/{habit['id']}", json={"schedule": DAILY}).json()
    assert versions(changed) == [("2026-03-02", "per_week"), ("2026-03-09", "daily")]


def test_second_thoughts_replace_what_has_not_begun(anas: Door, time: StoppedClock) -> None:
    habit = world.promise(anas)
    path = f"/habits/{habit['id']}"
    anas.patch(path, json={"schedule": MONDAYS})
    assert versions(anas.patch(path, json={"schedule": THRICE}).json()) == [
        ("2026-03-02", "daily"), ("2026-03-03", "per_week"),
    ]  # fmt: skip
    assert versions(anas.patch(path, json={"schedule": DAILY}).json()) == [("2026-03-02", "daily")]
    time.advance(DAY)
    anas.patch(path, json={"schedule": MONDAYS})
    time.advance(DAY)
    assert versions(anas.patch(path, json={"schedule": DAILY}).json()) == [
        ("2026-03-02", "daily"), ("2026-03-04", "weekdays"), ("2026-03-05", "daily"),
    ]  # fmt: skip


def test_before_it_begins_the_first_schedule_is_simply_replaced(anas: Door) -> None:
    habit = world.promise(anas, starts_on="2026-03-10")
    changed = anas.patch(f"/habits/{habit['id']}", json={"schedule": MONDAYS}).json()
    assert versions(changed) == [("2026-03-10", "weekdays")]


@pytest.mark.parametrize(
    "change", [{"title": "Walk"}, {"icon": "walk"}, {"sensitive": True}, {"reminders": []}, {"reminders": [600]}]
)
def test_a_change_leaves_the_rest_as_it_was(anas: Door, ana: Person, change: dict[str, Any]) -> None:
    habit = world.promise(anas, reminders=[450, 1140])
    opens = {"beside_allowed": not change.get("sensitive", False)}
    assert anas.patch(f"/habits/{habit['id']}", json=change).json() == habit | opens | change
    assert len(told(ana)) == 2
    anas.patch(f"/habits/{habit['id']}", json=change)
    assert len(told(ana)) == 2


def test_nobody_changes_a_habit_into_being(anas: Door) -> None:
    assert anas.patch(f"/habits/{ids.uuid7()}", json=said()).status_code == 404
    assert Habit.objects.count() == 0


def test_an_archived_habit_is_gone_for_everybody_and_asks_for_nothing(anas: Door, ben: Person, bens: Door) -> None:
    habit = world.promise(anas, reminders=[600])["id"]
    world.take_seat(anas, bens, ben.id, habit)
    assert anas.delete(f"/habits/{habit}").status_code == 204
    for answer in (
        anas.get(f"/habits/{habit}"), bens.get(f"/habits/{habit}"), anas.put(f"/habits/{habit}", json=said()),
        anas.delete(f"/habits/{habit}"), world.check_in(anas, habit, TODAY),
    ):  # fmt: skip
        assert answer.status_code == 404
    assert anas.get("/habits").json() == bens.get("/seats").json() == {"items": []}
    assert not Habit.objects.filter(next_at__isnull=False).exists()
    assert not ReminderTime.objects.filter(next_at__isnull=False).exists()


@pytest.mark.parametrize("role", ["witness", "gallery"])
def test_a_seated_friend_sees_a_glimpse(anas: Door, ana: Person, ben: Person, bens: Door, role: str) -> None:
    habit = world.promise(anas)["id"]
    world.check_in(anas, habit, TODAY)
    world.take_seat(anas, bens, ben.id, habit, role)
    owner = {"id": str(ana.id), "name": "Ana", "avatar": ana.avatar}
    glimpse = {"id": habit, "title": "Run", "icon": "run", "owner": owner, "day_number": 1, "role": role}
    assert bens.get(f"/habits/{habit}").json() == glimpse
    assert bens.get(f"/habits/{habit}/calendar").status_code == 404


def test_the_calendar_shows_days_streak_and_strength(anas: Door, time: StoppedClock) -> None:
    habit = world.promise(anas)["id"]
    for _ in range(2):
        world.check_in(anas, habit, time.instant.date())
        time.advance(DAY)
    shown = anas.get(f"/habits/{habit}/calendar").json()
    assert shown["days"] == [
        {"date": "2026-03-02", "state": "done"}, {"date": "2026-03-03", "state": "done"},
        {"date": "2026-03-04", "state": "open"},
    ]  # fmt: skip
    assert shown["streak"] == {"current": 2, "best": 2}
    assert 0 < shown["strength"] < 1
    some = anas.get(f"/habits/{habit}/calendar?from=2026-03-03&to=2026-03-03").json()
    assert some["days"] == [{"date": "2026-03-03", "state": "done"}]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("from=soon", 400), ("to=2026-2-3", 400), ("from=2026-03-03&to=2026-03-02", 400),
        ("from=2024-03-02&to=2026-03-02", 400), ("from=0001-01-01&to=9999-12-31", 400),
        ("to=0001-01-02", 200), ("from=9999-12-31", 200), ("from=9999-12-31&to=9999-12-31", 200),
    ],
)  # fmt: skip
def test_no_stretch_of_days_is_too_strange(anas: Door, query: str, status: int) -> None:
    habit = world.promise(anas)["id"]
    response = anas.get(f"/habits/{habit}/calendar?{query}")
    assert response.status_code == status
    if status == 200:
        assert response.json()["days"] == []


def test_nobody_without_a_token_promises_anything(db: None, door: Doors) -> None:
    nobody = door(None)
    assert nobody.put(f"/habits/{ids.uuid7()}", json=said()).status_code == 401
    assert nobody.get("/habits").status_code == 401
    assert Habit.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_devices_promise_the_same_at_once(ana: Person, door: Doors) -> None:
    path, doors = f"/habits/{ids.uuid7()}", [door(ana) for _ in range(4)]
    answers = all_at_once([partial(one.put, path, json=said()) for one in doors])
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert len({answer.content for answer in answers}) == 1
    assert Habit.objects.count() == ScheduleVersion.objects.count() == len(told(ana)) == 1


@pytest.mark.django_db(transaction=True)
def test_thirty_at_once_are_thirty(ana: Person, door: Doors) -> None:
    anas = door(ana)
    for _ in range(limits.HABITS_MAX - 2):
        world.promise(anas)
    doors = [door(ana) for _ in range(5)]
    answers = all_at_once([partial(one.put, f"/habits/{ids.uuid7()}", json=said()) for one in doors])
    assert sorted(answer.status_code for answer in answers) == [201, 201, 422, 422, 422]
