"""Whatever people do and in whatever order, the stored misses say what the pure rules say about the whole history."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from server.habits.models import Habit, Miss
from server.habits.selectors.histories import load_history
from server.habits.services.settle import settle_habit
from server.kernel.models import Fact
from shared import ids
from shared.clock import stopped_at
from shared.days import habit_day
from shared.states import fold
from tests.server import cast, world
from tests.server.awake import live, sweep_until_nothing_is_due
from tests.server.cast import Door

PROMISED = datetime(2026, 3, 2, 9, tzinfo=UTC)
BEGIN = datetime(2026, 3, 11, 9, tzinfo=UTC)
"""The gentle week is over, and with it two more days on which nothing was done."""
DAILY = {"frequency": "daily", "measure": "tick"}
THRICE = {"frequency": "per_week", "times": 3, "measure": "tick"}
GONE = (Miss.State.VOIDED, Miss.State.RESTED)
Deed = tuple[str, int, Any]

DEEDS = st.one_of(
    st.tuples(st.just("post"), st.integers(-2, 0), st.integers(0, 30)),
    st.tuples(st.just("undo"), st.just(0), st.none()),
    st.tuples(st.just("rest"), st.integers(-2, 1), st.integers(0, 2)),
    st.tuples(st.just("fly"), st.just(0), st.sampled_from(["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"])),
    st.tuples(st.just("sweep"), st.just(0), st.none()),
)
STEPS = st.lists(st.tuples(st.integers(0, 40), DEEDS), min_size=5, max_size=12)
"""Hours that pass, then what is done."""


def act(deed: Deed, door: Door, habit: str, time: Any) -> None:
    """Any of these may be refused; a refusal must leave everything right as well."""
    what, number, more = deed
    history = load_history(Habit.objects.get(id=habit), now=time.instant)
    day = habit_day(history.clock, time.instant) + timedelta(days=number)
    zone = history.clock.zone_at(time.instant)
    acts: dict[str, Callable[[], Any]] = {
        "post": lambda: world.check_in(door, habit, day, captured_at=time.instant - timedelta(hours=more), zone=zone),
        "undo": lambda: world.undo(door, habit, day),
        "rest": lambda: _rest(door, habit, day, day + timedelta(days=more or 0)),
        "fly": lambda: door.put("/me/clock", json={"zone": more}),
        "sweep": lambda: sweep_until_nothing_is_due(time.instant),
    }
    acts[what]()


def _rest(door: Door, habit: str, first: date, last: date) -> None:
    body = {"habit": habit, "first": str(first), "last": str(last)}
    door.put(f"/rests/{ids.uuid7()}", json=body)


def stored(habit: str) -> dict[date, tuple[Any, ...]]:
    rows = Miss.objects.filter(habit=habit).exclude(state__in=GONE)
    return {row.date: (str(row.state), row.returned_on, row.closed_at, row.opens_at) for row in rows}


def check_told_as_folded(habit: str, now: datetime) -> None:
    history = load_history(Habit.objects.get(id=habit), now=now)
    folded = {m.day: (m.status.value, m.returned_on, m.closed_at, m.opens_at) for m in fold(history, now).misses}
    assert stored(habit) == folded
    facts = Fact.objects.count()
    settle_habit(Habit.objects.get(id=habit), now=now)
    assert (stored(habit), Fact.objects.count()) == (folded, facts)


@pytest.mark.django_db
@pytest.mark.parametrize("schedule", [DAILY, THRICE], ids=["daily", "thrice a week"])
def test_the_stored_misses_are_the_folded_ones(schedule: dict[str, Any]) -> None:
    @settings(max_examples=25, deadline=None, derandomize=True, database=None)
    @given(steps=STEPS)
    def tell(steps: list[tuple[int, Deed]]) -> None:
        with transaction.atomic(), stopped_at(PROMISED) as time:
            door = cast.door_of(cast.arrive("Ana"))
            habit = world.promise(door, schedule=schedule)["id"]
            live(time, BEGIN)
            for hours, deed in steps:
                live(time, time.instant + timedelta(hours=hours))
                act(deed, door, habit, time)
            live(time, time.instant + timedelta(minutes=1))
            check_told_as_folded(habit, time.instant)
            transaction.set_rollback(True)  # the next example finds nothing of this one

    tell()
