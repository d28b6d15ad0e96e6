"""Today, rounds, feed and changes for everybody: each reads their own, and of Ana only what they may see now."""

import pytest

from server.kernel.models import Fact
from server.responses.models import Look
from tests.server import world
from tests.server.cast import Door
from tests.server.circle import Circle, everybody

PATHS = ("/today", "/rounds", "/feed", "/changes")
OUTSIDE = ("friend", "invited", "former witness", "unfriended", "blocked", "stranger")


@pytest.fixture
def doors(circle: Circle) -> dict[str, Door]:
    return everybody(circle)


@pytest.mark.parametrize("path", PATHS)
def test_nobody_reads_without_a_standing_account(circle: Circle, doors: dict[str, Door], path: str) -> None:
    for role in ("anonymous", "suspended"):
        answer = doors[role].get(path)
        assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert "WWW-Authenticate" in answer.headers


def test_only_open_seats_show_anything_of_ana(circle: Circle, doors: dict[str, Door]) -> None:
    posted = circle.post(caption="Rain")
    for role in ("witness", "gallery"):
        assert [card["check_in"] for card in doors[role].get("/feed").json()["items"]] == [posted["id"]]
        assert [card["check_in"] for card in doors[role].get("/rounds").json()["cards"]] == [posted["id"]]
        assert doors[role].get("/today").json()["waiting"] == 1
    for role in OUTSIDE:
        for path in PATHS:
            answer = doors[role].get(path)
            assert answer.status_code == 200
            assert "Rain" not in answer.content.decode(), (role, path)
            assert circle.habit not in answer.content.decode(), (role, path)
        assert doors[role].get("/today").json()["waiting"] == 0


def test_only_the_present_witness_holds_a_card(circle: Circle, doors: dict[str, Door]) -> None:
    circle.miss_a_day()
    assert len(doors["witness"].get("/rounds").json()["misses"]) == 1
    for role in ("owner", "gallery", *OUTSIDE):
        assert doors[role].get("/rounds").json()["misses"] == [], role


def test_a_suspended_owner_shows_nothing(circle: Circle) -> None:
    circle.post()
    ana = circle.people["Ana"]
    ana.is_active = False
    ana.save()
    assert circle.ben.get("/feed").json()["items"] == []
    assert circle.ben.get("/rounds").json()["cards"] == []


def test_a_suspended_friend_is_in_no_crowd(circle: Circle) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    ben = circle.people["Ben"]
    ben.is_active = False
    ben.save()
    assert [face["person"]["name"] for face in circle.item()["crowd"]] == ["Cleo"]


def test_reading_changes_nothing(circle: Circle, doors: dict[str, Door]) -> None:
    circle.post()
    before = (Fact.objects.count(), Look.objects.count())
    for door in doors.values():
        for path in PATHS:
            door.get(path)
    assert (Fact.objects.count(), Look.objects.count()) == before
