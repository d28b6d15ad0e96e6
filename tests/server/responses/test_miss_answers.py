"""A witness's card: seen, cheered, let go, and the moments after which it can't be answered any more."""

from datetime import datetime

import pytest

from server.kernel.models import Fact
from server.responses.models import MissAnswer, MissLook
from tests.server import cast, world
from tests.server.circle import DAY, Circle

HUG = {"kind": "cheer", "preset": "hug"}
NOTHING_OF_THEIR_OWN = {"words": "", "picture": None}
LET_GO = {"kind": "let_go"}


def test_looking_at_the_card_turns_the_face_down_and_the_scene_cold(circle: Circle) -> None:
    miss = circle.miss_a_day()
    assert circle.item()["mood"] == "waiting"
    assert circle.ben.put(f"/misses/{miss['id']}/look").status_code == 204
    assert circle.item()["mood"] == "cold"
    assert circle.face("Ben")["saw_miss"] is True
    assert circle.item()["miss"]["seen_by"] == [str(circle.people["Ben"].id)]


def test_a_cheer_is_an_answer_and_a_look(circle: Circle) -> None:
    miss = circle.miss_a_day()
    answer = circle.ben.put(f"/misses/{miss['id']}/answer", HUG)
    assert (answer.status_code, answer.json()) == (200, HUG | NOTHING_OF_THEIR_OWN)
    assert circle.face("Ben")["miss_answer"] == HUG | NOTHING_OF_THEIR_OWN
    (cheer,) = circle.item()["miss"]["cheers"]
    told = {"id", "person", "preset", *NOTHING_OF_THEIR_OWN}
    assert (set(cheer), cheer["person"], cheer["preset"]) == (told, str(circle.people["Ben"].id), "hug")


def test_an_answer_can_change_while_the_window_runs(circle: Circle) -> None:
    miss = circle.miss_a_day()
    for body in (HUG, LET_GO, {"kind": "cheer", "preset": "take_your_time"}):
        assert circle.ben.put(f"/misses/{miss['id']}/answer", body).status_code == 200
    changed = {"kind": "cheer", "preset": "take_your_time"}
    assert circle.face("Ben")["miss_answer"] == changed | NOTHING_OF_THEIR_OWN
    assert MissAnswer.objects.count() == 1


def test_the_same_answer_twice_is_one_fact(circle: Circle) -> None:
    miss = circle.miss_a_day()
    circle.ben.put(f"/misses/{miss['id']}/answer", HUG)
    facts = Fact.objects.count()
    assert circle.ben.put(f"/misses/{miss['id']}/answer", HUG).status_code == 200
    assert Fact.objects.count() == facts


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kind": "cheer"},
        {"kind": "cheer", "preset": "be ashamed"},
        {"kind": "let_go", "preset": "hug"},
        {"kind": "scold", "preset": "hug"},
    ],
)
def test_around_a_miss_there_is_no_free_text(circle: Circle, body: dict[str, str]) -> None:
    miss = circle.miss_a_day()
    answer = circle.ben.put(f"/misses/{miss['id']}/answer", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert MissAnswer.objects.count() == MissLook.objects.count() == 0


def test_from_opens_at_on_the_window_is_closed_but_a_resend_is_done(circle: Circle) -> None:
    miss = circle.miss_a_day()
    circle.ben.put(f"/misses/{miss['id']}/answer", HUG)
    circle.time.move_to(datetime.fromisoformat(miss["opens_at"]))
    assert circle.ben.put(f"/misses/{miss['id']}/answer", HUG).status_code == 200
    answer = circle.ben.put(f"/misses/{miss['id']}/answer", LET_GO)
    assert (answer.status_code, answer.json()["code"]) == (409, "window_closed")
    circle.settle()
    assert circle.ben.put(f"/misses/{miss['id']}/answer", LET_GO).json()["code"] == "window_closed"
    assert MissAnswer.objects.get().kind == "cheer"


def test_after_a_comeback_they_are_back_already(circle: Circle) -> None:
    miss = circle.miss_a_day()
    circle.ben.put(f"/misses/{miss['id']}/answer", HUG)
    circle.post()
    assert circle.ben.put(f"/misses/{miss['id']}/answer", HUG).status_code == 200
    answer = circle.ben.put(f"/misses/{miss['id']}/answer", LET_GO)
    assert (answer.status_code, answer.json()["code"]) == (409, "already_back")


def test_who_became_a_witness_after_the_miss_has_no_part_in_it(circle: Circle) -> None:
    miss = circle.miss_a_day()
    circle.time.advance(DAY / 24)
    eve = cast.arrive("Eve")
    door = cast.door_of(eve)
    cast.befriend(circle.people["Ana"], eve)
    world.take_seat(circle.ana, door, eve.id, circle.habit, "witness")
    assert door.put(f"/misses/{miss['id']}/look").status_code == 404
    assert door.put(f"/misses/{miss['id']}/answer", HUG).status_code == 404
    assert door.get("/rounds").json()["misses"] == []
    assert MissLook.objects.count() == 0
