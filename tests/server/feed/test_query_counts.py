"""As many queries for five hundred friends as for twelve, and few."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.habits.models import CheckIn, Habit, ScheduleVersion, Seat
from server.people.models import Friendship, Person
from server.responses.models import Look, Reaction
from shared import clock
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import Circle

MOST = {"/today": 29, "/rounds": 19, "/feed": 17, "/notices": 14, "/changes": 17}
DAILY = {"frequency": "daily", "measure": "tick"}


def _befriend_many(circle: Circle, count: int) -> None:
    """Friends who sit in Ana's audience and have answered; she witnesses a habit of each, in which they showed up."""
    ana, today, now = circle.people["Ana"], circle.today, clock.now()
    friends = [Person(email=f"f{n}@example.org", name=f"F{n}", password="!") for n in range(count)]
    Person.objects.bulk_create(friends)
    Friendship.objects.bulk_create(
        Friendship(person=a, friend=b, since=now) for friend in friends for a, b in ((ana, friend), (friend, ana))
    )
    habits = [Habit(owner=friend, title="Read", starts_on=today, judged_through=date(2026, 3, 1)) for friend in friends]
    Habit.objects.bulk_create(habits)
    ScheduleVersion.objects.bulk_create(
        ScheduleVersion(habit=habit, valid_from=today, schedule=DAILY) for habit in habits
    )
    Seat.objects.bulk_create(_seats(circle, habits, friends))
    CheckIn.objects.bulk_create(
        CheckIn(habit=habit, owner_id=habit.owner_id, date=today, captured_at=now, received_at=now,
                content_captured_at=now, zone="Europe/Berlin") for habit in habits
    )  # fmt: skip
    posted = CheckIn.objects.get(habit=circle.habit)
    Look.objects.bulk_create(Look(check_in=posted, person=friend) for friend in friends)
    Reaction.objects.bulk_create(Reaction(check_in=posted, person=friend, kind="clap") for friend in friends)


def _seats(circle: Circle, habits: list[Habit], friends: list[Person]) -> Iterator[Seat]:
    now = clock.now()
    for friend in friends:
        yield Seat(habit_id=circle.habit, person=friend, role="gallery", state="accepted", accepted_at=now)
    for habit in habits:
        yield Seat(habit=habit, person=circle.people["Ana"], role="witness", state="accepted", accepted_at=now)


def _count(door: Door, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert door.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("path", MOST)
def test_reading_costs_the_same_with_twelve_friends_and_with_five_hundred(circle: Circle, path: str) -> None:
    circle.item()  # the first reading of a day also remembers it
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    cast.relay_all()
    _befriend_many(circle, 12)
    few = _count(circle.ana, path)
    Person.objects.filter(email__startswith="f").delete()
    _befriend_many(circle, 500)
    assert _count(circle.ana, path) == few <= MOST[path]


def test_more_habits_cost_no_more(circle: Circle) -> None:
    circle.item()
    circle.post()
    few = _count(circle.ana, "/today")
    for title in ("Read", "Draw", "Stretch"):
        habit = world.promise(circle.ana, title=title)["id"]
        world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, habit, "witness")
        world.check_in(circle.ana, habit, circle.today)
    assert _count(circle.ana, "/today") == few


def test_the_crowd_is_everybody(circle: Circle) -> None:
    circle.post()
    _befriend_many(circle, 12)
    assert len(circle.item()["crowd"]) == 14
    assert circle.ana.get("/today").json()["waiting"] == 12
