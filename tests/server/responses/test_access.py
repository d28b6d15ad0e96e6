"""Every endpoint of responses for everybody; a refusal changes nothing."""

import pytest

from server.kernel.models import Fact
from server.responses.models import Look, MissAnswer, MissLook, Reaction
from tests.server import world
from tests.server.cast import Door
from tests.server.circle import Circle, everybody

OUTSIDE = ("friend", "invited", "former witness", "unfriended", "blocked", "stranger")
NOBODY = ("suspended", "anonymous")


def _state() -> list[object]:
    tables = (Look, Reaction, MissLook, MissAnswer, Fact)
    return [sorted(model.objects.values_list(), key=str) for model in tables]


def _refused(door: Door, method: str, path: str, body: object = None) -> tuple[int, str]:
    before = _state()
    answer = getattr(door, method)(path, body)
    assert _state() == before, path
    return answer.status_code, answer.json()["code"]


@pytest.fixture
def doors(circle: Circle) -> dict[str, Door]:
    return everybody(circle)


def test_only_seated_friends_look_and_react(circle: Circle, doors: dict[str, Door]) -> None:
    circle.post()
    calls = [("put", "look", {}), ("put", "reaction", {"kind": "clap"}), ("delete", "reaction", None)]
    for method, name, body in calls:
        path = f"{circle.day()}/{name}"
        for role in ("owner", *OUTSIDE):
            assert _refused(doors[role], method, path, body) == (404, "not_found"), role
        for role in NOBODY:
            assert _refused(doors[role], method, path, body) == (401, "not_authenticated"), role
        for role in ("witness", "gallery"):
            assert getattr(doors[role], method)(path, body).status_code in {200, 204}, role


def test_only_the_owner_thanks(circle: Circle, doors: dict[str, Door]) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    path = f"{circle.day()}/thanks/{circle.people['Ben'].id}"
    for role in ("witness", "gallery", *OUTSIDE):
        assert _refused(doors[role], "put", path) == (404, "not_found"), role
    for role in NOBODY:
        assert _refused(doors[role], "put", path) == (401, "not_authenticated"), role
    assert circle.ana.put(path).status_code == 204


def test_only_witnesses_present_at_the_miss_see_and_answer_it(circle: Circle, doors: dict[str, Door]) -> None:
    miss = circle.miss_a_day()
    for name, body in (("look", {}), ("answer", {"kind": "let_go"})):
        path = f"/misses/{miss['id']}/{name}"
        for role in ("owner", "gallery", *OUTSIDE):
            assert _refused(doors[role], "put", path, body) == (404, "not_found"), role
        for role in NOBODY:
            assert _refused(doors[role], "put", path, body) == (401, "not_authenticated"), role
        assert doors["witness"].put(path, body).status_code in {200, 204}


def test_an_archived_habit_can_no_longer_be_answered(circle: Circle) -> None:
    circle.post()
    circle.ana.delete(f"/habits/{circle.habit}")
    assert _refused(circle.ben, "put", f"{circle.day()}/look", {}) == (404, "not_found")


@pytest.mark.parametrize("path", ["/habits/nonsense/days/2026-03-02/look", "/misses/nonsense/look"])
def test_addresses_that_are_none(circle: Circle, path: str) -> None:
    assert circle.ben.put(path, {}).status_code == 404


@pytest.mark.parametrize("day", ["2026-02-30", "20260302", "today"])
def test_dates_that_are_none(circle: Circle, day: str) -> None:
    assert _refused(circle.ben, "put", f"/habits/{circle.habit}/days/{day}/look", {}) == (404, "not_found")
