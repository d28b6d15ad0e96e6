"""Rest: today, ahead, a little way back; and what it does to misses."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from server.habits.models import Habit, Miss, Rest
from server.kernel.models import Fact
from server.people.models import Person
from shared import clock, ids
from shared.clock import StoppedClock
from tests.server import world
from tests.server.awake import DAY, HOUR, live, wall
from tests.server.cast import Door
from tests.server.house import SHUT_OUT, House, check_refused, everything

TODAY = date(2026, 3, 2)
DUE = date(2026, 3, 9)
"""The first day after the gentle week of a habit promised today."""
TOO_FAR, TOO_MANY = (422, "rest_too_far_back"), (422, "too_many_backdates")
Doors = Callable[[Person | None], Door]


def rest(
    door: Door, first: date, last: date | None, habit: str | None = None, *, said_at: datetime | None = None,
    rest_id: UUID | None = None,
) -> Any:  # fmt: skip
    body = {"habit": habit, "first": first.isoformat(), "last": last.isoformat() if last else None}
    return door.put(f"/rests/{rest_id or ids.uuid7_at(said_at or clock.now())}", json=body)


def states(anas: Door, habit: str) -> dict[str, str]:
    return {
        day["date"]: day["state"]
        for day in anas.get(f"/habits/{habit}/calendar?from=2026-03-01&to=2026-04-30").json()["days"]
    }


def misses() -> dict[str, str]:
    return {row.date.isoformat(): str(row.state) for row in Miss.objects.order_by("date")}


def told() -> int:
    return Fact.objects.filter(kind="rest_changed").count()


@pytest.mark.sqlite
def test_rest_today_and_ahead(anas: Door, habit: str, time: StoppedClock) -> None:
    rest_id = ids.uuid7()
    answer = rest(anas, TODAY, TODAY + 2 * DAY, habit, rest_id=rest_id)
    assert answer.status_code == 201
    assert answer.json() == {"id": str(rest_id), "habit": habit, "first": "2026-03-02", "last": "2026-03-04"}
    live(time, wall(TODAY + 4 * DAY, 9))
    assert list(states(anas, habit).values()) == ["rest", "rest", "rest", "grace", "open"]


def test_a_resend_changes_nothing_and_tells_nothing(anas: Door, habit: str, time: StoppedClock) -> None:
    rest_id = ids.uuid7()
    first = rest(anas, TODAY, None, habit, rest_id=rest_id)
    for _ in range(3):
        time.advance(DAY)
        again = rest(anas, TODAY, None, habit, rest_id=rest_id)
        assert (again.status_code, again.json()) == (200, first.json())
    assert (Rest.objects.count(), told()) == (1, 1)


def test_one_rest_for_all_habits_or_for_one(anas: Door, habit: str, time: StoppedClock) -> None:
    other = world.promise(anas)["id"]
    rest(anas, TODAY, TODAY)
    rest(anas, TODAY + DAY, TODAY + DAY, habit)
    time.advance(DAY)
    assert list(states(anas, habit).values()) == ["rest", "rest"]
    assert list(states(anas, other).values()) == ["rest", "open"]


def test_another_persons_rests_are_theirs(anas: Door, habit: str, ben: Person, door: Doors) -> None:
    bens, rest_id = door(ben), ids.uuid7()
    rest(anas, TODAY, None, habit, rest_id=rest_id)
    before = everything()
    check_refused(rest(bens, TODAY, None, rest_id=rest_id), 404)
    check_refused(rest(bens, TODAY, None, habit), 404)
    check_refused(bens.delete(f"/rests/{rest_id}"), 404)
    check_refused(bens.delete(f"/rests/{ids.uuid7()}"), 404)
    assert everything() == before


@pytest.mark.parametrize("role", SHUT_OUT)
def test_who_is_nobody_rests_nothing(house: House, role: str) -> None:
    rest_id = ids.uuid7()
    rest(house.anas, TODAY, None, rest_id=rest_id)
    by = house.as_role(role)
    before = everything()
    check_refused(rest(by, TODAY, None), 401)
    check_refused(by.delete(f"/rests/{rest_id}"), 401)
    assert everything() == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"first": "soon"}, {"first": None}, {"last": "2026-02-30"}, {"habit": "mine"}, {"first": "2026-03-05"},
    ],
)  # fmt: skip
def test_what_is_no_rest_is_refused(anas: Door, habit: str, wrong: dict[str, Any]) -> None:
    body = {"habit": habit, "first": "2026-03-02", "last": "2026-03-04"} | wrong
    assert world.refusal(anas.put(f"/rests/{ids.uuid7()}", json=body)) == (400, "invalid")
    assert Rest.objects.count() == 0


def test_a_rest_has_an_id_of_its_time_and_keeps_its_habit(anas: Door, habit: str) -> None:
    assert world.refusal(rest(anas, TODAY, None, habit, rest_id=uuid4())) == (400, "invalid")
    rest_id = ids.uuid7()
    rest(anas, TODAY, None, habit, rest_id=rest_id)
    assert world.refusal(rest(anas, TODAY, None, rest_id=rest_id)) == (409, "conflict")


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        (date(1, 1, 1), None, TOO_FAR), (date(1, 1, 1), date(1, 1, 1), TOO_FAR), (TODAY, date(9999, 12, 31), None),
        (date(9999, 12, 31), None, None), (date(9999, 12, 31), date(9999, 12, 31), None),
    ],
)  # fmt: skip
def test_no_date_is_too_strange(
    anas: Door, habit: str, first: date, last: date | None, refused: tuple[int, str] | None
) -> None:
    answer = rest(anas, first, last, habit)
    if refused:
        assert world.refusal(answer) == refused
    else:
        assert answer.status_code == 201
    assert anas.get(f"/habits/{habit}/calendar").status_code == 200


def test_on_a_missed_day_it_takes_the_miss_away_without_a_comeback(anas: Door, habit: str, time: StoppedClock) -> None:
    live(time, wall(DUE + DAY, 13))
    assert misses() == {"2026-03-09": "open"}
    assert rest(anas, DUE, DUE, habit).status_code == 201
    assert misses() == {"2026-03-09": "rested"}
    assert states(anas, habit)["2026-03-09"] == "rest"
    row = Miss.objects.get()
    assert row.returned_on is None


def test_rest_ahead_prevents_the_miss(anas: Door, habit: str, time: StoppedClock) -> None:
    rest(anas, DUE, DUE, habit)
    live(time, wall(DUE + DAY, 13))
    assert misses() == {}


def test_what_rest_took_away_comes_back_when_the_rest_is_shortened(anas: Door, habit: str, time: StoppedClock) -> None:
    live(time, wall(DUE + 2 * DAY, 13))
    rest_id = ids.uuid7()
    rest(anas, DUE, DUE + DAY, habit, rest_id=rest_id)
    assert misses() == {"2026-03-09": "rested", "2026-03-10": "rested"}
    assert rest(anas, DUE, DUE, habit, rest_id=rest_id).status_code == 200
    assert misses() == {"2026-03-09": "rested", "2026-03-10": "open"}


def test_it_reaches_back_while_the_window_is_open_and_no_longer(anas: Door, habit: str, time: StoppedClock) -> None:
    opens_at = wall(date(2026, 3, 12), 12)
    live(time, opens_at - HOUR)
    assert rest(anas, DUE, DUE, habit).status_code == 201
    other = world.promise(anas, starts_on="2026-03-06")["id"]
    live(time, opens_at)
    assert world.refusal(rest(anas, DUE, DUE, other)) == TOO_FAR
    assert world.refusal(rest(anas, DUE, DUE)) == TOO_FAR
    assert rest(anas, DUE + DAY, DUE + DAY, other).status_code == 201


def test_far_back_is_too_far_whether_the_day_was_kept_or_not(anas: Door, habit: str, time: StoppedClock) -> None:
    world.check_in(anas, habit, TODAY)
    live(time, wall(TODAY + 60 * DAY, 9))
    for day in (TODAY, TODAY + DAY, TODAY + 30 * DAY):
        assert world.refusal(rest(anas, day, day, habit)) == TOO_FAR


def test_a_habit_that_had_not_begun_does_not_bind_the_others(anas: Door, time: StoppedClock) -> None:
    weekly = {"frequency": "every_n_days", "every": 30, "measure": "tick"}
    world.promise(anas, schedule=weekly)
    live(time, wall(DUE, 9))
    world.promise(anas)
    assert rest(anas, DUE - 2 * DAY, DUE - DAY).status_code == 201


def test_two_days_a_calendar_month_reach_back(anas: Door, habit: str, time: StoppedClock) -> None:
    live(time, wall(DUE + 2 * DAY, 9))
    assert world.refusal(rest(anas, DUE - DAY, DUE + DAY, habit)) == TOO_MANY
    assert rest(anas, DUE + DAY, DUE + 4 * DAY, habit).status_code == 201
    assert rest(anas, DUE, DUE, habit).status_code == 201
    assert world.refusal(rest(anas, DUE - DAY, DUE - DAY, habit)) == TOO_MANY
    assert rest(anas, DUE + 2 * DAY, None, habit).status_code == 201
    live(time, wall(date(2026, 4, 2), 9))
    assert rest(anas, date(2026, 4, 1), date(2026, 4, 1), habit).status_code == 201


def test_a_day_rested_for_two_habits_is_one_day(anas: Door, habit: str, time: StoppedClock) -> None:
    other = world.promise(anas)["id"]
    live(time, wall(DUE + 2 * DAY, 9))
    assert [rest(anas, DUE, DUE + DAY, one).status_code for one in (habit, other)] == [201, 201]


def test_rest_that_travelled_slowly_counts_from_when_it_was_set(anas: Door, habit: str, time: StoppedClock) -> None:
    """Set in the mountains on the first missed day's morning, sent five days later: not one day of it reaches back."""
    live(time, wall(DUE + 5 * DAY, 9))
    assert misses()["2026-03-09"] == "passed"
    assert rest(anas, DUE, None, habit, said_at=wall(DUE, 8)).status_code == 201
    assert set(misses().values()) == {"rested"}
    assert rest(anas, DUE - DAY, DUE - DAY, habit, said_at=wall(DUE, 8)).status_code == 201


