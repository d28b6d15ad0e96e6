"""Histories alike but for one day: missed in one, rested in another, not due in the third. A group sees one."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from server.habits.models import Miss
from server.habits.services.sweeps import close_due_days
from server.kernel.models import Heartbeat
from shared import clock
from shared.clock import StoppedClock
from tests.server import world
from tests.server.challenges.crew import DAY, MONDAY, Crew

DRAWN = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\"a[0-9]+\"")
"""Ids and avatars: no two tellings share them."""
EMPTY = MONDAY + 8 * DAY
"""A Tuesday, the gentle week over."""
ALWAYS, BUT_TUESDAYS = [0, 1, 2, 3, 4, 5, 6], [0, 2, 3, 4, 5, 6]


def tell(time: StoppedClock, kind: str, why: str) -> list[Any]:
    """Ben shows up every day but one; what Ana and Cleo read each day, and hear."""
    start = time.instant
    group = _begin(time, kind, BUT_TUESDAYS if why == "not due" else ALWAYS)
    heard = []
    for day in range(12):
        group.go(MONDAY + day * DAY, 7)
        if group.today("Ana") == EMPTY and why == "rested":
            world.rest(group.doors["Ben"], EMPTY, EMPTY)
        for name in ("Ana", "Ben", "Cleo") if MONDAY + day * DAY != EMPTY else ("Ana", "Cleo"):
            group.post(name)
        group.go(MONDAY + day * DAY, 13)
        Heartbeat.objects.all().delete()
        close_due_days(now=clock.now())
        heard += [_read(group, name) for name in ("Ana", "Cleo")]
    assert Miss.objects.filter(date=EMPTY).exists() == (why == "missed")
    time.move_to(start)
    return heard


def _begin(time: StoppedClock, kind: str, weekdays: list[int]) -> Crew:
    """Ben brings a promise of his own, on these weekdays."""
    group = Crew(time, kind)
    for name in ("Ana", "Ben", "Cleo"):
        group.arrive(name)
    target = {"measure": "at_least", "target": "5", "unit": "km"} if kind == "goal" else {"measure": "tick"}
    schedule = {"frequency": "weekdays", "weekdays": weekdays} | target
    group.habits["Ben"] = world.promise(group.doors["Ben"], schedule=schedule)["id"]
    assert group.make(ends_on=str(MONDAY + 13 * DAY)).status_code == 201
    for name in ("Ben", "Cleo"):
        time.advance(timedelta(seconds=1))
        assert group.join(name).status_code == 200
    return group


def _read(group: Crew, name: str) -> list[str]:
    paths = (group.path, f"{group.path}/days/{EMPTY}", "/challenges", "/notices", "/changes")
    return [DRAWN.sub("*", group.doors[name].get(path).content.decode()) for path in paths]


@pytest.mark.parametrize("kind", ["together", "chain", "goal", "league"])
def test_an_empty_day_says_nothing_about_itself(db: None, time: StoppedClock, kind: str) -> None:
    told = []
    for why in ("missed", "rested", "not due"):
        with transaction.atomic():
            told.append(tell(time, kind, why))
            transaction.set_rollback(True)  # nothing of one world stays in the next
    for one, *others in zip(*told, strict=True):
        assert others == [one, one]
