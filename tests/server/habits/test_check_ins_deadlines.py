"""What a check-in does to the deadlines around it: misses, graces of one's own, outages, journeys."""

from datetime import UTC, date, datetime, timedelta

import pytest

from server.habits.models import CheckIn, Habit, Miss
from server.habits.services.sweeps import close_due_days
from server.people.models import Person
from shared import clock
from shared.clock import StoppedClock
from tests.server import world
from tests.server.cast import Door

PROMISED = date(2026, 3, 2)
DUE = date(2026, 3, 11)
"""Past the gentle first week: an empty day is a miss."""
DAY = timedelta(days=1)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall time in Berlin, in winter."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - timedelta(hours=1)


def sweep_until(time: StoppedClock, until: datetime) -> None:
    """The server stays awake: it never sleeps the ten minutes that make an outage."""
    while time.instant < until:
        time.move_to(min(time.instant + timedelta(minutes=9), until))
        close_due_days(now=clock.now())


@pytest.fixture
def missed(anas: Door, habit: str, time: StoppedClock) -> str:
    """The habit after nine kept days and one empty one, whose grace has just ended."""
    day = PROMISED
    while day < DUE:
        time.move_to(at(day, 12))
        world.check_in(anas, habit, day)
        day += DAY
    sweep_until(time, at(DUE + DAY, 12, 5))
    assert Miss.objects.get().state == "open"
    return habit


def test_a_check_in_that_was_only_slow_to_arrive_voids_the_miss(anas: Door, missed: str, time: StoppedClock) -> None:
    posted = world.check_in(anas, missed, DUE, captured_at=at(DUE, 20))
    assert (posted.status_code, posted.json()["late"]) == (201, False)
    assert Miss.objects.get().state == "voided"


def test_a_check_in_after_the_missed_day_is_the_comeback(anas: Door, missed: str) -> None:
    world.check_in(anas, missed, DUE + DAY)
    miss = Miss.objects.get()
    assert (miss.state, miss.returned_on) == ("returned", DUE + DAY)


def test_undoing_the_comeback_takes_the_welcome_back(anas: Door, missed: str, time: StoppedClock) -> None:
    world.check_in(anas, missed, DUE + DAY)
    time.advance(timedelta(minutes=1))
    world.undo(anas, missed, DUE + DAY)
    assert Miss.objects.get().state == "open"


def test_a_missed_day_cannot_be_filled_afterwards(anas: Door, missed: str) -> None:
    assert world.refusal(world.check_in(anas, missed, DUE)) == (422, "day_closed")
    assert Miss.objects.get().state == "open"


def test_a_grace_of_ones_own_is_kept(anas: Door, habit: str, ana: Person, time: StoppedClock) -> None:
    assert anas.patch("/me", json={"grace_minutes": 120}).status_code == 200
    time.move_to(at(PROMISED + DAY, 1, 59))
    assert world.check_in(anas, habit, PROMISED).json()["late"] is True
    time.move_to(at(PROMISED + DAY, 2))
    assert world.refusal(world.check_in(anas, world.promise(anas)["id"], PROMISED)) == (422, "day_closed")


def test_a_grace_moved_by_an_outage_is_honoured(anas: Door, habit: str, time: StoppedClock) -> None:
    moved = at(PROMISED + DAY, 18)
    Habit.objects.filter(id=habit).update(grace_moved={PROMISED.isoformat(): moved.isoformat()})
    time.move_to(moved)
    assert world.refusal(world.check_in(anas, habit, PROMISED)) == (422, "day_closed")
    time.move_to(moved - timedelta(seconds=1))
    assert world.check_in(anas, habit, PROMISED).json()["late"] is True


def test_a_check_in_from_a_new_zone_moves_every_deadline(anas: Door, habit: str, time: StoppedClock) -> None:
    other = world.promise(anas)["id"]
    before = Habit.objects.get(id=other).next_at
    world.check_in(anas, habit, PROMISED, zone="America/New_York")
    after = Habit.objects.get(id=other).next_at
    assert before is not None
    assert after == before + timedelta(hours=6)
    assert CheckIn.objects.get().zone == "America/New_York"


def test_a_repeated_check_in_from_the_same_zone_moves_nothing(anas: Door, habit: str, time: StoppedClock) -> None:
    world.check_in(anas, habit, PROMISED, zone="America/New_York")
    seq = anas.get("/me").json()["seq"]
    captured = time.instant
    time.advance(timedelta(seconds=40))
    world.check_in(anas, habit, PROMISED, zone="America/New_York", captured_at=captured)
    assert anas.get("/me").json()["seq"] == seq
