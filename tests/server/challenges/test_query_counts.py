"""A group's page costs the same for two people over a week and for two hundred over ninety days."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.challenges.models import Challenge, Membership
from server.habits.models import CheckIn, Habit, ScheduleVersion
from server.people.models import Person
from shared import clock
from tests.server.challenges.crew import DAY, MONDAY, Crew

Gather = Callable[..., Crew]
MOST = {"": 20, "/days": 16}
SCHEDULE = {"frequency": "daily", "measure": "at_least", "target": "5", "unit": "km"}


def count(group: Crew, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert group.doors["Ana"].get(path).status_code == 200
    return len(queries)


def fill(group: Crew, people: int, days: int) -> None:
    """So many more members, each with a habit and a check-in on each of the days."""
    now, challenge = clock.now(), Challenge.objects.get(id=group.id)
    persons = Person.objects.bulk_create(
        Person(email=f"member{n}@example.org", name=f"Member {n}") for n in range(people)
    )
    habits = Habit.objects.bulk_create(
        Habit(owner=one, title="Walk", starts_on=MONDAY, judged_through=MONDAY - DAY) for one in persons
    )
    ScheduleVersion.objects.bulk_create(
        ScheduleVersion(habit=one, valid_from=MONDAY, schedule=SCHEDULE) for one in habits
    )
    Membership.objects.bulk_create(
        Membership(challenge=challenge, person=one.owner, habit=one, joined_at=now, first=MONDAY) for one in habits
    )
    CheckIn.objects.bulk_create(
        CheckIn(
            habit=one, owner=one.owner, date=MONDAY + day * DAY, captured_at=now, received_at=now,
            content_captured_at=now, zone="UTC", amount=Decimal(5),
        )
        for one in habits for day in range(days)
    )  # fmt: skip


@pytest.mark.parametrize("path", MOST)
def test_two_hundred_members_over_ninety_days_cost_what_two_do(crew: Gather, path: str) -> None:
    group = crew("goal", "Ben", ends_on=str(MONDAY + 89 * DAY), goal="100000")
    for day in range(3):
        group.go(MONDAY + day * DAY)
        group.show("Ben")
    address = group.path + (path and f"{path}/{MONDAY}")
    count(group, address)
    few = count(group, address)
    fill(group, 198, 90)
    group.go(MONDAY + 89 * DAY)
    count(group, address)  # the first reading of a day is also remembered
    begun = _seconds()
    assert count(group, address) == few <= MOST[path]
    assert _seconds() - begun < timedelta(seconds=20), "on a machine that does other things, too"
    if not path:
        assert group.progress()["total"] == str(198 * 90 * 5 + 15)
        assert len(group.page("Ana")["members"]) == 200
    assert date.fromisoformat(group.page("Ana")["today"]) == MONDAY + 89 * DAY


def _seconds() -> timedelta:
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        return timedelta(seconds=cursor.fetchone()[0].timestamp())


def test_the_list_costs_the_same_for_one_and_for_many(crew: Gather) -> None:
    group = crew("duet", "Ben")
    few = count(group, "/challenges")
    for _ in range(5):
        assert group.make().status_code == 201
    assert count(group, "/challenges") == few <= 4