@pytest.mark.parametrize("said_at", [wall(TODAY - 60 * DAY, 8), wall(TODAY + 900 * DAY, 8)])
def test_a_phone_whose_clock_is_wrong_is_not_believed(
    anas: Door, habit: str, time: StoppedClock, said_at: datetime
) -> None:
    live(time, wall(DUE + 5 * DAY, 9))
    assert world.refusal(rest(anas, DUE, None, habit, said_at=said_at)) in {TOO_FAR, TOO_MANY}


@pytest.mark.parametrize("way", ["put", "delete"])
def test_ending_rest_keeps_the_days_that_were_rested(anas: Door, habit: str, time: StoppedClock, way: str) -> None:
    """The phone ends a long rest by saying that it reached to yesterday; that is not reaching back."""
    rest_id = ids.uuid7()
    rest(anas, TODAY, None, rest_id=rest_id)
    live(time, wall(TODAY + 20 * DAY, 9))
    yesterday = TODAY + 19 * DAY
    for _ in range(2):
        ended = rest(anas, TODAY, yesterday, rest_id=rest_id) if way == "put" else anas.delete(f"/rests/{rest_id}")
        assert ended.status_code in {200, 204}
    assert Rest.objects.get().last == yesterday
    calendar = states(anas, habit)
    assert (calendar["2026-03-21"], calendar["2026-03-22"]) == ("rest", "open")
    assert told() == 2
    assert rest(anas, TODAY + 20 * DAY, None).status_code == 201


