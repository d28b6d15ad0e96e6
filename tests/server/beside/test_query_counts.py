"""Anchors and role models cost a few queries in all, however many habits have them and however long they are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.server import world
from tests.server.beside.conftest import Leos, picture
from tests.server.cast import Door
from tests.server.circle import Circle

MOST = {"/today": 37, "/rounds": 23, "/feed": 24}


def _count(door: Door, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert door.get(path).status_code == 200
    return len(queries)


def _more(circle: Circle, leo: Leos, title: str) -> None:
    """A habit of Ana's with a photo today and yesterday's or Leo's beside it."""
    habit = world.promise(circle.ana, title=title)["id"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, habit, "witness")
    said = {"kind": "yesterday"} if title < "C" else leo.check_in
    assert circle.ana.put(f"/habits/{habit}/anchor", said).status_code == 200
    assert circle.ana.put(f"/habits/{habit}/role-models/{leo.habit}").status_code == 204


def _show_all(circle: Circle) -> None:
    for item in circle.ana.get("/today").json()["habits"]:
        assert world.check_in(circle.ana, item["id"], circle.today, photos=[picture(circle.ana)]).status_code < 300


@pytest.mark.parametrize("path", MOST)
def test_more_of_them_cost_no_more(circle: Circle, leo: Leos, path: str) -> None:
    frames = [picture(circle.ana), picture(circle.ana)]
    assert circle.ana.put(f"/habits/{circle.habit}/anchor", {"kind": "picture", "photos": frames}).status_code == 200
    _more(circle, leo, "Art")
    _more(circle, leo, "Draw")
    for _ in range(2):
        _show_all(circle)
        circle.wake()
    _show_all(circle)
    door = circle.ana if path == "/today" else circle.ben
    _count(door, path)  # the first reading of a day is also remembered
    few = _count(door, path)
    for title in ("Bake", "Book", "Ski", "Ski too"):
        _more(circle, leo, title)
    _show_all(circle)
    assert _count(door, path) == few <= MOST[path]
