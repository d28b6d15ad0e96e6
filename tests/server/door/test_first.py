"""What comes first, in a browser: the list with its reasons, the knobs, and less of one habit."""

from collections.abc import Callable

import pytest

from tests.server import world
from tests.server.circle import Circle
from tests.server.door.browser import Browser

pytestmark = pytest.mark.django_db
AtDoor = Callable[[str], Browser]


@pytest.mark.sqlite
def test_every_day_in_the_list_says_why_it_is_there(circle: Circle, at_door: AtDoor) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    circle.wake()
    circle.post()
    world.look(circle.ben, circle.habit, circle.today)
    page = at_door("Ben").go("/door/rounds")
    assert page.text.index("You haven't answered yet") < page.text.index("You answered")


def test_knobs_are_set_and_unset(circle: Circle, at_door: AtDoor) -> None:
    circle.post()
    world.look(circle.ben, circle.habit, circle.today)
    ben = at_door("Ben")
    ben.go("/door/rounds")
    ben.follow("What comes first?")
    assert "That's everyone." in ben.press("Save", first=["waiting"]).text
    assert "Waiting on you" in ben.text
    assert circle.ben.get("/me").json()["comes_first"] == ["waiting"]
    ben.go("/door/first")
    ben.press("Save", first=[])
    assert circle.ben.get("/me").json()["comes_first"] == []
    assert "Newest first" in ben.text


def test_less_of_a_habit_and_as_before(circle: Circle, at_door: AtDoor) -> None:
    circle.post()
    ben = at_door("Ben")
    ben.go(f"/door/days/{circle.habit}/{circle.today}")
    assert "Less of these" in ben.press("Less of this").text
    assert "You asked for less of this" in ben.go("/door/rounds").text
    ben.go("/door/first")
    assert "Less of these" not in ben.press("As before: Run, Ana").text
    assert circle.ben.get("/less").json() == {"items": []}
