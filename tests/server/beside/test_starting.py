"""Starting beside: one tap makes a friend's promise mine, where they allow it; they are told, once."""

from datetime import timedelta
from typing import Any

import pytest

from server.habits.models import Habit
from shared import ids, limits
from tests.server import cast, world
from tests.server.beside.conftest import Leos, told
from tests.server.beside.test_anchors import _archive, _block, _end, _hide, _restrict, _undo, _unfriend
from tests.server.circle import Circle


def start(circle: Circle, leo: Leos, habit: str | None = None, **changes: Any) -> Any:
    said = {"habit": leo.habit, "date": leo.day} | changes
    return circle.ana.put(f"/habits/{habit or ids.uuid7()}/beside", said)


def count(circle: Circle) -> int:
    return Habit.objects.filter(owner=circle.people["Ana"]).count()


@pytest.mark.sqlite
def test_their_promise_becomes_mine(circle: Circle, leo: Leos) -> None:
    leo.door.patch(f"/habits/{leo.habit}", {"reminders": [420]})
    answer = start(circle, leo)
    assert answer.status_code == 201
    mine = answer.json()
    theirs = leo.door.get(f"/habits/{leo.habit}").json()
    assert [mine[key] for key in ("title", "icon", "schedule")] == [
        theirs[key] for key in ("title", "icon", "schedule")
    ]
    assert mine["schedule"]["target"] == "5"
    assert (mine["reminders"], mine["seats"], mine["starts_on"]) == ([], [], str(circle.today))
    item = next(item for item in circle.ana.get("/today").json()["habits"] if item["id"] == mine["id"])
    assert (item["anchor"]["person"]["name"], item["anchor"]["date"]) == ("Leo", leo.day)
    assert [model["habit"]["id"] for model in item["role_models"]] == [leo.habit]
    assert circle.ana.get(f"/habits/{mine['id']}/anchor/0/320").status_code == 200
    assert told(circle, leo) == ["Ana started beside you."]
    (line,) = [one for one in leo.door.get("/notices").json()["items"] if one["kind"] == "started_beside"]
    assert (line["habit"], line["person"]["name"]) == (leo.habit, "Ana")


def test_the_same_again_is_done_whatever_became_of_theirs(circle: Circle, leo: Leos) -> None:
    habit = str(ids.uuid7())
    first = start(circle, leo, habit).json()
    again = start(circle, leo, habit)
    assert (again.status_code, again.json()) == (200, first)
    _unfriend(circle, leo)
    circle.settle()
    assert start(circle, leo, habit).status_code == 200
    assert count(circle) == 2


def test_twice_is_two_promises_and_one_notice(circle: Circle, leo: Leos) -> None:
    start(circle, leo)
    start(circle, leo)
    assert (count(circle), told(circle, leo)) == (3, ["Ana started beside you."])


def test_their_present_schedule_not_the_one_that_waits(circle: Circle, leo: Leos) -> None:
    lighter = {"frequency": "per_week", "times": 1, "measure": "tick"}
    leo.door.patch(f"/habits/{leo.habit}", {"schedule": lighter})
    assert start(circle, leo).json()["schedule"]["times"] == 3


def test_offline_for_some_days_it_starts_when_it_was_tapped(circle: Circle, leo: Leos) -> None:
    since = circle.today - timedelta(days=2)
    assert start(circle, leo, starts_on=str(since)).json()["starts_on"] == str(since)
    long_ago = str(circle.today - timedelta(days=60))
    assert world.refusal(start(circle, leo, starts_on=long_ago)) == (400, "invalid")


@pytest.mark.parametrize("setting", [{"beside_allowed": False}, {"sensitive": True}])
def test_where_its_owner_does_not_allow_it(circle: Circle, leo: Leos, setting: dict[str, bool]) -> None:
    assert leo.door.patch(f"/habits/{leo.habit}", setting).json()["beside_allowed"] is False
    assert world.refusal(start(circle, leo)) == (422, "beside_closed")
    (card,) = [card for card in circle.ana.get("/feed").json()["items"] if card["habit"]["id"] == leo.habit]
    assert card["may_start_beside"] is False
    assert count(circle) == 1


def test_a_card_says_that_one_may(circle: Circle, leo: Leos) -> None:
    (card,) = [card for card in circle.ana.get("/rounds").json()["cards"] if card["habit"]["id"] == leo.habit]
    assert card["may_start_beside"] is True
    assert leo.door.get(f"/habits/{leo.habit}").json()["beside_allowed"] is True


@pytest.mark.parametrize("ending", [_end, _unfriend, _block, _restrict, _undo, _hide, _archive])
def test_what_i_may_not_see_is_not_found(circle: Circle, leo: Leos, ending: Any) -> None:
    ending(circle, leo)
    assert world.refusal(start(circle, leo)) == (404, "not_found")
    assert count(circle) == 1


def test_nobody_starts_beside_themselves_or_a_stranger(circle: Circle, leo: Leos) -> None:
    own = {"habit": circle.habit, "date": str(circle.today)}
    assert world.refusal(circle.ana.put(f"/habits/{ids.uuid7()}/beside", own)) == (404, "not_found")
    said = {"habit": leo.habit, "date": leo.day}
    for door in (circle.ben, cast.door_of(cast.arrive("Dan"))):
        assert world.refusal(door.put(f"/habits/{ids.uuid7()}/beside", said)) == (404, "not_found")


def test_somebody_elses_id_is_not_mine(circle: Circle, leo: Leos) -> None:
    assert world.refusal(start(circle, leo, leo.habit)) == (404, "not_found")


def test_no_more_habits_than_there_is_room_for(circle: Circle, leo: Leos) -> None:
    for _ in range(limits.HABITS_MAX - 1):
        world.promise(circle.ana)
    assert world.refusal(start(circle, leo)) == (422, "too_many_habits")


def test_whoever_mutes_the_starter_is_told_all_the_same(circle: Circle, leo: Leos) -> None:
    far = {"muted": True, "restricted": False}
    leo.door.put(f"/friends/{circle.people['Ana'].id}/distance", far)
    start(circle, leo)
    assert told(circle, leo) == ["Ana started beside you."]


def test_a_promise_put_away_is_spoken_of_no_more(circle: Circle, leo: Leos) -> None:
    mine = start(circle, leo).json()["id"]
    circle.settle()
    assert circle.ana.delete(f"/habits/{mine}").status_code == 204
    assert told(circle, leo) == []
