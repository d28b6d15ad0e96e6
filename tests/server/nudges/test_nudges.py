"""Nudges: only while a day is waited for, within exact budgets; nothing about the owner can be read off an answer."""

from datetime import timedelta
from typing import Any

import pytest

from server.nudges.models import Nudge
from server.people.models import Person
from shared import clock, limits
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import Circle, gather
from tests.server.letters import story
from tests.server.threads import all_at_once


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    return gather(time)


def nudge(door: Door, circle: Circle, preset: str = "waiting_for_yours", **where: Any) -> Any:
    habit, day = where.get("habit", circle.habit), where.get("date", circle.today)
    return door.put(f"/habits/{habit}/days/{day}/nudge", {"preset": preset})


def heard(circle: Circle) -> list[str]:
    circle.settle()
    return [one["text"] for one in circle.ana.get("/notices").json()["items"] if one["kind"] == "nudge"]


@pytest.mark.sqlite
def test_a_witness_says_they_are_waiting(circle: Circle) -> None:
    (waited,) = circle.ben.get("/waited-for").json()["items"]
    assert (waited["habit"]["id"], waited["date"], waited["day_number"]) == (circle.habit, str(circle.today), 1)
    assert nudge(circle.ben, circle).status_code == 204
    assert heard(circle) == ["Ben is waiting for yours."]
    assert circle.ben.get("/waited-for").json()["items"] == []
    assert nudge(circle.ben, circle).status_code == 204, "a resend"
    assert len(heard(circle)) == 1


def test_it_is_gone_when_the_day_is_there(circle: Circle) -> None:
    nudge(circle.ben, circle)
    circle.post()
    assert heard(circle) == []
    assert circle.ben.get("/waited-for").json()["items"] == []


def test_one_a_day_for_each_friend_over_all_their_habits(circle: Circle) -> None:
    other = world.promise(circle.ana, title="Chess")["id"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, other)
    assert len(circle.ben.get("/waited-for").json()["items"]) == 1
    nudge(circle.ben, circle)
    for refused in (nudge(circle.ben, circle, habit=other), nudge(circle.ben, circle, "with_you")):
        assert world.refusal(refused) == (409, "nudged_already")
    circle.wake()
    assert nudge(circle.ben, circle, habit=other).status_code == 204


@pytest.mark.parametrize("who", ["cleo", "friend", "stranger"])
def test_only_witnesses_nudge(circle: Circle, who: str) -> None:
    door = circle.cleo if who == "cleo" else cast.door_of(cast.arrive("Dan"))
    if who == "friend":
        cast.befriend(circle.people["Ana"], Person.objects.get(name="Dan"))
    assert world.refusal(nudge(door, circle)) == (404, "not_found")
    assert door.get("/waited-for").json()["items"] == []


def test_what_is_not_waited_for_is_refused(circle: Circle) -> None:
    day = timedelta(days=1)
    for date in (circle.today - day, circle.today + day):
        assert world.refusal(nudge(circle.ben, circle, date=date)) == (409, "not_waited_for")
    quiet = world.promise(circle.ana, title="Beer", schedule={
        "frequency": "daily", "measure": "at_most", "target": "2", "unit": "glasses"})["id"]  # fmt: skip
    weekly = world.promise(circle.ana, title="Swim", schedule={
        "frequency": "per_week", "times": 1, "measure": "tick"})["id"]  # fmt: skip
    private = world.promise(circle.ana, title="Pills", sensitive=True)["id"]
    for habit in (quiet, weekly, private):
        world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, habit)
        assert world.refusal(nudge(circle.ben, circle, habit=habit)) == (409, "not_waited_for")
    circle.post()
    assert world.refusal(nudge(circle.ben, circle)) == (409, "not_waited_for")
    assert not Nudge.objects.exists()
    for preset in ("", "hurry up", 7, None):
        assert nudge(circle.ben, circle, preset).status_code == 400  # type: ignore[arg-type]


def _rest(circle: Circle) -> None:
    world.rest(circle.ana, circle.today, circle.today + timedelta(days=3))


def _mute(circle: Circle) -> None:
    said = {"muted": True, "restricted": False}
    assert circle.ana.put(f"/friends/{circle.people['Ben'].id}/distance", said).status_code == 204


def _refuse_all(circle: Circle) -> None:
    assert circle.ana.patch("/me", {"nudges_a_day": 0}).status_code == 200


@pytest.mark.parametrize("setting", [_rest, _mute, _refuse_all])
def test_a_senders_answer_does_not_depend_on_the_receiver(circle: Circle, setting: Any) -> None:
    setting(circle)
    waited = circle.ben.get("/waited-for").json()["items"]
    assert [one["habit"]["id"] for one in waited] == [circle.habit]
    answer = nudge(circle.ben, circle)
    assert (answer.status_code, answer.content) == (204, b"")
    assert heard(circle) == []
    assert world.refusal(nudge(circle.ben, circle, "with_you")) == (409, "nudged_already")
    assert [one["kind"] for one in circle.ben.get("/notices").json()["items"] if one["kind"] == "nudge"] == []


def test_nobody_under_18_is_nudged_late(circle: Circle) -> None:
    Person.objects.filter(pk=circle.people["Ana"].pk).update(birth_year=2009)
    circle.go(circle.today, 21)
    assert nudge(circle.ben, circle).status_code == 204
    assert heard(circle) == []


def test_ten_a_day_from_one_witness(circle: Circle) -> None:
    habits = []
    for number in range(limits.NUDGES_SENT_PER_DAY + 1):
        friend = cast.arrive(f"Friend{number}")
        cast.befriend(friend, circle.people["Ben"])
        door = cast.door_of(friend)
        habits.append(world.promise(door, title="Row")["id"])
        world.take_seat(door, circle.ben, circle.people["Ben"].id, habits[-1])
    answers = [nudge(circle.ben, circle, habit=habit) for habit in habits]
    assert [one.status_code for one in answers[:-1]] == [204] * limits.NUDGES_SENT_PER_DAY
    assert world.refusal(answers[-1]) == (409, "too_many_nudges")
    assert Nudge.objects.count() == limits.NUDGES_SENT_PER_DAY
    circle.wake()
    assert nudge(circle.ben, circle, habit=habits[-1]).status_code == 204


def test_three_a_date_arrive_and_the_others_are_answered_alike(circle: Circle) -> None:
    doors = [circle.ben, *(story.join(circle, name) for name in ("Eve", "Finn", "Gus", "Hal"))]
    answers = [nudge(door, circle) for door in doors]
    assert {(one.status_code, one.content) for one in answers} == {(204, b"")}
    assert len(heard(circle)) == limits.NUDGES_RECEIVED_PER_DAY


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_exactly_so_many_pass(time: StoppedClock) -> None:
    """Five witnesses press at the same moment, each four times."""
    circle = gather(time)
    doors = [circle.ben, *(story.join(circle, name) for name in ("Eve", "Finn", "Gus", "Hal"))]
    calls = [lambda door=door: nudge(door, circle).status_code for door in doors for _ in range(4)]
    assert set(all_at_once(calls)) == {204}
    assert Nudge.objects.count() == len(doors)
    assert Nudge.objects.filter(arrived=True).count() == limits.NUDGES_RECEIVED_PER_DAY


def test_a_nudge_that_waits_for_the_morning_is_dropped_when_its_day_is_over(circle: Circle) -> None:
    circle.go(circle.today, 22)
    nudge(circle.ben, circle)
    circle.settle()
    circle.wake()
    assert heard(circle) == []
    assert clock.now().date() == circle.today
