"""The end of a season on the phone: the question, who is asked anew, and what holds while nothing was sent yet."""

from datetime import timedelta
from decimal import Decimal

import pytest

from mobile.actions.seasons import begin_in_earnest, renew_season
from mobile.app_core import Core
from mobile.presenters.rhythms import lighter
from mobile.presenters.season_state import SeasonStep
from mobile.store import outbox, own
from mobile.store.database import Body
from shared import clock
from shared.codes import Code, Refused
from shared.plans import Frequency, Measure, Schedule
from tests.mobile.stage import DAY, NOON, TODAY, Stage


def over(stage: Stage, **more: object) -> tuple[Core, str]:
    """Ana's phone, the day after thirty days that she kept."""
    habit = stage.habit(kept=30, **more)  # type: ignore[arg-type]
    core = stage.synced(stage.ana)
    core.season.open(habit)
    return core, habit


def row(core: Core, habit: str) -> Body:
    with core.store.read() as db:
        found = own.read(db).habit(habit)
    assert found is not None
    return found


def seats(core: Core, habit: str) -> list[tuple[str, str, str]]:
    return [(seat["person"]["name"], seat["role"], seat["state"]) for seat in row(core, habit)["seats"]]


def test_today_says_quietly_which_day_of_the_season_it_is(stage: Stage) -> None:
    stage.habit(kept=11)
    state = stage.synced(stage.ana).today.state
    assert (state.season, state.season_over) == ("23 Nov · 12 of 30", False)


def test_after_thirty_days_its_owner_is_asked(stage: Stage) -> None:
    core, _ = over(stage)
    assert (core.today.state.season, core.today.state.season_over) == ("", True)
    state = core.season.state
    assert (state.step, state.kept, state.can_be_lighter) == (SeasonStep.ASK, "You showed up 30 times.", True)
    assert [(seat.person.name, seat.chosen) for seat in state.seats] == [("Ben", True), ("Cleo", True)]


def test_while_the_last_day_may_still_be_added_the_question_waits(stage: Stage) -> None:
    stage.time.move_to(NOON - timedelta(hours=4))
    habit = stage.habit(kept=29, until=TODAY - DAY)
    core = stage.synced(stage.ana)
    assert core.today.state.strip is not None
    assert not core.today.state.season_over
    stage.time.move_to(NOON + timedelta(minutes=1))
    stage.server.world.sweep()
    core.engine.run_once()
    assert core.today.state.habit_id == habit
    assert core.today.state.season_over


def test_once_more_asks_those_left_in_anew(stage: Stage) -> None:
    core, habit = over(stage)
    core.season.once_more()
    core.season.toggle(stage.cleo)
    assert core.season.begin()
    assert seats(core, habit) == [("Ben", "witness", "invited")]
    assert core.today.state.season == "23 Nov · 1 of 30"
    assert core.season.state.step is SeasonStep.OVER
    core.engine.run_once()
    assert seats(core, habit) == [("Ben", "witness", "invited")]
    assert [one["number"] for one in stage.server.world.habits[habit]["seasons"]] == [1, 2]
    assert row(core, habit)["seasons"][1]["first"] == TODAY.isoformat()


def test_circles_see_it_on_if_they_are_left_in(stage: Stage) -> None:
    habit = stage.habit(kept=30, crowd=False)
    core = stage.synced(stage.ana)
    for name, member in (("Gym", stage.ben), ("Writers", stage.cleo)):
        core.circles.open(habit)
        core.circles.start()
        core.circles.set_name(name)
        core.circles.toggle(member)
        core.circles.save()
    gym, writers = core.circles.state.circles
    core.circles.show_habit(gym.id)
    core.circles.show_habit(writers.id)
    core.engine.run_once()
    core.season.open(habit)
    core.season.once_more()
    assert core.season.state.seats == ()
    assert [(one.name, one.chosen) for one in core.season.state.circles] == [("Gym", True), ("Writers", True)]
    core.season.toggle(writers.id)
    core.season.begin()
    for _ in range(2):
        assert seats(core, habit) == [("Ben", "gallery", "accepted")]
        assert row(core, habit)["circles"] == [gym.id]
        core.engine.run_once()


def test_lighter_holds_from_the_next_day_offline_too(stage: Stage) -> None:
    core, habit = over(stage)
    stage.server.offline = True
    core.season.lighter()
    core.season.set_rhythm("week_3")
    assert core.season.begin()
    three = Schedule(Frequency.PER_WEEK, times=3).to_json()
    assert row(core, habit)["versions"][-1] == {"valid_from": (TODAY + DAY).isoformat(), "schedule": three}
    stage.server.offline = False
    core.engine.run_once()
    assert row(core, habit)["versions"][-1] == {"valid_from": (TODAY + DAY).isoformat(), "schedule": three}


def test_done_keeps_the_habit_for_oneself_or_puts_it_away(stage: Stage) -> None:
    core, habit = over(stage)
    core.season.done()
    assert core.season.state.step is SeasonStep.DONE
    assert core.season.keep_alone()
    assert seats(core, habit) == []
    assert (core.today.state.season, core.today.state.season_over) == ("", False)
    core.engine.run_once()
    assert row(core, habit)["seasons"][0]["closed_on"] == TODAY.isoformat()
    core.season.open(habit)
    assert core.season.state.step is SeasonStep.OVER


def test_put_away_it_is_gone_from_today(stage: Stage) -> None:
    core, _ = over(stage)
    core.season.done()
    assert core.season.put_away()
    assert core.today.state.habit_id is None


def test_without_gentle_days_the_second_day_is_in_earnest(stage: Stage) -> None:
    core, habit = over(stage)
    core.season.once_more()
    core.season.set_gentle(False)
    core.season.begin()
    expected = (2, TODAY.isoformat())
    for _ in range(2):
        latest = row(core, habit)["seasons"][-1]
        assert (latest["number"], latest["gentle_through"]) == expected
        core.engine.run_once()


def test_nothing_is_renewed_while_the_season_runs(stage: Stage) -> None:
    habit = stage.habit(kept=11)
    core = stage.synced(stage.ana)
    with pytest.raises(Refused) as refused:
        renew_season(core.store, habit_id=habit, picked=[], now=clock.now())
    assert refused.value.code == Code.SEASON_RUNS
    begin_in_earnest(core.store, habit_id=habit, now=clock.now())
    with core.store.read() as db:
        assert outbox.listed(db) == []


@pytest.mark.parametrize(
    ("schedule", "labels"),
    [
        (Schedule(Frequency.DAILY), ["5 a week", "3 a week", "2 a week", "Once a week"]),
        (Schedule(Frequency.PER_WEEK, times=3), ["2 a week", "Once a week"]),
        (Schedule(Frequency.WEEKDAYS, weekdays=frozenset({0, 2})), ["Once a week"]),
        (Schedule(Frequency.EVERY_N, every=2), ["3 a week", "2 a week", "Once a week"]),
        (Schedule(Frequency.PER_MONTH, times=2), []),
        (Schedule(Frequency.DAILY, measure=Measure.AT_MOST, target=Decimal(2), unit="cups"), ["Up to 3 cups"]),
        (Schedule(Frequency.DAILY, measure=Measure.AT_MOST, target=Decimal(0), unit="cups"), []),
    ],
)
def test_lighter_is_always_easier(schedule: Schedule, labels: list[str]) -> None:
    assert [label for label, _ in lighter(schedule).values()] == labels
