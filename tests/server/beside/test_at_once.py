"""Two devices, or a resend that meets its twin: one promise, one notice, three models and not one more."""

import pytest

from server.beside.models import Anchor, RoleModel
from server.habits.models import Habit
from shared import ids, limits
from tests.server import cast, world
from tests.server.beside.conftest import Leos, told
from tests.server.circle import Circle
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_tap_from_many_devices_is_one_promise(circle: Circle, leo: Leos) -> None:
    habit, said = str(ids.uuid7()), {"habit": leo.habit, "date": leo.day}
    doors = [cast.door_of(circle.people["Ana"]) for _ in range(6)]
    answers = all_at_once([lambda door=door: door.put(f"/habits/{habit}/beside", said) for door in doors])
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]
    assert Habit.objects.filter(owner=circle.people["Ana"]).count() == 2
    assert (Anchor.objects.count(), RoleModel.objects.count()) == (1, 1)
    assert told(circle, leo) == ["Ana started beside you."]


def test_three_models_at_once_and_not_one_more(circle: Circle, leo: Leos) -> None:
    theirs = [world.promise(leo.door, title=f"Run {n}")["id"] for n in range(6)]
    for habit in theirs:
        world.take_seat(leo.door, circle.ana, circle.people["Ana"].id, habit, "gallery")
    doors = [cast.door_of(circle.people["Ana"]) for _ in theirs]
    answers = all_at_once([
        lambda door=door, other=other: door.put(f"/habits/{circle.habit}/role-models/{other}")
        for door, other in zip(doors, theirs, strict=True)
    ])  # fmt: skip
    passed = [answer.status_code for answer in answers].count(204)
    assert passed == RoleModel.objects.count() == limits.ROLE_MODELS_PER_HABIT
