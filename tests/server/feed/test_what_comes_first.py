"""What comes first in somebody's feed, why, and that it is theirs alone."""

from datetime import timedelta
from typing import Any

import pytest

from server.feed.models import LessOf
from server.kernel.models import Fact
from server.kernel.pages import PAGE
from shared.ranking import CLOSE_FROM, Knob
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import DAY, Circle, notices

HOUR = timedelta(hours=1)


def knobs(door: Door, *names: str) -> None:
    assert door.patch("/me", json={"comes_first": list(names)}).json()["comes_first"] == list(names)


def order(door: Door) -> list[tuple[str, str, str]]:
    """Whose days, which, and why they stand there."""
    return [(card["person"]["name"], card["date"][-2:], card["why"]) for card in door.get("/feed").json()["items"]]


def friend(circle: Circle, name: str, role: str = "witness", **promise: Any) -> tuple[Door, str]:
    """Somebody at whose habit Ben looks, and who shows up an hour after what was before."""
    person = cast.arrive(name)
    cast.befriend(circle.people["Ben"], person)
    door = cast.door_of(person)
    habit = world.promise(door, **promise)["id"]
    world.take_seat(door, circle.ben, circle.people["Ben"].id, habit, role)
    circle.time.advance(HOUR)
    assert world.check_in(door, habit, circle.today).status_code == 201
    circle.time.advance(HOUR)
    return door, habit


@pytest.mark.sqlite
def test_unanswered_first_and_then_the_newest_until_somebody_asks_otherwise(circle: Circle) -> None:
    circle.keep(3)
    world.react(circle.ben, circle.habit, "2026-03-04", "clap")
    assert order(circle.ben) == [
        ("Ana", "03", "unanswered"), ("Ana", "02", "unanswered"), ("Ana", "04", "answered"),
    ]  # fmt: skip
    knobs(circle.ben)
    assert order(circle.ben) == [("Ana", "04", "newest"), ("Ana", "03", "newest"), ("Ana", "02", "newest")]


def test_what_waits_on_me_is_what_i_witness_and_nobody_has_answered(circle: Circle) -> None:
    circle.post()
    friend(circle, "Dan")
    friend(circle, "Eve", role="gallery")
    knobs(circle.ben, "waiting")
    assert order(circle.ben) == [("Dan", "02", "waiting"), ("Ana", "02", "waiting"), ("Eve", "02", "newest")]
    world.react(circle.cleo, circle.habit, circle.today, "heart")
    assert order(circle.ben) == [("Dan", "02", "waiting"), ("Eve", "02", "newest"), ("Ana", "02", "newest")]


def test_close_is_whom_i_answer_and_not_who_answers_me(circle: Circle) -> None:
    for _ in range(CLOSE_FROM):
        circle.post()
        world.react(circle.ben, circle.habit, circle.today, "fire")
        circle.wake()
    circle.post()
    friend(circle, "Dan")
    knobs(circle.ben, "close")
    assert order(circle.ben)[0] == ("Ana", "06", "close")
    assert order(circle.ben)[-1] == ("Dan", "06", "newest")
    card = circle.ben.get("/feed").json()["items"][0]
    assert card["sorts"]["closeness"] == CLOSE_FROM
    mine = world.promise(circle.ben)["id"]
    world.take_seat(circle.ben, circle.ana, circle.people["Ana"].id, mine)
    world.check_in(circle.ben, mine, circle.today)
    knobs(circle.ana, "close")
    assert order(circle.ana) == [("Ben", "06", "newest")], "that Ben answers Ana is nothing Ana did"


def test_closeness_is_of_thirty_days(circle: Circle) -> None:
    for _ in range(CLOSE_FROM):
        circle.post()
        world.react(circle.ben, circle.habit, circle.today, "fire")
        circle.wake()
    circle.go(circle.today + 30 * DAY, 10)
    circle.post()
    assert circle.ben.get("/feed").json()["items"][0]["sorts"]["closeness"] == 0


def test_a_comeback_is_one_to_the_witness_who_saw_the_empty_day(circle: Circle) -> None:
    eve = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], eve)
    eves = cast.door_of(eve)
    world.take_seat(circle.ana, eves, eve.id, circle.habit)
    miss = circle.miss_a_day()
    assert circle.ben.put(f"/misses/{miss['id']}/look", json={}).status_code == 204
    circle.post()
    circle.settle()
    for door in (circle.ben, circle.cleo, eves):
        knobs(door, *[knob.value for knob in Knob])
    back = {name: door.get("/feed").json()["items"][0] for name, door in
            (("Ben", circle.ben), ("Cleo", circle.cleo), ("Eve", eves))}  # fmt: skip
    assert {name: card["why"] for name, card in back.items()} == {
        "Ben": "comebacks", "Cleo": "unanswered", "Eve": "waiting",
    }  # fmt: skip
    assert [name for name, card in back.items() if card["sorts"]["back"]] == ["Ben"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, circle.habit, "witness", answer="cheer")
    assert circle.ben.get("/feed").json()["items"][0]["sorts"]["back"] is False, "the gallery is told of no miss"


