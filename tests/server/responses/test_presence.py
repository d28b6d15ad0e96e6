"""A witness whom something to look at has waited for five days is away: out of the crowd, and back by looking."""

from datetime import datetime, timedelta

import pytest

from shared.clock import StoppedClock
from tests.server import world
from tests.server.circle import DAY, Circle, gather


def _crowd(circle: Circle) -> list[str]:
    return [face["person"]["name"] for face in circle.item()["crowd"]]


@pytest.mark.sqlite
def test_five_days_unseen_and_back_by_looking(circle: Circle) -> None:
    posted = datetime.fromisoformat(circle.post()["received_at"])
    circle.time.move_to(posted + 5 * DAY - timedelta(seconds=1))
    assert _crowd(circle) == ["Ben", "Cleo"]
    circle.time.move_to(posted + 5 * DAY)
    assert _crowd(circle) == ["Cleo"]
    world.look(circle.ben, circle.habit, posted.date())
    assert _crowd(circle) == ["Ben", "Cleo"]


def test_who_has_seen_all_there_is_to_see_is_there(db: None, time: StoppedClock) -> None:
    """A habit for Mondays keeps nobody waiting on the other days."""
    circle = gather(time, schedule={"frequency": "weekdays", "weekdays": [0], "measure": "tick"})
    circle.post()
    world.look(circle.ben, circle.habit, circle.today)
    circle.wake(13)
    assert _crowd(circle) == ["Ben", "Cleo"]


def test_looking_at_the_newest_is_enough(circle: Circle) -> None:
    circle.keep(7)
    assert _crowd(circle) == ["Cleo"]
    circle.post()
    world.look(circle.ben, circle.habit, circle.today)
    assert _crowd(circle) == ["Ben", "Cleo"]


def test_a_card_that_waited_is_something_to_look_at_and_seeing_it_is_looking(circle: Circle) -> None:
    circle.keep(1)
    world.look(circle.ben, circle.habit, circle.today - DAY)
    circle.wake(6)
    circle.stay_away()
    (card,) = circle.ben.get("/rounds").json()["misses"]
    assert "Ben" in _crowd(circle)
    circle.ben.put(f"/misses/{card['id']}/look")
    circle.wake(4)
    assert "Ben" in _crowd(circle)
    circle.wake(3)
    assert "Ben" not in _crowd(circle)


def test_a_day_taken_back_waits_for_nobody(circle: Circle) -> None:
    circle.post()
    world.undo(circle.ana, circle.habit, circle.today)
    circle.wake(6)
    assert _crowd(circle) == ["Ben", "Cleo"]
