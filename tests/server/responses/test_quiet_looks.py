"""Looking without being shown: to everybody else it is as if they had not looked."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from server.responses.exporting import looks_given, looks_received
from server.responses.models import Look
from tests.server import world
from tests.server.circle import DAY, Circle

HOUR = DAY / 24


def _shown_to_others(circle: Circle) -> str:
    """All that the owner and another friend are answered."""
    paths = ("/today", "/changes", "/notices", "/feed", "/rounds", circle.day())
    answers: list[Any] = [door.get(path).json() for door in (circle.ana, circle.cleo) for path in paths]
    return json.dumps(answers)


def _look_quietly(circle: Circle) -> None:
    circle.ben.patch("/me", {"looks_quietly": True})
    world.look(circle.ben, circle.habit, circle.today)
    circle.settle()


def test_nobody_else_can_tell_that_they_looked(circle: Circle) -> None:
    circle.post()
    circle.ben.patch("/me", {"looks_quietly": True})
    circle.settle()
    before = _shown_to_others(circle)
    world.look(circle.ben, circle.habit, circle.today)
    circle.settle()
    assert _shown_to_others(circle) == before
    assert circle.face("Ben")["looked"] is False
    assert circle.ben.get("/rounds").json()["cards"] == []


def test_who_always_looks_quietly_is_not_named_and_goes_away_like_one_who_does_not_look(circle: Circle) -> None:
    for _ in range(6):
        circle.post()
        _look_quietly(circle)
        circle.wake()
    item = circle.item()
    assert item["named"] is None
    assert [face["person"]["name"] for face in item["crowd"]] == ["Cleo"]


@pytest.mark.parametrize("act", ["answer", "look openly"])
def test_an_act_that_is_shown_begins_when_it_is_done(circle: Circle, act: str) -> None:
    circle.post()
    _look_quietly(circle)
    circle.time.advance(HOUR)
    acts: dict[str, Callable[[], Any]] = {
        "answer": lambda: world.react(circle.ben, circle.habit, circle.today, "clap"),
        "look openly": lambda: (
            circle.ben.patch("/me", {"looks_quietly": False}),
            world.look(circle.ben, circle.habit, circle.today),
        ),
    }
    acts[act]()
    face = circle.face("Ben")
    assert (face["looked"], face["looked_at"]) == (True, "2026-03-02T10:01:00Z")


def test_quiet_after_open_takes_nothing_back(circle: Circle) -> None:
    circle.post()
    world.look(circle.ben, circle.habit, circle.today)
    _look_quietly(circle)
    assert circle.face("Ben")["looked"] is True
    assert Look.objects.count() == 1


def test_an_export_tells_it_to_the_one_who_looked_alone(circle: Circle) -> None:
    circle.post()
    _look_quietly(circle)
    assert list(looks_received(circle.people["Ana"])) == []
    (given,) = looks_given(circle.people["Ben"])
    assert given["shown"] is False
