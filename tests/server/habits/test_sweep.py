"""The sweep closes days: what it stores, whom it tells, and that running it again, or at once, changes nothing."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from server.habits.models import Habit, Miss, ScheduleVersion
from server.habits.services.settle import settle_habit
from server.habits.services.sweeps import close_due_days
from server.habits.tasks import close_due_days as close_due_days_task
from server.kernel.models import Fact
from server.people.models import Person
from shared import clock, ids
from shared.clock import StoppedClock
from tests.server import world
from tests.server.awake import DAY, HOUR, MINUTE, beat, live, sweep_until_nothing_is_due, wall
from tests.server.cast import Door
from tests.server.threads import all_at_once

FIRST = date(2026, 3, 2)
GENTLE = [FIRST + number * DAY for number in range(7)]
DUE = date(2026, 3, 9)
"""The first day after the gentle week: a Monday."""
SECOND = timedelta(seconds=1)
DAILY = {"frequency": "daily", "measure": "tick"}
Doors = Callable[[Person | None], Door]


def noon_after(day: date) -> datetime:
    return wall(day + DAY, 12)


def keep(time: StoppedClock, anas: Door, habit: str, *days: date) -> None:
    for day in days:
        live(time, wall(day, 18))
        assert world.check_in(anas, habit, day).status_code == 201


def misses(habit: str) -> dict[str, str]:
    return {row.date.isoformat(): str(row.state) for row in Miss.objects.filter(habit=habit).order_by("date")}


def told(*kinds: str) -> list[tuple[str, str]]:
    about = Fact.objects.filter(kind__in=kinds or ("day_missed", "miss_returned", "miss_voided", "miss_changed"))
    return list(about.order_by("id").values_list("kind", "payload__date"))


def states(anas: Door, habit: str) -> dict[str, str]:
    return {day["date"]: day["state"] for day in anas.get(f"/habits/{habit}/calendar").json()["days"]}


def everything() -> list[Any]:
    """Whatever a sweep could change, its heartbeat left aside."""
    return [list(model.objects.order_by("pk").values()) for model in (Habit, Miss, Fact)]


def test_a_miss_exists_when_grace_ends_and_not_a_second_earlier(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, noon_after(DUE) - SECOND)
    assert misses(habit) == {}
    assert states(anas, habit)["2026-03-09"] == "grace"
    live(time, noon_after(DUE))
    (miss,) = Miss.objects.all()
    assert miss.id == ids.miss_id(Habit.objects.get().id, DUE)
    assert (miss.state, miss.date, miss.returned_on) == ("open", DUE, None)
    assert miss.closed_at == noon_after(DUE)
    assert miss.opens_at == wall(date(2026, 3, 12), 12)
    assert told() == [("day_missed", "2026-03-09")]
    assert states(anas, habit)["2026-03-09"] == "missed"
    assert anas.get(f"/habits/{habit}").json()["judged_through"] == "2026-03-09"


def test_the_gentle_week_makes_no_miss(anas: Door, habit: str, time: StoppedClock) -> None:
    live(time, noon_after(GENTLE[-1]))
    assert misses(habit) == {}
    assert told() == []
    assert [states(anas, habit)[day.isoformat()] for day in GENTLE] == ["forgiven"] * 7


@pytest.mark.parametrize(
    ("schedule", "missed"),
    [
        ({"frequency": "weekdays", "weekdays": [1, 3], "measure": "tick"}, ["2026-03-10", "2026-03-12"]),
        ({"frequency": "every_n_days", "every": 5, "measure": "tick"}, ["2026-03-12"]),
        ({"frequency": "per_week", "times": 3, "measure": "tick"}, ["2026-03-13"]),
        ({"frequency": "daily", "measure": "at_most", "target": "2"}, []),
        ({"frequency": "per_month", "times": 2, "measure": "tick"}, []),
    ],
)
def test_each_schedule_is_missed_in_its_own_way(
    anas: Door, time: StoppedClock, schedule: dict[str, Any], missed: list[str]
) -> None:
    habit = world.promise(anas, schedule=schedule)["id"]
    live(time, noon_after(date(2026, 3, 15)))
    assert list(misses(habit)) == missed


def test_over_the_limit_is_a_miss_at_grace_end_and_never_earlier(anas: Door, time: StoppedClock) -> None:
    habit = world.promise(anas, schedule={"frequency": "daily", "measure": "at_most", "target": "2"})["id"]
    live(time, wall(DUE, 20))
    world.check_in(anas, habit, DUE, amount="3")
    live(time, noon_after(DUE) - SECOND)
    assert misses(habit) == {}
    live(time, noon_after(DUE))
    assert misses(habit) == {"2026-03-09": "open"}


def test_a_window_that_passes_is_noted_without_a_word_to_witnesses(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, wall(date(2026, 3, 12), 12) - SECOND)
    assert misses(habit)["2026-03-09"] == "open"
    live(time, wall(date(2026, 3, 12), 12))
    assert misses(habit)["2026-03-09"] == "passed"
    assert ("miss_changed", "2026-03-09") in told()
    world.check_in(anas, habit, date(2026, 3, 12))
    row = Miss.objects.get(date=DUE)
    assert (row.state, row.returned_on) == ("passed", date(2026, 3, 12))
    assert states(anas, habit)["2026-03-09"] == "missed"


def test_a_comeback_returns_the_miss_and_forgives_the_day(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, noon_after(DUE) + HOUR)
    world.check_in(anas, habit, DUE + DAY)
    assert misses(habit) == {"2026-03-09": "returned"}
    assert told() == [("day_missed", "2026-03-09"), ("miss_returned", "2026-03-09")]
    assert states(anas, habit)["2026-03-09"] == "forgiven"
    assert anas.get(f"/habits/{habit}/calendar").json()["streak"]["current"] == 8


def test_back_before_it_closes_nothing_turns_cold(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, wall(DUE + DAY, 8))
    world.check_in(anas, habit, DUE + DAY)
    live(time, noon_after(DUE))
    assert misses(habit) == {"2026-03-09": "returned"}
    assert told("day_missed", "miss_returned") == []


def test_undoing_the_comeback_withdraws_the_welcome(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, noon_after(DUE) + HOUR)
    world.check_in(anas, habit, DUE + DAY)
    time.advance(MINUTE)
    assert world.undo(anas, habit, DUE + DAY).status_code == 200
    assert misses(habit) == {"2026-03-09": "open"}
    assert states(anas, habit)["2026-03-09"] == "missed"


def test_two_passes_a_month_and_one_comeback_for_all(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, noon_after(DUE + 2 * DAY) - HOUR)
    world.check_in(anas, habit, DUE + 3 * DAY)
    live(time, noon_after(DUE + 2 * DAY))
    assert misses(habit) == {"2026-03-09": "returned", "2026-03-10": "returned", "2026-03-11": "returned"}
    calendar = states(anas, habit)
    assert [calendar[f"2026-03-{day:02}"] for day in (9, 10, 11)] == ["forgiven", "forgiven", "missed"]


def test_what_arrives_after_the_miss_voids_it(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, noon_after(DUE) + HOUR)
    taken = wall(DUE, 20)
    answer = world.check_in(anas, habit, DUE, captured_at=taken)
    assert (answer.status_code, answer.json()["late"]) == (201, False)
    assert misses(habit) == {"2026-03-09": "voided"}
    assert told() == [("day_missed", "2026-03-09"), ("miss_voided", "2026-03-09")]
    world.check_in(anas, habit, DUE, captured_at=taken)
    assert len(told()) == 2


def test_a_void_hands_the_pass_back(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, noon_after(DUE + 2 * DAY) - HOUR)
    world.check_in(anas, habit, DUE + 3 * DAY)
    live(time, noon_after(DUE + 2 * DAY))
    assert states(anas, habit)["2026-03-11"] == "missed"
    world.check_in(anas, habit, DUE, captured_at=wall(DUE, 20))
    calendar = states(anas, habit)
    assert [calendar[f"2026-03-{day:02}"] for day in (9, 10, 11)] == ["late", "forgiven", "forgiven"]


def test_a_shorter_grace_ends_sooner(anas: Door, habit: str, time: StoppedClock, relay: Callable[[], None]) -> None:
    keep(time, anas, habit, *GENTLE)
    assert anas.patch("/me", json={"grace_minutes": 120}).status_code == 200
    relay()
    live(time, wall(DUE + DAY, 2))
    assert misses(habit) == {"2026-03-09": "open"}


def test_a_closed_day_folds_with_the_version_in_force_then(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, wall(DUE + DAY, 9))
    weekend = {"frequency": "weekdays", "weekdays": [5, 6], "measure": "tick"}
    assert anas.patch(f"/habits/{habit}", json={"schedule": weekend}).status_code == 200
    live(time, noon_after(DUE + 2 * DAY))
    assert list(misses(habit)) == ["2026-03-09", "2026-03-10"]


def test_sweeping_again_changes_nothing(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, noon_after(DUE))
    before = everything()
    for _ in range(3):
        Habit.objects.update(next_at=time.instant)  # as if the worker had been killed right after its work
        sweep_until_nothing_is_due(time.instant)
    assert everything() == before


def test_settling_in_any_number_changes_nothing(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, noon_after(DUE))
    before = everything()
    for _ in range(2):
        settle_habit(Habit.objects.get(), now=time.instant)
    assert everything() == before


def test_a_poisoned_habit_does_not_stop_the_others(anas: Door, ben: Person, door: Doors, time: StoppedClock) -> None:
    poisoned, sound = world.promise(anas)["id"], world.promise(door(ben))["id"]
    ScheduleVersion.objects.filter(habit=poisoned).update(schedule={"frequency": "nonsense"})
    live(time, wall(DUE, 13))
    Habit.objects.update(next_at=noon_after(DUE))
    live(time, noon_after(DUE))
    assert misses(sound) == {"2026-03-09": "open"}
    held = Habit.objects.get(id=poisoned)
    assert held.attempts > 0
    assert held.next_at > time.instant
    ScheduleVersion.objects.filter(habit=poisoned).update(schedule=DAILY)
    live(time, time.instant + 2 * HOUR)
    assert misses(poisoned) == {"2026-03-09": "open"}


def test_nothing_is_judged_of_an_archived_habit(anas: Door, habit: str, time: StoppedClock) -> None:
    keep(time, anas, habit, *GENTLE)
    live(time, wall(DUE + DAY, 11))
    anas.delete(f"/habits/{habit}")
    Habit.objects.update(next_at=time.instant)  # a row somebody claimed a moment before
    live(time, noon_after(DUE))
    assert misses(habit) == {}


def test_celery_sweeps_until_nothing_is_due(anas: Door, time: StoppedClock) -> None:
    habits = [world.promise(anas)["id"] for _ in range(3)]
    time.move_to(noon_after(FIRST))
    beat(time.instant)
    close_due_days_task()
    assert set(Habit.objects.values_list("judged_through", flat=True)) == {FIRST}
    assert len(habits) == Habit.objects.filter(next_at=noon_after(FIRST + DAY)).count()


@pytest.mark.django_db(transaction=True)
def test_sweeps_at_once_judge_once(ana: Person, door: Doors, time: StoppedClock) -> None:
    anas = door(ana)
    habits = [world.promise(anas)["id"] for _ in range(6)]
    live(time, noon_after(DUE) - SECOND)
    time.advance(SECOND)
    assert all_at_once([lambda: close_due_days(now=clock.now(), limit=2)] * 6).count(0) < 6
    sweep_until_nothing_is_due(time.instant)
    assert Miss.objects.count() == len(habits)
    assert sorted(told("day_missed")) == [("day_missed", "2026-03-09")] * len(habits)


@pytest.mark.django_db(transaction=True)
def test_an_owner_who_travels_and_posts_meanwhile_waits_for_nobody_in_a_circle(
    ana: Person, door: Doors, time: StoppedClock
) -> None:
    anas = door(ana)
    habits = [world.promise(anas)["id"] for _ in range(4)]
    for turn, zone in enumerate(("Europe/London", "Europe/Berlin", "Europe/Paris", "Europe/London")):
        time.move_to(noon_after(DUE) + turn * DAY)
        beat(time.instant)
        Habit.objects.update(next_at=time.instant)
        today, doors = DUE + (turn + 1) * DAY, [door(ana) for _ in range(3)]
        answers = all_at_once([
            lambda: close_due_days(now=clock.now()),
            lambda: close_due_days(now=clock.now()),
            partial(doors[0].put, "/me/clock", json={"zone": zone}),
            partial(world.check_in, doors[1], habits[0], today, zone=zone),
            partial(world.check_in, doors[2], habits[3], today, zone=zone),
        ])  # fmt: skip
        assert [answer.status_code for answer in answers[2:]] == [200, 201, 201]
        assert not [answer for answer in answers[:2] if isinstance(answer, Exception)]
