"""As many queries for many friends' days as for one, and few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.server import cast, world
from tests.server.circle import Circle
from tests.server.door.browser import Browser

pytestmark = pytest.mark.django_db
MOST = {"/door": 40, "/door/rounds": 32, "/door/crowd": 16}


def friends_show_up(circle: Circle, names: list[str]) -> None:
    """More friends, each with a day that Ana has looked at."""
    ana = circle.people["Ana"]
    for name in names:
        friend = cast.arrive(name)
        cast.befriend(friend, ana)
        door = cast.door_of(friend)
        habit = world.promise(door)["id"]
        world.take_seat(door, circle.ana, ana.id, habit)
        world.check_in(door, habit, circle.today)
        world.look(circle.ana, habit, circle.today)


def cost(browser: Browser, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        browser.go(path)
    assert browser.answer.status_code == 200
    return len(queries)


def test_a_page_costs_the_same_however_many_friends(circle: Circle) -> None:
    friends_show_up(circle, ["Fay"])
    ana = Browser(circle.people["Ana"])
    few = {path: cost(ana, path) for path in MOST}
    friends_show_up(circle, ["Gus", "Hal", "Ida", "Jo"])
    assert {path: cost(ana, path) for path in MOST} == few
    assert [path for path in MOST if few[path] > MOST[path]] == [], few
