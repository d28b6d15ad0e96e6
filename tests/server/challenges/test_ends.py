"""When it is over, wherever its members live; and that ends are settled in batches, whoever is killed in between."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from server.challenges.models import Challenge, Membership
from server.challenges.services import ends
from server.kernel.models import Fact
from shared import clock, ids
from tests.server.challenges.crew import DAY, MONDAY, Crew
from tests.shared.ana import local

Gather = Callable[..., Crew]
LAST = date(2026, 4, 5)
"""On this Sunday clocks in Auckland go back; in Los Angeles they went forward four weeks before."""


@pytest.fixture
def world_wide(crew: Gather) -> Crew:
    group = crew("chain", ends_on=str(LAST))
    for name, zone in (("Aroha", "Pacific/Auckland"), ("Kiran", "Asia/Kolkata"), ("Lee", "America/Los_Angeles")):
        group.arrive(name, zone)
        assert group.join(name).status_code == 200
    return group


def ended(group: Crew) -> datetime | None:
    return Challenge.objects.get(id=group.id).ended_at


@pytest.mark.sqlite
def test_at_the_end_of_the_last_day_of_the_last_members_zone(world_wide: Crew) -> None:
    end = local("America/Los_Angeles", "2026-04-06T12:00")
    world_wide.time.move_to(end - timedelta(seconds=1))
    world_wide.settle()
    assert ended(world_wide) is None
    world_wide.time.move_to(end)
    world_wide.settle()
    assert ended(world_wide) == end
    for name in ("Aroha", "Kiran", "Lee"):
        assert world_wide.told(name)[0] == "What you promised together is over. See what came of it."


def test_when_the_one_furthest_west_leaves_it_ends_earlier(world_wide: Crew) -> None:
    world_wide.doors["Lee"].delete(f"{world_wide.path}/membership")
    end = local("Europe/Berlin", "2026-04-06T12:00")
    world_wide.time.move_to(end)
    world_wide.settle()
    assert ended(world_wide) == end


def test_a_journey_moves_the_end(world_wide: Crew) -> None:
    world_wide.doors["Lee"].delete(f"{world_wide.path}/membership")
    world_wide.time.move_to(local("Asia/Kolkata", "2026-04-05T10:00"))
    assert world_wide.doors["Kiran"].put("/me/clock", json={"zone": "Pacific/Honolulu"}).status_code == 200
    end = local("Pacific/Honolulu", "2026-04-06T12:00")
    world_wide.time.move_to(end - timedelta(seconds=1))
    world_wide.settle()
    assert ended(world_wide) is None
    world_wide.time.move_to(end)
    world_wide.settle()
    assert ended(world_wide) == end


def test_it_starts_tomorrow_on_ones_own_wall(crew: Gather) -> None:
    start = MONDAY + 7 * DAY
    group = crew("duet", starts_on=str(start))
    group.arrive("Aroha", "Pacific/Auckland")
    assert group.join("Aroha").status_code == 200
    eve = local("Pacific/Auckland", "2026-03-08T18:00")
    group.time.move_to(eve - timedelta(seconds=1))
    assert group.told("Aroha") == []
    group.time.move_to(eve)
    assert group.told("Aroha") == ["What you promised together starts tomorrow."]
    assert group.told("Ana") == []
    group.time.move_to(local("Europe/Berlin", "2026-03-08T18:00"))
    assert group.told("Ana") == ["What you promised together starts tomorrow."]
    assert group.told("Aroha") == ["What you promised together starts today."]
    group.go(start + 2 * DAY)
    assert group.told("Aroha") == []


def many(group: Crew, count: int) -> list[Challenge]:
    """So many more, alike, with Ana and Ben in each."""
    first = Challenge.objects.get(id=group.id)
    made = [
        Challenge(
            id=ids.uuid7(), creator=first.creator, kind=first.kind, title=first.title, starts_on=first.starts_on,
            ends_on=first.ends_on, next_at=first.next_at,
        )
        for _ in range(count)
    ]  # fmt: skip
    Challenge.objects.bulk_create(made)
    theirs = list(Membership.objects.filter(challenge=first))
    Membership.objects.bulk_create(
        Membership(
            challenge=one, person=row.person, habit=row.habit, joined_at=row.joined_at, first=row.first
        )
        for one in made for row in theirs
    )  # fmt: skip
    return made


def test_many_end_at_the_same_midnight_in_batches_and_from_wherever_it_stopped(crew: Gather) -> None:
    """A worker is killed while it holds what is left. Nothing is told twice. (A thousand take four times as long.)"""
    group = crew("duet", "Ben", ends_on=str(MONDAY))
    many(group, 249)
    now = local("Europe/Berlin", "2026-03-03T12:00")
    group.time.move_to(now)
    assert ends.end_due_challenges(now=now) == 100
    assert Challenge.objects.filter(ended_at=now).count() == 100
    Challenge.objects.filter(ended_at=None).update(leased_until=now + timedelta(seconds=30))  # killed while it held all
    assert ends.end_due_challenges(now=now) == 0
    later = now + timedelta(minutes=3)
    batches = 0
    while ends.end_due_challenges(now=later):
        batches += 1
    assert batches == 2
    assert set(Challenge.objects.values_list("ended_at", flat=True)) == {now}, "the end, not when it was settled"
    assert Fact.objects.filter(kind="challenge_ended").count() == 500
    assert not Challenge.objects.filter(next_at__isnull=False).exists()
    assert ends.end_due_challenges(now=later) == 0


def test_what_costs_one_end_costs_every_end(crew: Gather) -> None:
    """A batch of ten takes ten times what one takes, and no more."""
    group = crew("duet", "Ben", ends_on=str(MONDAY))
    many(group, 10)
    now = local("Europe/Berlin", "2026-03-03T12:00")
    group.time.move_to(now)
    counts = []
    for limit in (1, 10):
        with CaptureQueriesContext(connection) as queries:
            assert ends.end_due_challenges(now=now, limit=limit) == limit
        counts.append(len(queries))
    assert counts[1] <= 10 * counts[0]
    assert clock.now() == now
