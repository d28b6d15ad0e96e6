"""Whoever keeps somebody's days beside theirs sees of an empty one what the gallery sees: nothing."""

import re
from typing import Any

import pytest
from django.db import transaction

from server.habits.models import Miss
from shared import clock
from tests.server import world
from tests.server.beside.conftest import picture
from tests.server.circle import gather

DRAWN = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\"[0-9a-f]{16}\"|\"a[0-9]+\"")
"""Ids, versions and avatars: no two tellings share them."""


def _world(time: clock.StoppedClock, *, missed: bool, comeback: bool) -> list[Any]:
    """Cleo, in Ana's gallery, draws beside her; the second Monday is missed, or isn't due."""
    start = time.instant
    weekdays = [0, 1, 2, 3, 4, 5, 6] if missed else [1, 2, 3, 4, 5, 6]
    circle = gather(time, schedule={"frequency": "weekdays", "weekdays": weekdays, "measure": "tick"})
    circle.post(photos=[picture(circle.ana)])
    drawing = world.promise(circle.cleo, title="Draw")["id"]
    beside = {"kind": "check_in", "habit": circle.habit, "date": str(circle.today)}
    assert circle.cleo.put(f"/habits/{drawing}/anchor", beside).status_code == 200
    assert circle.cleo.put(f"/habits/{drawing}/role-models/{circle.habit}").status_code == 204
    circle.wake()
    circle.keep(6)
    heard = []
    for _ in range(3):
        circle.stay_away()
        circle.send()
        if comeback:
            circle.post()
        for path in ("/today", "/changes", "/notices", "/beside/offers", f"/habits/{drawing}/anchor/0/320"):
            answer = circle.cleo.get(path)
            heard.append(
                (DRAWN.sub("*", path), answer.status_code, DRAWN.sub("*", answer.content.decode(errors="replace")))
            )
        assert '"role_models":[{' in heard[-5][2]
    assert Miss.objects.filter(habit=circle.habit, date="2026-03-09").exists() == missed
    time.move_to(start)
    return heard


@pytest.mark.parametrize("comeback", [True, False])
def test_a_role_models_empty_day_does_not_show(db: None, time: clock.StoppedClock, comeback: bool) -> None:
    worlds = []
    for missed in (True, False):
        with transaction.atomic():
            worlds.append(_world(time, missed=missed, comeback=comeback))
            transaction.set_rollback(True)  # nothing of one world stays in the next
    for one, other in zip(*worlds, strict=True):
        assert one == other
