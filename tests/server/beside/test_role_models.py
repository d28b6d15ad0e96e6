"""Keeping a friend's habit beside mine: it grants nothing, and tells nobody who did not ask to be told."""

from datetime import timedelta
from typing import Any

import pytest

from server.beside.models import RoleModel
from server.kernel.facts import current_seq
from server.people.models import Person
from shared import limits
from tests.server import world
from tests.server.beside.conftest import Leos, picture, told
from tests.server.beside.test_anchors import _archive, _block, _end, _leave, _mute, _restrict, _unfriend
from tests.server.circle import Circle, notices


def keep(circle: Circle, theirs: str, **where: Any) -> Any:
    return circle.ana.put(f"/habits/{where.get('habit', circle.habit)}/role-models/{theirs}")


def kept(circle: Circle) -> list[dict[str, Any]]:
    return list(circle.item()["role_models"])


@pytest.mark.sqlite
def test_a_role_model_stands_on_today_as_the_gallery_sees_them(circle: Circle, leo: Leos) -> None:
    assert kept(circle) == []
    assert keep(circle, leo.habit).status_code == 204
    assert keep(circle, leo.habit).status_code == 204, "the same again is done"
    (model,) = kept(circle)
    assert model["person"]["name"] == "Leo"
    assert model["habit"] == {"id": leo.habit, "title": "Morning run", "icon": "run"}
    assert (model["day_number"], model["latest"], model["may_start_beside"]) == (1, {"date": leo.day, "n": 1}, True)
    assert circle.ana.get(f"/habits/{leo.habit}/days/{leo.day}/photos/1/320").status_code == 200
    assert circle.ana.delete(f"/habits/{circle.habit}/role-models/{leo.habit}").status_code == 204
    assert kept(circle) == []


def test_it_grants_nothing(circle: Circle, leo: Leos) -> None:
    keep(circle, leo.habit)
    assert world.refusal(leo.door.get(f"/habits/{circle.habit}")) == (404, "not_found")
    assert world.refusal(circle.ben.get(f"/habits/{leo.habit}")) == (404, "not_found")
    glimpse = circle.ana.get(f"/habits/{leo.habit}").json()
    assert glimpse["role"] == "gallery"


def test_their_empty_days_do_not_show(circle: Circle, leo: Leos) -> None:
    keep(circle, leo.habit)
    before = kept(circle)
    circle.wake(12)
    circle.post()
    assert kept(circle) == before


@pytest.mark.parametrize("ending", [_leave, _end, _unfriend, _block, _restrict, _mute, _archive])
def test_it_ends_silently_with_what_i_may_see(circle: Circle, leo: Leos, ending: Any) -> None:
    keep(circle, leo.habit)
    ending(circle, leo)
    circle.settle()
    assert kept(circle) == []
    assert told(circle, leo) == []


def test_what_i_may_not_see_or_is_mine_is_not_found(circle: Circle, leo: Leos) -> None:
    other = world.promise(circle.ana, title="Read")["id"]
    for theirs in (circle.habit, other, "019cadc6-9a80-7000-b45b-b08e55524d01"):
        assert world.refusal(keep(circle, theirs)) == (404, "not_found")
    for door in (circle.ben, leo.door):
        address = f"/habits/{circle.habit}/role-models/{leo.habit}"
        assert world.refusal(door.put(address)) == (404, "not_found")
        assert world.refusal(door.delete(address)) == (404, "not_found")
    assert not RoleModel.objects.exists()


def test_three_that_stand_are_as_many_as_there_can_be(circle: Circle, leo: Leos) -> None:
    theirs = [leo.habit]
    for title in ("Swim", "Row", "Walk"):
        theirs.append(world.promise(leo.door, title=title)["id"])
        world.take_seat(leo.door, circle.ana, circle.people["Ana"].id, theirs[-1], "gallery")
    for habit in theirs[: limits.ROLE_MODELS_PER_HABIT]:
        assert keep(circle, habit).status_code == 204
        circle.time.advance(timedelta(minutes=1))
    assert world.refusal(keep(circle, theirs[-1])) == (422, "too_many_role_models")
    _end(circle, leo)
    assert keep(circle, theirs[-1]).status_code == 204, "one that ended leaves its place"
    assert [model["habit"]["title"] for model in kept(circle)] == ["Swim", "Row", "Walk"]


