"""The web answers, the sweep has not returned yet: a check-in is judged as the sweep would judge it."""

from datetime import date, datetime, timedelta

import pytest

from server.habits.models import Miss
from shared.clock import StoppedClock
from tests.server import world
from tests.server.awake import DAY, HOUR, MINUTE, live, sweep_until_nothing_is_due, wall
from tests.server.cast import Door

DUE = date(2026, 3, 9)
"""The first day after the gentle week of a habit promised on the 2nd."""
NOON = wall(DUE + DAY, 12)
"""When its grace ends."""
LAST_BEATS = [NOON - 2 * DAY, NOON - DAY, NOON - HOUR, NOON - MINUTE, NOON, NOON + MINUTE]
ARRIVALS = [NOON - MINUTE, NOON, NOON + 5 * MINUTE, NOON + HOUR, NOON + 8 * HOUR, NOON + DAY + HOUR]


def post(anas: Door, habit: str, time: StoppedClock, at: datetime) -> tuple[int, bool | str]:
    """A check-in for the day, made and sent at this moment: whether it is late, or why it is refused."""
    time.move_to(max(time.instant, at))
    answer = world.check_in(anas, habit, DUE, captured_at=at)
    return answer.status_code, answer.json().get("late", answer.json().get("code"))


@pytest.mark.parametrize("arrives", ARRIVALS, ids=str)
@pytest.mark.parametrize("last_beat", LAST_BEATS, ids=str)
def test_the_sweep_coming_first_or_last_makes_no_difference(
    anas: Door, time: StoppedClock, last_beat: datetime, arrives: datetime
) -> None:
    before, after = (str(world.promise(anas)["id"]) for _ in range(2))
    live(time, min(last_beat, arrives))
    told_first = post(anas, before, time, arrives)
    sweep_until_nothing_is_due(time.instant)
    assert post(anas, after, time, arrives) == told_first
    assert Miss.objects.filter(date=DUE).count() == (0 if told_first[0] == 201 else 2)


def test_after_noon_of_an_outage_the_day_can_still_be_added(anas: Door, habit: str, time: StoppedClock) -> None:
    live(time, NOON - HOUR)
    assert post(anas, habit, time, NOON + 2 * HOUR) == (201, True)


def test_a_day_that_was_over_before_the_outage_stays_closed(anas: Door, habit: str, time: StoppedClock) -> None:
    live(time, NOON)
    assert post(anas, habit, time, NOON + 5 * HOUR) == (422, "day_closed")


def test_undoing_and_correcting_are_saved_alike(anas: Door, time: StoppedClock) -> None:
    counted = {"frequency": "daily", "measure": "at_least", "target": "5", "unit": "km"}
    habit = world.promise(anas, schedule=counted)["id"]
    time.move_to(NOON - 14 * HOUR)
    world.check_in(anas, habit, DUE, amount="3")
    live(time, NOON - HOUR)
    time.move_to(NOON + HOUR)
    assert world.edit(anas, habit, DUE, amount="5").status_code == 200
    evening = NOON - 13 * HOUR
    assert world.undo(anas, habit, DUE, captured_at=evening, sent_at=time.instant).status_code == 200


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-03-01"])
def test_dates_no_outage_can_have_touched(anas: Door, habit: str, time: StoppedClock, day: str) -> None:
    live(time, NOON - HOUR)
    time.move_to(NOON + timedelta(days=40))
    assert world.check_in(anas, habit, day).status_code == 422
