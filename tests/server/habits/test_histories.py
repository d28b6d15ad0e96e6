"""What the rules are given, and at which price: the same number of queries for one habit and for many."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.habits.models import Habit
from server.habits.printing import print_habits
from server.habits.selectors.audiences import audience_of
from server.habits.selectors.histories import load_histories, load_history
from server.people.models import Person
from shared import clock
from shared.clock import StoppedClock
from shared.plans import Measure
from shared.states import Mark, RestSpan
from tests.server import cast, world
from tests.server.awake import DAY
from tests.server.cast import Door, door_of

TODAY = date(2026, 3, 2)


def queries(call: Callable[[], Any]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        call()
    return len(captured)


def a_full_habit(person: Person) -> None:
    door = door_of(person)
    habit = world.promise(door, reminders=[600])["id"]
    world.check_in(door, habit, TODAY)
    world.rest(door, str(TODAY + DAY), str(TODAY + DAY), habit)
    friend = cast.arrive(f"Friend{habit}"[:40])
    cast.befriend(person, friend)
    world.take_seat(door, door_of(friend), friend.id, habit)


@pytest.mark.parametrize(
    "read",
    [
        lambda habits: load_histories(habits, now=clock.now()),
        print_habits,
        lambda habits: audience_of([habit.id for habit in habits]),
    ],
    ids=["load_histories", "print_habits", "audience_of"],
)
def test_many_cost_as_many_queries_as_one(ana: Person, ben: Person, read: Callable[[list[Habit]], Any]) -> None:
    a_full_habit(ana)
    one = queries(lambda: read(list(Habit.objects.all())))
    for person in (ana, ben) * 5:
        a_full_habit(person)
    assert len(read(list(Habit.objects.all()))) == 11
    assert queries(lambda: read(list(Habit.objects.all()))) == one


def test_a_history_is_all_the_rules_need(anas: Door, ana: Person, time: StoppedClock) -> None:
    five = {"frequency": "daily", "measure": "at_least", "target": "5", "unit": "km"}
    habit, other = world.promise(anas, schedule=five)["id"], world.promise(anas)["id"]
    anas.patch("/me", json={"grace_minutes": 180})
    posted = world.check_in(anas, habit, TODAY, amount="2.5").json()
    world.rest(anas, str(TODAY + DAY), str(TODAY + DAY))
    world.rest(anas, str(TODAY + 2 * DAY), str(TODAY + 3 * DAY), habit)
    anas.patch(f"/habits/{habit}", json={"schedule": {"frequency": "daily", "measure": "tick"}})
    history = load_history(Habit.objects.get(id=habit), now=time.instant)
    assert history.clock.zone_at(time.instant) == "Europe/Berlin"
    assert [version.schedule.measure for version in history.plan.versions] == [Measure.AT_LEAST, Measure.TICK]
    assert history.marks == (Mark(TODAY, time.instant, late=False, amount=Decimal("2.5")),)
    assert posted["captured_at"] == "2026-03-02T09:00:00Z"
    spans = {RestSpan(TODAY + DAY, TODAY + DAY, TODAY), RestSpan(TODAY + 2 * DAY, TODAY + 3 * DAY, TODAY)}
    assert set(history.rests) == spans
    assert (history.grace, history.judged_through) == (timedelta(hours=3), TODAY - DAY)
    assert len(load_history(Habit.objects.get(id=other), now=time.instant).rests) == 1


def test_what_was_undone_or_taken_back_is_not_given(anas: Door, habit: str, time: StoppedClock) -> None:
    world.check_in(anas, habit, TODAY)
    time.advance(timedelta(minutes=1))
    world.undo(anas, habit, TODAY)
    rest_id = anas.put(
        "/rests/019cadc6-9a80-7000-8000-000000000000", json={"habit": None, "first": str(TODAY), "last": None}
    )
    anas.delete(f"/rests/{rest_id.json()['id']}")
    history = load_history(Habit.objects.get(), now=time.instant)
    assert (history.marks, history.rests) == ((), ())
