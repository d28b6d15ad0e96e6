"""From a guest's page to a promise of one's own: the one photo that was shown stands beside it, without a seat."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from server.habits.services.hiding import hide_check_in
from shared import clock, ids, limits
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import Circle, notices
from tests.server.guests.browser import Browser
from tests.server.people.at_the_door import FAY, Phone


@dataclass
class Guest:
    """The page of Ana's photo in a browser, and who came in from there."""

    circle: Circle
    link: dict[str, Any]
    browser: Browser
    path: str

    def wishes(self) -> str:
        """Press Start beside; the invitation's code."""
        page = self.browser.press(f"{self.path}/stay", self.path, beside="1").content.decode()
        assert "Your place beside Ana is kept" in page
        return re.search(r"<code>([\w-]+)</code>", page)[1]  # type: ignore[index]


@pytest.fixture
def guest(circle: Circle) -> Guest:
    link = circle.ana.post(f"{circle.day()}/guest-links").json()
    path, browser = "/g/" + link["url"].rsplit("/", 1)[1], Browser()
    assert browser.press(path, path).status_code == 200
    return Guest(circle, link, browser, path)


def come_in(circle: Circle, code: str) -> Door:
    """Fay signs up with this code; Ana has yet to say that it's her."""
    phone = Phone()
    assert phone.knock(FAY, code).status_code == 401
    assert phone.prove().status_code == 200
    assert phone.api("patch", "/me", {"name": "Fay"}).status_code == 200
    return Door(phone.token)


def confirm(circle: Circle) -> None:
    (asked,) = circle.ana.get("/arrivals").json()["items"]
    assert circle.ana.put(f"/arrivals/{asked['id']}", {"answer": "yes"}).status_code == 204


@pytest.fixture
def fay(circle: Circle, guest: Guest) -> Door:
    door = come_in(circle, guest.wishes())
    confirm(circle)
    return door


def offers(door: Door) -> list[dict[str, Any]]:
    answer = door.get("/beside/offers")
    assert answer.status_code == 200
    return list(answer.json()["items"])


def start(circle: Circle, door: Door, habit: str = "") -> Any:
    said = {"habit": circle.habit, "date": str(circle.today)}
    return door.put(f"/habits/{habit or ids.uuid7()}/beside", said)


def today(door: Door) -> dict[str, Any]:
    (item,) = door.get("/today").json()["habits"]
    return dict(item)


@pytest.mark.sqlite
def test_from_one_photo_in_a_browser_to_a_promise_beside_it(circle: Circle, guest: Guest) -> None:
    door = come_in(circle, guest.wishes())
    assert offers(door) == [], "until Ana says that it's her"
    assert world.refusal(start(circle, door)) == (404, "not_found")
    confirm(circle)
    (offer,) = offers(door)
    named = (offer["person"]["name"], offer["habit"]["title"], offer["date"], offer["day_number"])
    assert named == ("Ana", "Run", str(circle.today), 1)
    mine = start(circle, door)
    assert mine.status_code == 201
    item = today(door)
    assert (item["title"], item["anchor"]["person"]["name"]) == ("Run", "Ana")
    assert door.get(f"/habits/{item['id']}/anchor/0/320").status_code == 200
    assert offers(door) == []
    circle.settle()
    assert "Fay started beside you." in notices(circle.ana)


def test_it_opens_the_one_photo_and_nothing_else(circle: Circle, fay: Door) -> None:
    start(circle, fay)
    for address in (circle.day(), f"/habits/{circle.habit}", f"{circle.day()}/photos/1/320"):
        assert world.refusal(fay.get(address)) == (404, "not_found")
    assert today(fay)["role_models"] == [], "whose days one doesn't see is no model yet"
    circle.wake()
    circle.post()
    later = {"habit": circle.habit, "date": str(circle.today)}
    assert world.refusal(fay.put(f"/habits/{ids.uuid7()}/beside", later)) == (404, "not_found")
    assert fay.get("/feed").json()["items"] == []


def test_whoever_sees_their_habit_does_not_see_that_photo(circle: Circle, fay: Door) -> None:
    start(circle, fay)
    mine = today(fay)["id"]
    dan = cast.arrive("Dan")
    door = cast.door_of(dan)
    token = fay.post("/invites").json()["token"]
    assert door.post(f"/invites/{token}/accept").status_code == 200
    world.take_seat(fay, door, dan.id, mine, "gallery")
    world.check_in(fay, mine, circle.today)
    (card,) = door.get("/feed").json()["items"]
    assert card["anchor"] is None
    assert world.refusal(door.get(f"/habits/{mine}/anchor/0/320")) == (404, "not_found")


