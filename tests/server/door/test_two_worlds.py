"""The two histories of tests/server/feed/test_two_worlds.py, as somebody at the web door reads them."""

import re
from collections.abc import Iterator

import pytest
from django.db import transaction

from shared import clock
from shared.ranking import Knob
from tests.server import cast, world
from tests.server.circle import DAY, Circle, gather
from tests.server.door.browser import Browser

pytestmark = pytest.mark.django_db
OURS = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|/a[0-9]+_')
"""What differs between any two pages: tokens of forms, ids, and faces drawn by lot."""


def outsiders(circle: Circle) -> dict[str, Browser]:
    """Everybody who is no witness: a gallery friend, a friend without a seat, somebody removed, a stranger."""
    browsers = {"Cleo": Browser(circle.people["Cleo"])}
    for name in ("Eve", "Gone"):
        person = cast.arrive(name)
        cast.befriend(circle.people["Ana"], person)
        if name == "Gone":
            door = cast.door_of(person)
            world.take_seat(circle.ana, door, person.id, circle.habit, "witness")
            world.end_seat(circle.ana, person.id, circle.habit)
        browsers[name] = Browser(person)
    browsers["Dan"] = Browser(cast.arrive("Dan"))
    cast.door_of(circle.people["Cleo"]).patch("/me", json={"comes_first": [knob.value for knob in Knob]})
    return browsers


def read(circle: Circle, browsers: dict[str, Browser]) -> Iterator[tuple[str, str, int, str]]:
    """Every page of the door that is about others, byte for byte but for what is ours."""
    friend, habit = circle.people["Ana"].id, circle.habit
    days = [f"/door/days/{habit}/{circle.today - back * DAY}" for back in range(3)]
    paths = ["/door", "/door/rounds", "/door/crowd", f"/door/seats/{habit}", f"/door/seats/{habit}/gold",
             f"/door/friends/{friend}", "/door/first", f"/door/habits/{habit}",
             f"/door/report/person/{friend}", *days]  # fmt: skip
    for name, browser in browsers.items():
        for path in paths:
            browser.go(path)
            page = OURS.sub("", browser.answer.content.decode())
            yield name, OURS.sub("", path), browser.answer.status_code, page


def lived(time: clock.StoppedClock, *, missed: bool) -> list[tuple[str, str, int, str]]:
    """The second Monday is missed, or isn't due; what everybody reads on the day after, and after a comeback."""
    start = time.instant
    weekdays = [0, 1, 2, 3, 4, 5, 6] if missed else [1, 2, 3, 4, 5, 6]
    circle = gather(time, schedule={"frequency": "weekdays", "weekdays": weekdays, "measure": "tick"})
    browsers = outsiders(circle)
    circle.keep(7)
    circle.stay_away()
    heard = list(read(circle, browsers))
    if missed:
        assert "empty" in Browser(circle.people["Ben"]).go("/door/rounds").text, "a witness is told"
    circle.post()
    heard += read(circle, browsers)
    time.move_to(start)
    return heard


def test_nobody_but_a_witness_can_tell_a_miss_from_a_day_off(db: None, time: clock.StoppedClock) -> None:
    worlds = []
    for missed in (True, False):
        with transaction.atomic():
            worlds.append(lived(time, missed=missed))
            transaction.set_rollback(True)
    assert len(worlds[0]) == len(worlds[1]) > 0
    for one, other in zip(*worlds, strict=True):
        assert one == other
