"""Two histories, alike but for one day: missed in one, not due in the other. Who isn't told of misses sees one."""

from typing import Any

import pytest
from django.db import transaction

from server.notifications.models import Delivery, Notice
from shared import clock
from tests.server.circle import Circle, gather, notices
from tests.server.hearing import outsiders, said_to


def _world(time: clock.StoppedClock, *, missed: bool, comeback: bool) -> tuple[list[Any], list[Any]]:
    """A history in which the second Monday is missed, or isn't due; what everybody reads while and after."""
    start = time.instant
    weekdays = [0, 1, 2, 3, 4, 5, 6] if missed else [1, 2, 3, 4, 5, 6]
    circle = gather(time, schedule={"frequency": "weekdays", "weekdays": weekdays, "measure": "tick"})
    doors = outsiders(circle)
    circle.keep(7)
    circle.stay_away()
    circle.send()
    heard = list(said_to(circle, doors))
    if missed:
        card = circle.ana.get("/today").json()["habits"][0]["miss"]
        circle.ben.put(f"/misses/{card['id']}/answer", {"kind": "cheer", "preset": "hug"})
    if comeback:
        circle.post()
    circle.go(circle.today, 20)
    circle.send()
    heard += said_to(circle, doors)
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
        with transaction.atomic():
            worlds.append(_world(time, missed=missed, comeback=comeback))
            # Nothing of one world stays in the next.
            transaction.set_rollback(True)
    (heard, told), (heard_off, told_off) = worlds
    assert len(heard) == len(heard_off) > 0
    for one, other in zip(heard, heard_off, strict=True):
        assert one == other
    assert told == told_off


def test_no_delivery_about_a_miss_leaves_for_anybody_but_its_witness(circle: Circle) -> None:
    doors = outsiders(circle)
    circle.miss_a_day()
    circle.send()
    told = Delivery.objects.filter(notice__kind="miss").values_list("notice__recipient__name", flat=True)
    assert set(told) == {"Ben"}
    for door in doors.values():
        assert not any("empty" in line for line in notices(door))