def test_a_rest_taken_back_on_its_first_day_was_never_there(anas: Door, habit: str, time: StoppedClock) -> None:
    rest_id = ids.uuid7()
    rest(anas, TODAY, None, habit, rest_id=rest_id)
    for _ in range(2):
        assert anas.delete(f"/rests/{rest_id}").status_code == 204
    assert states(anas, habit) == {"2026-03-02": "open"}
    assert rest(anas, TODAY, None, habit, rest_id=rest_id).status_code == 200  # an older word that arrives late
    assert states(anas, habit) == {"2026-03-02": "open"}
    assert told() == 2


@pytest.mark.parametrize(
    ("first", "last"),
    [(DUE - DAY, DUE + 3 * DAY), (DUE + DAY, None), (DUE - 3 * DAY, DUE - 2 * DAY), (DUE + 2 * DAY, DUE + 2 * DAY)],
)
def test_an_old_rest_reaches_back_no_farther(
    anas: Door, habit: str, time: StoppedClock, first: date, last: Any
) -> None:
    """It would go uncounted: what reaches back is counted by when a rest was set."""
    rest_id = ids.uuid7()
    rest(anas, DUE, DUE, habit, rest_id=rest_id)
    live(time, wall(DUE + 3 * DAY, 9))
    assert world.refusal(rest(anas, first, last, habit, rest_id=rest_id)) == TOO_FAR
    assert Rest.objects.get().last == DUE


def test_rest_does_not_stop_somebody_who_shows_up(anas: Door, habit: str, time: StoppedClock) -> None:
    rest(anas, TODAY, TODAY, habit)
    assert world.check_in(anas, habit, TODAY).json()["extra"] is True
    assert states(anas, habit) == {"2026-03-02": "done"}


def test_rest_set_on_saturday_makes_no_miss_of_friday(anas: Door, time: StoppedClock) -> None:
    """Five a week, nothing done until Friday: without Saturday and Sunday more would have been needed before."""
    habit = world.promise(anas, schedule={"frequency": "per_week", "times": 3, "measure": "tick"})["id"]
    for day in (DUE, DUE + DAY):
        live(time, wall(day, 18))
        world.check_in(anas, habit, day)
    live(time, wall(date(2026, 3, 14), 9))
    rest(anas, date(2026, 3, 14), date(2026, 3, 15), habit)
    live(time, wall(date(2026, 3, 17), 9))
    assert "2026-03-13" not in misses()


def test_every_habit_of_the_owner_is_settled(anas: Door, time: StoppedClock) -> None:
    habits = [world.promise(anas)["id"] for _ in range(3)]
    live(time, wall(DUE + DAY, 13))
    rest(anas, DUE, DUE)
    assert Miss.objects.filter(state="rested").count() == Habit.objects.count() == len(habits)


def test_nothing_is_kept_of_a_refused_rest(anas: Door, habit: str, time: StoppedClock) -> None:
    live(time, wall(DUE + 4 * DAY, 13))
    before = everything()
    rest(anas, DUE, DUE, habit)
    rest(anas, DUE + DAY, DUE + timedelta(days=3), habit)
    assert everything() == before