def test_nobody_is_told_who_did_not_ask_and_their_log_stands_still(circle: Circle, leo: Leos) -> None:
    before = current_seq(Person.objects.get(id=leo.id).id)
    keep(circle, leo.habit)
    assert told(circle, leo) == []
    assert current_seq(Person.objects.get(id=leo.id).id) == before
    assert leo.door.patch("/me", {"told_of_beside": True}).status_code == 200
    assert told(circle, leo) == [], "what was before they asked stays untold"


def test_whoever_asked_is_told_once(circle: Circle, leo: Leos) -> None:
    assert leo.door.patch("/me", {"told_of_beside": True}).json()["told_of_beside"] is True
    keep(circle, leo.habit)
    assert told(circle, leo) == ["Ana keeps your days beside theirs."]
    circle.ana.delete(f"/habits/{circle.habit}/role-models/{leo.habit}")
    assert told(circle, leo) == []
    keep(circle, leo.habit)
    assert told(circle, leo) == ["Ana keeps your days beside theirs."]
    leo.door.patch("/me", {"told_of_beside": False})
    assert told(circle, leo) == []


@pytest.mark.parametrize("ending", [_restrict, _unfriend, _block])
def test_a_notice_ends_with_the_friendship(circle: Circle, leo: Leos, ending: Any) -> None:
    leo.door.patch("/me", {"told_of_beside": True})
    keep(circle, leo.habit)
    circle.settle()
    ending(circle, leo)
    assert told(circle, leo) == []


def _seat_and_look(circle: Circle, leo: Leos, *, role: str) -> None:
    world.take_seat(circle.ana, leo.door, leo.id, circle.habit, role)
    world.look(leo.door, circle.habit, circle.today)
    circle.settle()


def test_a_reminder_would_rather_name_a_role_model_who_looked(circle: Circle, leo: Leos) -> None:
    world.look(circle.ben, circle.habit, circle.today)
    _seat_and_look(circle, leo, role="gallery")
    assert circle.item()["named"]["name"] == "Ben"
    keep(circle, leo.habit)
    assert circle.item()["named"]["name"] == "Leo"
    _end(circle, leo)
    assert circle.item()["named"]["name"] == "Ben", "whose days I can't see any more is no model"


def test_nobody_is_named_who_did_not_look(circle: Circle, leo: Leos) -> None:
    world.look(circle.ben, circle.habit, circle.today)
    world.take_seat(circle.ana, leo.door, leo.id, circle.habit, "gallery")
    keep(circle, leo.habit)
    assert circle.item()["named"]["name"] == "Ben"


def test_a_reminder_names_them_too(circle: Circle, leo: Leos) -> None:
    circle.ana.patch(f"/habits/{circle.habit}", {"reminders": [11 * 60]})
    _seat_and_look(circle, leo, role="gallery")
    keep(circle, leo.habit)
    circle.wake()
    circle.go(circle.today, 10)
    assert "Day 2? Leo will see it." in notices(circle.ana)


def test_two_models_of_two_habits_do_not_mix(circle: Circle, leo: Leos) -> None:
    read = world.promise(circle.ana, title="Read")["id"]
    swim = world.promise(leo.door, title="Swim")["id"]
    world.take_seat(leo.door, circle.ana, circle.people["Ana"].id, swim, "gallery")
    world.check_in(leo.door, swim, circle.today, photos=[picture(leo.door)])
    keep(circle, leo.habit)
    keep(circle, swim, habit=read)
    items = {item["title"]: item for item in circle.ana.get("/today").json()["habits"]}
    assert [model["habit"]["title"] for model in items["Run"]["role_models"]] == ["Morning run"]
    assert [model["habit"]["title"] for model in items["Read"]["role_models"]] == ["Swim"]
