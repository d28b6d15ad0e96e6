"""However a seat ends, whoever held it hears the same bytes: lapsed, not picked, done, removed, or put away."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from server.habits.models import Seat
from server.notifications.models import Delivery, Notice
from shared import clock
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import Circle, gather
from tests.server.hearing import said_to

DAY = timedelta(days=1)


def _not_picked(circle: Circle) -> None:
    nobody: dict[str, list[str]] = {"witnesses": [], "gallery": []}
    assert circle.ana.put(f"/habits/{circle.habit}/seasons/2", nobody).status_code == 201


def _done(circle: Circle) -> None:
    assert circle.ana.patch(f"/habits/{circle.habit}/seasons/1", {"choice": "done"}).status_code == 200


def _removed(circle: Circle) -> None:
    for name in ("Ben", "Cleo"):
        world.end_seat(circle.ana, circle.people[name].id, circle.habit)


def _put_away(circle: Circle) -> None:
    assert circle.ana.delete(f"/habits/{circle.habit}").status_code == 204


def _lapsed(circle: Circle) -> None:
    """Nothing is said; the days pass."""


ENDINGS: dict[str, Callable[[Circle], None]] = {
    "lapsed": _lapsed, "not picked": _not_picked, "done": _done, "removed": _removed, "put away": _put_away,
}  # fmt: skip


def _world(time: clock.StoppedClock, ending: Callable[[Circle], None]) -> tuple[list[Any], list[Any]]:
    start = time.instant
    circle = gather(time)
    eve = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], eve)
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    over = circle.today + 30 * DAY
    world.rest(circle.ana, circle.today + DAY, over - DAY)
    circle.go(over, 12)
    circle.send()
    ending(circle)
    circle.settle()
    circle.go(over + 7 * DAY, 12)
    circle.send()
    assert not Seat.objects.filter(habit=circle.habit, ended_at__isnull=True).exists()
    heard = list(_heard(circle, {"witness": circle.ben, "gallery": circle.cleo, "friend": cast.door_of(eve)}))
    told = sorted(Notice.objects.exclude(recipient__name="Ana").values_list("recipient__name", "kind"))
    waiting = Delivery.objects.filter(state="waiting").exclude(notice__recipient__name="Ana")
    assert not waiting.exists()
    time.move_to(start)
    return heard, told


def _heard(circle: Circle, doors: dict[str, Door]) -> Iterator[tuple[str, str, int, str]]:
    """A notice's own id, made when it was told, is nobody's name."""
    for role, path, status, text in said_to(circle, doors):
        yield role, path, status, re.sub(r'"id":"[0-9a-f-]{36}","kind"', '"id":"notice","kind"', text)


@pytest.mark.django_db
def test_nobody_can_tell_how_their_seat_ended(time: clock.StoppedClock) -> None:
    worlds = {}
    for name, ending in ENDINGS.items():
        with transaction.atomic():
            worlds[name] = _world(time, ending)
            transaction.set_rollback(True)  # nothing of one world stays in the next
    (heard, told), *others = worlds.values()
    assert len(heard) > 0
    assert ("Ben", "season_thanks") in told
    for heard_there, told_there in others:
        for one, other in zip(heard, heard_there, strict=True):
            assert one == other
        assert told == told_there
