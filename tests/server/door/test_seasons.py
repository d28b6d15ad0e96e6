"""After thirty days at the web door: once more, done, or put away."""

from collections.abc import Callable

import pytest

from tests.server.circle import Circle
from tests.server.door.browser import Browser

pytestmark = pytest.mark.django_db
AtDoor = Callable[[str], Browser]


def seats_of(circle: Circle) -> dict[str, str]:
    return {seat["person"]["name"]: seat["state"] for seat in circle.ana.get(f"/habits/{circle.habit}").json()["seats"]}


@pytest.mark.sqlite
def test_once_more_asks_those_picked_anew_and_a_form_sent_twice_is_one_season(circle: Circle, at_door: AtDoor) -> None:
    circle.keep(30)
    ana = at_door("Ana")
    assert "Thirty days. Once more, lighter, or done?" in ana.go("/door").text
    ana.follow("What comes next")
    before = ana.answer, ana.path
    for _ in range(2):
        ana.answer, ana.path = before
        ana.press("Once more", gallery=[])
    assert seats_of(circle) == {"Ben": "invited"}
    assert [one["number"] for one in circle.ana.get(f"/habits/{circle.habit}").json()["seasons"]] == [1, 2]


def test_done_lets_it_go_on_alone(circle: Circle, at_door: AtDoor) -> None:
    circle.keep(30)
    ana = at_door("Ana")
    ana.go(f"/door/season/{circle.habit}")
    ana.press("Keep it, just for me")
    assert seats_of(circle) == {}
    assert "Thirty days." not in ana.text


def test_a_promise_is_put_away(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go("/door")
    ana.follow("This promise")
    assert not ana.offers("Once more")
    assert "What will you show up for?" in ana.press("Put it away").text