@pytest.mark.sqlite
def test_less_of_this_comes_last_and_is_taken_back_as_easily(circle: Circle) -> None:
    circle.post()
    friend(circle, "Dan")
    facts, told = Fact.objects.count(), notices(circle.ana)
    for _ in range(2):
        assert circle.ben.put(f"/less/{circle.habit}").status_code == 204
    assert order(circle.ben) == [("Dan", "02", "unanswered"), ("Ana", "02", "less")]
    (less,) = circle.ben.get("/less").json()["items"]
    assert (less["habit"]["id"], less["person"]["name"]) == (circle.habit, "Ana")
    assert (Fact.objects.count(), notices(circle.ana)) == (facts, told), "nobody is told"
    for _ in range(2):
        assert circle.ben.delete(f"/less/{circle.habit}").status_code == 204
    assert circle.ben.get("/less").json() == {"items": []}
    assert order(circle.ben) == [("Dan", "02", "unanswered"), ("Ana", "02", "unanswered")]


def test_less_is_asked_of_what_one_may_see_and_is_not_ones_own(circle: Circle) -> None:
    assert world.refusal(circle.ana.put(f"/less/{circle.habit}")) == (404, "not_found")
    circle.ben.put(f"/less/{circle.habit}")
    world.end_seat(circle.ana, circle.people["Ben"].id, circle.habit)
    assert world.refusal(circle.ben.put(f"/less/{circle.habit}")) == (404, "not_found")
    assert circle.ben.get("/less").json() == {"items": []}
    assert circle.ben.delete(f"/less/{circle.habit}").status_code == 204
    assert not LessOf.objects.exists()


def test_whoever_is_muted_is_not_there(circle: Circle) -> None:
    circle.post()
    circle.ben.put(f"/friends/{circle.people['Ana'].id}/distance", json={"muted": True, "restricted": False})
    assert order(circle.ben) == []


def test_what_arrived_two_weeks_ago_is_there_by_time_alone(circle: Circle) -> None:
    circle.post()
    circle.go(circle.today + 14 * DAY, 9)
    assert order(circle.ben) == [("Ana", "02", "unanswered")]
    circle.time.advance(HOUR)
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    assert order(circle.ben) == [("Ana", "16", "answered"), ("Ana", "02", "older")]


def _pages(circle: Circle) -> list[list[dict[str, Any]]]:
    """All pages; on the first, Ben answers what he sees, and Ana shows up meanwhile."""
    pages, cursor = [], ""
    while cursor is not None:
        body = circle.ben.get(f"/feed?cursor={cursor}").json()
        pages.append(body["items"])
        for card in pages[0][-CLOSE_FROM:] if len(pages) == 1 else []:
            world.react(circle.ben, card["habit"]["id"], card["date"], "clap")
        circle.time.advance(HOUR)
        circle.post()
        cursor = body["next"]
    return pages


def test_pages_are_of_one_order_however_much_is_answered_between_them(circle: Circle) -> None:
    """Answering makes Ana close and her answered days sink: of the second page that changes nothing."""
    friend(circle, "Dan")
    circle.keep(PAGE + 8)
    knobs(circle.ben, *[knob.value for knob in Knob])
    # What the whole order is before anything is answered.
    with_all = [card["check_in"] for card in circle.ben.get("/feed").json()["items"]]
    pages = _pages(circle)
    seen = [card["check_in"] for page in pages for card in page]
    assert len(seen) == len(set(seen)) == PAGE + 9
    assert seen[:PAGE] == with_all
    assert all(card["sorts"]["closeness"] == 0 for page in pages for card in page)


def test_the_feed_is_known_though_its_place_to_go_on_from_names_another_instant(circle: Circle) -> None:
    circle.keep(PAGE + 2)
    circle.time.advance(HOUR)
    first = circle.ben.get("/feed")
    circle.time.advance(timedelta(minutes=5))
    assert circle.ben.get("/feed", If_None_Match=first.headers["ETag"]).status_code == 304


@pytest.mark.parametrize("said", [["loud"], ["close"] * 9, "close", None, [None], {"close": True}])
def test_a_knob_there_is_none_of_is_refused(circle: Circle, said: object) -> None:
    assert world.refusal(circle.ben.patch("/me", json={"comes_first": said})) == (400, "invalid")


def test_knobs_are_kept_in_the_one_order_there_is(circle: Circle) -> None:
    said = circle.ben.patch("/me", json={"comes_first": ["close", "comebacks", "close"]})
    assert said.json()["comes_first"] == ["comebacks", "close"]