def test_a_seat_later_makes_it_like_any_friends(circle: Circle, fay: Door) -> None:
    start(circle, fay)
    fays = fay.get("/me").json()["id"]
    world.take_seat(circle.ana, fay, fays, circle.habit, "gallery")
    assert [model["habit"]["title"] for model in today(fay)["role_models"]] == ["Run"]


def _close(circle: Circle, guest: Guest) -> None:
    assert circle.ana.patch(f"/habits/{circle.habit}", {"beside_allowed": False}).status_code == 200


def _turn_sensitive(circle: Circle, guest: Guest) -> None:
    assert circle.ana.patch(f"/habits/{circle.habit}", {"sensitive": True}).status_code == 200


def _undo(circle: Circle, guest: Guest) -> None:
    assert world.undo(circle.ana, circle.habit, circle.today).status_code == 200


def _hide(circle: Circle, guest: Guest) -> None:
    assert hide_check_in(circle.item()["check_in"]["id"], hidden=True, now=clock.now())


def _archive(circle: Circle, guest: Guest) -> None:
    assert circle.ana.delete(f"/habits/{circle.habit}").status_code == 204


def _fays_id(circle: Circle) -> str:
    friends = circle.ana.get("/friends").json()["items"]
    return str(next(friend["id"] for friend in friends if friend["name"] == "Fay"))


def _unfriend(circle: Circle, guest: Guest) -> None:
    assert circle.ana.delete(f"/friends/{_fays_id(circle)}").status_code == 204


def _restrict(circle: Circle, guest: Guest) -> None:
    far = {"muted": False, "restricted": True}
    assert circle.ana.put(f"/friends/{_fays_id(circle)}/distance", far).status_code < 300


def _take_back(circle: Circle, guest: Guest) -> None:
    assert circle.ana.delete(f"/guest-links/{guest.link['id']}").status_code == 204


def _wait(circle: Circle, guest: Guest) -> None:
    circle.time.advance(limits.BESIDE_OFFER_LIFE)


BOTH: list[Callable[[Circle, Guest], None]] = [_close, _turn_sensitive, _undo, _hide, _archive, _unfriend, _restrict]


@pytest.mark.parametrize("ending", [*BOTH, _take_back, _wait])
def test_every_ending_takes_the_offer_away(circle: Circle, guest: Guest, fay: Door, ending: Any) -> None:
    day = circle.today
    ending(circle, guest)
    assert offers(fay) == []
    said = {"habit": circle.habit, "date": str(day)}
    assert world.refusal(fay.put(f"/habits/{ids.uuid7()}/beside", said)) == (404, "not_found")


@pytest.mark.parametrize("ending", BOTH)
def test_every_ending_takes_the_photo_away(circle: Circle, guest: Guest, fay: Door, ending: Any) -> None:
    mine = start(circle, fay).json()["id"]
    assert today(fay)["anchor"] is not None
    ending(circle, guest)
    assert today(fay)["anchor"] is None
    assert world.refusal(fay.get(f"/habits/{mine}/anchor/0/320")) == (404, "not_found")


@pytest.mark.parametrize("ending", [_take_back, _wait])
def test_once_used_the_link_is_not_needed_any_more(circle: Circle, guest: Guest, fay: Door, ending: Any) -> None:
    start(circle, fay)
    ending(circle, guest)
    assert today(fay)["anchor"] is not None


def test_keep_watching_alone_offers_nothing(circle: Circle, guest: Guest) -> None:
    page = guest.browser.press(f"{guest.path}/stay", guest.path).content.decode()
    assert "Your place beside" not in page
    door = come_in(circle, re.search(r"<code>([\w-]+)</code>", page)[1])  # type: ignore[index]
    confirm(circle)
    assert offers(door) == []


def test_whoever_is_here_already_may_use_it_as_well(circle: Circle, guest: Guest) -> None:
    dan = cast.door_of(cast.arrive("Dan"))
    assert dan.post(f"/invites/{guest.wishes()}/accept").status_code == 200
    assert len(offers(dan)) == 1
    assert start(circle, dan).status_code == 201


def test_nobody_else_has_it(circle: Circle, guest: Guest, fay: Door) -> None:
    for door in (circle.ana, circle.ben, circle.cleo, cast.door_of(cast.arrive("Dan"))):
        assert offers(door) == []


@pytest.mark.parametrize("setting", [{"beside_allowed": False}, {"sensitive": True}])
def test_the_page_offers_it_only_where_it_is_allowed(circle: Circle, guest: Guest, setting: dict[str, bool]) -> None:
    assert "Start beside Ana" in guest.browser.get(guest.path).content.decode()
    circle.ana.patch(f"/habits/{circle.habit}", setting)
    page = guest.browser.get(guest.path).content.decode()
    assert "Start beside" not in page
    assert "Keep watching" in page
    refused = guest.browser.press(f"{guest.path}/stay", guest.path, beside="1")
    assert (refused.status_code, b"invites you" in refused.content) == (410, False)
