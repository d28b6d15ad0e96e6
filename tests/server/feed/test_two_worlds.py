"""Two histories, alike but for one day: missed in one, not due in the other. To whom a miss isn't told, they are one."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from server.notifications.models import Delivery, Notice
from server.people.models import Person
from shared import clock
from tests.server import cast
from tests.server.cast import Door
from tests.server.circle import Circle, gather, notices

PATHS = ("/today", "/rounds", "/feed", "/changes", "/notices")


class _Undo(Exception):
    """Ends a world; nothing of it stays."""


def _readers(circle: Circle) -> dict[str, Door]:
    eve = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], eve)
    return {"gallery": circle.cleo, "friend": cast.door_of(eve), "stranger": cast.door_of(cast.arrive("Dan"))}


def _said(circle: Circle, doors: dict[str, Door]) -> Iterator[tuple[str, str, int, str]]:
    """Every answer these people get, with ids and tags told apart only by what they stand for."""
    days = [circle.day(circle.today - timedelta(days=back)) for back in range(3)]
    for role, door in doors.items():
        for path in (*PATHS, f"/habits/{circle.habit}", f"/habits/{circle.habit}/calendar", *days):
            answer = door.get(path)
            yield role, path.replace(circle.habit, "habit"), answer.status_code, _neutral(circle, answer)


def _neutral(circle: Circle, answer: Any) -> str:
    text = answer.content.decode()
    names = {circle.habit: "habit"} | {str(person.id): name for name, person in circle.people.items()}
    names |= {str(person.id): person.name for person in Person.objects.all()}
    for day in circle.ana.get("/changes").json()["check_ins"]:
        names[day["id"]] = f"check-in of {day['date']}"
    for name, meaning in names.items():
        text = text.replace(name, meaning)
    return text


def _world(time: clock.StoppedClock, *, missed: bool, comeback: bool) -> tuple[list[Any], list[Any]]:
    """A history in which the second Monday is missed, or isn't due; what everybody reads while and after."""
    start = time.instant
    weekdays = [0, 1, 2, 3, 4, 5, 6] if missed else [1, 2, 3, 4, 5, 6]
    circle = gather(time, schedule={"frequency": "weekdays", "weekdays": weekdays, "measure": "tick"})
    doors = _readers(circle)
    circle.ana.patch("/me", {"avatar": "a1"})
    circle.keep(7)
    circle.stay_away()
    circle.send()
    heard = list(_said(circle, doors))
    if missed:
        card = circle.ana.get("/today").json()["habits"][0]["miss"]
        circle.ben.put(f"/misses/{card['id']}/answer", {"kind": "cheer", "preset": "hug"})
    if comeback:
        circle.post()
    circle.go(circle.today, 20)
    circle.send()
    heard += _said(circle, doors)
    told = sorted(Notice.objects.exclude(recipient__name__in=["Ana", "Ben"]).values_list("recipient__name", "kind"))
    assert bool(Notice.objects.filter(kind="miss").exists()) == missed
    time.move_to(start)
    return heard, told


@pytest.mark.parametrize("comeback", [True, False])
def test_gallery_friends_and_strangers_cannot_tell_a_miss_from_a_day_off(
    db: None, time: clock.StoppedClock, comeback: bool
) -> None:
    worlds = []
    for missed in (True, False):
        with pytest.raises(_Undo), transaction.atomic():
            worlds.append(_world(time, missed=missed, comeback=comeback))
            raise _Undo
    (heard, told), (heard_off, told_off) = worlds
    assert len(heard) == len(heard_off) > 0
    for one, other in zip(heard, heard_off, strict=True):
        assert one == other
    assert told == told_off


def test_no_delivery_about_a_miss_leaves_for_anybody_but_its_witness(circle: Circle) -> None:
    doors = _readers(circle)
    circle.miss_a_day()
    circle.send()
    told = Delivery.objects.filter(notice__kind="miss").values_list("notice__recipient__name", flat=True)
    assert set(told) == {"Ben"}
    for door in doors.values():
        assert not any("empty" in line for line in notices(door))
