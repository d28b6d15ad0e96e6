"""The server was away: nobody misses a day for that."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from server.habits.models import Habit, Miss, ScheduleVersion
from server.habits.services.sweeps import close_due_days
from server.kernel.models import Heartbeat
from server.people.models import Person
from shared import clock
from shared.clock import StoppedClock
from tests.server import world
from tests.server.awake import DAY, HOUR, MINUTE, beat, live, sweep_until_nothing_is_due, wall
from tests.server.cast import Door
from tests.server.threads import all_at_once

DUE = date(2026, 3, 9)
"""The first day after the gentle week of a habit promised on the 2nd."""
NOON = wall(DUE + DAY, 12)
"""When its grace ends."""
SIX = timedelta(hours=6)
Doors = Callable[[Person | None], Door]


def away(time: StoppedClock, since: datetime, until: datetime) -> None:
    """Worker and beat are down between the two, and just back at the second."""
    live(time, since)
    time.move_to(until)
    sweep_until_nothing_is_due(until)


def missed(habit: str) -> list[date]:
    return list(Miss.objects.filter(habit=habit).order_by("date").values_list("date", flat=True))


def moved(habit: str) -> dict[str, datetime]:
    return {day: datetime.fromisoformat(at) for day, at in Habit.objects.get(id=habit).grace_moved.items()}


@pytest.mark.parametrize(
    ("silence", "is_outage"), [(timedelta(minutes=10), False), (timedelta(minutes=10, seconds=1), True)]
)
def test_more_than_ten_minutes_of_silence_is_an_outage(
    habit: str, time: StoppedClock, silence: timedelta, is_outage: bool
) -> None:
    away(time, NOON - MINUTE, NOON - MINUTE + silence)
    assert missed(habit) == ([] if is_outage else [DUE])


def test_grace_moves_to_six_hours_from_now_before_anything_is_judged(
    anas: Door, habit: str, time: StoppedClock
) -> None:
    back = NOON + 2 * HOUR
    away(time, NOON - HOUR, back)
    assert (missed(habit), moved(habit)) == ([], {"2026-03-09": back + SIX})
    assert anas.get(f"/habits/{habit}").json()["judged_through"] == "2026-03-08"
    live(time, back + SIX - MINUTE)
    assert missed(habit) == []
    live(time, back + SIX)
    (miss,) = Miss.objects.filter(habit=habit)
    assert miss.closed_at == back + SIX
    assert miss.opens_at == wall(date(2026, 3, 13), 12)


def test_the_day_can_be_added_late_meanwhile(anas: Door, habit: str, time: StoppedClock) -> None:
    away(time, NOON - HOUR, NOON + 2 * HOUR)
    time.advance(5 * HOUR)
    answer = world.check_in(anas, habit, DUE)
    assert (answer.status_code, answer.json()["late"]) == (201, True)
    live(time, NOON + DAY - HOUR)
    assert missed(habit) == []


def test_a_grace_that_ended_before_the_silence_stays_where_it_was(habit: str, time: StoppedClock) -> None:
    live(time, NOON)
    away(time, NOON + MINUTE, NOON + 5 * HOUR)
    assert (missed(habit), moved(habit)) == ([DUE], {})


def test_one_that_was_due_before_the_silence_and_not_reached_is_judged(habit: str, time: StoppedClock) -> None:
    """The worker fell after the beat and before it came to this habit; days that ended later are saved all the same."""
    live(time, NOON - HOUR)
    beat(NOON + MINUTE)
    time.move_to(NOON + DAY + HOUR)
    sweep_until_nothing_is_due(time.instant)
    assert missed(habit) == [DUE]
    assert moved(habit) == {"2026-03-10": time.instant + SIX}


def test_a_day_away_saves_every_day_that_ended_in_it(anas: Door, habit: str, time: StoppedClock) -> None:
    back = NOON + DAY + HOUR
    away(time, NOON - HOUR, back)
    assert moved(habit) == {"2026-03-09": back + SIX, "2026-03-10": back + SIX}
    live(time, back + HOUR)
    assert world.check_in(anas, habit, DUE).json()["late"] is True
    live(time, back + SIX)
    assert missed(habit) == [date(2026, 3, 10)]
    assert anas.get(f"/habits/{habit}").json()["judged_through"] == "2026-03-10"


def test_people_in_every_zone_are_saved_alike(
    anas: Door, habit: str, ben: Person, door: Doors, time: StoppedClock
) -> None:
    bens = door(ben)
    bens.put("/me/clock", json={"zone": "America/New_York"})
    theirs = world.promise(bens)["id"]
    away(time, NOON - HOUR, NOON + HOUR)
    assert list(moved(habit)) == ["2026-03-09"]
    assert moved(theirs) == {}
    live(time, wall(DUE + DAY, 12, zone="America/New_York"))
    assert missed(theirs) == [DUE]


def test_the_first_sweep_ever_is_no_outage(habit: str, time: StoppedClock) -> None:
    live(time, NOON - HOUR)
    Heartbeat.objects.all().delete()
    time.move_to(NOON + HOUR)
    sweep_until_nothing_is_due(time.instant)
    assert missed(habit) == [DUE]


def test_a_habit_nobody_can_read_does_not_cost_the_others_their_grace(
    anas: Door, habit: str, time: StoppedClock
) -> None:
    live(time, NOON - HOUR)
    poisoned = world.promise(anas, starts_on="2026-03-09")
    ScheduleVersion.objects.filter(habit=poisoned["id"]).update(schedule={"frequency": "nonsense"})
    Habit.objects.filter(id=poisoned["id"]).update(next_at=NOON - MINUTE)
    away(time, NOON - HOUR, NOON + 2 * HOUR)
    assert list(moved(habit)) == ["2026-03-09"]
    live(time, NOON + 3 * HOUR)
    assert missed(habit) == []
    assert Heartbeat.objects.get().beat_at == time.instant


@pytest.mark.django_db(transaction=True)
def test_workers_that_come_back_together_save_a_day_once(ana: Person, door: Doors, time: StoppedClock) -> None:
    anas = door(ana)
    habits = [world.promise(anas)["id"] for _ in range(4)]
    live(time, NOON - HOUR)
    time.move_to(NOON + HOUR)
    answers = all_at_once([lambda: close_due_days(now=clock.now(), limit=1)] * 5)
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    sweep_until_nothing_is_due(time.instant)
    assert Miss.objects.count() == 0
    assert [moved(habit) for habit in habits] == [{"2026-03-09": NOON + HOUR + SIX}] * 4
