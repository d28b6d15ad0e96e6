"""A face changes only by an act of the one whose face it is; whatever else happens, in whatever order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared import limits
from shared.clock import stopped_at
from shared.moods import Act, Expression, Role, expression
from tests.server import world
from tests.server.circle import Circle, gather
from tests.server.conftest import START


@dataclass(frozen=True)
class Did:
    """What one friend has done about the day, as the others may know it."""

    looked: bool = False
    answer: str | None = None
    quietly: bool = False


Act_ = Callable[[Circle, Any, Did], Did]


def _look(circle: Circle, door: Any, did: Did) -> Did:
    world.look(door, circle.habit, circle.today)
    return replace(did, looked=did.looked or not did.quietly)


def _react(circle: Circle, door: Any, did: Did) -> Did:
    kind = limits.REACTIONS[circle.time.instant.minute % len(limits.REACTIONS)]
    world.react(door, circle.habit, circle.today, kind)
    return replace(did, looked=True, answer=kind)


def _take_back(circle: Circle, door: Any, did: Did) -> Did:
    assert door.delete(f"{circle.day()}/reaction").status_code == 204
    return replace(did, answer=None)


def _turn_quiet(circle: Circle, door: Any, did: Did) -> Did:
    assert door.patch("/me", {"looks_quietly": not did.quietly}).status_code == 200
    return replace(did, quietly=not did.quietly)


ACTS: tuple[Act_, ...] = (_look, _react, _take_back, _turn_quiet)


def _words(circle: Circle) -> None:
    world.edit(circle.ana, circle.habit, circle.today, caption=f"At {circle.time.instant}")


def _thanks(circle: Circle) -> None:
    circle.ana.put(f"{circle.day()}/thanks/{circle.people['Ben'].id}")


def _an_hour(circle: Circle) -> None:
    if circle.time.instant < START + timedelta(hours=9):
        circle.time.advance(timedelta(hours=1))
    circle.call()
    circle.send()


def _another_day_of_hers(circle: Circle) -> None:
    habit = world.promise(circle.ana, title="Read")["id"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, habit)
    world.check_in(circle.ana, habit, circle.today)
    world.react(circle.ben, habit, circle.today, "clap")


def _reading(circle: Circle) -> None:
    for path in ("/today", "/notices", "/changes", "/feed"):
        circle.ana.get(path)
        circle.ben.get(path)


HAPPENINGS: tuple[Callable[[Circle], None], ...] = (_words, _thanks, _an_hour, _another_day_of_hers, _reading)
STEPS = st.lists(
    st.tuples(st.sampled_from(["ben", "cleo"]), st.sampled_from(ACTS)) | st.sampled_from(HAPPENINGS), max_size=10
)


def _faces(circle: Circle) -> dict[str, Expression | None]:
    """As the owner's phone draws them."""
    return {
        told["person"]["name"].lower(): expression(
            Act(UUID(told["person"]["id"]), Role(told["role"]), told["looked"], told["answer"]), miss_open=False
        )
        for told in circle.item()["crowd"]
    }


def _true_face(did: Did) -> Expression:
    if did.answer:
        return Expression.SMILING
    return Expression.COLOUR if did.looked else Expression.GREY


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_a_face_shows_only_what_that_person_did(steps: list[Any]) -> None:
    with transaction.atomic(), stopped_at(START) as time:
        circle = gather(time)
        circle.post()
        did = {"ben": Did(), "cleo": Did()}
        for step in steps:
            time.advance(timedelta(minutes=1))
            before = _faces(circle)
            if isinstance(step, tuple):
                name, act = step
                did[name] = act(circle, getattr(circle, name), did[name])
            else:
                name = ""
                step(circle)
            after = _faces(circle)
            assert {who for who in after if after[who] != before[who]} <= {name}
            assert after == {who: _true_face(one) for who, one in did.items()}
        transaction.set_rollback(True)
