"""A promise may change: its name at once, its days from the next one on; or it is put away."""

import pytest

from mobile.app_core import Core
from mobile.presenters.change_state import Rhythm
from mobile.store import outbox, own
from mobile.store.database import Body
from shared import limits
from tests.mobile.stage import DAY, TODAY, Stage

TOMORROW = (TODAY + DAY).isoformat()


def opened(stage: Stage, **habit: object) -> tuple[Core, str]:
    page = stage.habit(kept=3, **habit)  # type: ignore[arg-type]
    core = stage.synced(stage.ana)
    core.change.open(page)
    return core, page


def row(core: Core, habit: str) -> Body:
    with core.store.read() as db:
        found = own.read(db).habit(habit)
    assert found is not None
    return found


def test_it_opens_as_the_promise_stands_and_saves_nothing_unchanged(stage: Stage) -> None:
    core, _ = opened(stage)
    state = core.change.state
    assert (state.title, state.rhythm, state.can_save, state.holds_from) == ("Morning run", Rhythm.DAYS, False, "")
    assert all(day.chosen for day in state.weekdays)
    core.change.save()
    with core.store.read() as db:
        assert outbox.listed(db) == []


def test_another_name_and_sign_hold_at_once_offline_too(stage: Stage) -> None:
    core, habit = opened(stage)
    stage.server.offline = True
    core.change.set_title("  Evening run ")
    core.change.set_icon("hiking")
    core.change.save()
    assert core.change.state.done
    assert core.today.state.title == "Evening run"
    stage.server.offline = False
    core.engine.run_once()
    assert (row(core, habit)["title"], stage.server.world.habits[habit]["icon"]) == ("Evening run", "hiking")


def test_without_a_name_nothing_is_saved(stage: Stage) -> None:
    core, habit = opened(stage)
    core.change.set_title("   ")
    assert not core.change.state.can_save
    core.change.save()
    assert row(core, habit)["title"] == "Morning run"
    core.change.set_title("x" * (limits.TITLE_MAX + 5))
    assert len(core.change.state.title) == limits.TITLE_MAX


def test_other_days_hold_from_tomorrow_on(stage: Stage) -> None:
    core, habit = opened(stage)
    for day in (1, 3, 5, 6):
        core.change.toggle_weekday(day)
    assert core.change.state.holds_from == "The new days hold from tomorrow on. Today stays as it is."
    core.change.save()
    for _ in range(2):
        version = row(core, habit)["versions"][-1]
        assert version["valid_from"] == TOMORROW
        assert version["schedule"] == {"frequency": "weekdays", "measure": "tick", "weekdays": [0, 2, 4]}
        core.engine.run_once()
    core.habit.open(habit)
    assert core.habit.state.line.startswith("Every day")


def test_one_day_always_stays(stage: Stage) -> None:
    core, _ = opened(stage)
    for day in range(7):
        core.change.toggle_weekday(day)
    assert [day.value for day in core.change.state.weekdays if day.chosen] == [6]
    assert core.change.state.can_save


def test_times_a_week_keep_what_is_measured(stage: Stage) -> None:
    schedule = {"frequency": "daily", "measure": "at_least", "target": "5.2", "unit": "km"}
    core, habit = opened(stage, schedule=schedule)
    core.change.set_rhythm(Rhythm.TIMES)
    core.change.set_times(4)
    core.change.save()
    core.engine.run_once()
    assert row(core, habit)["schedule"] == {
        "frequency": "per_week", "measure": "at_least", "times": 4, "target": "5.2", "unit": "km",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("schedule", "rhythms"),
    [
        ({"frequency": "daily", "measure": "tick"}, (Rhythm.DAYS, Rhythm.TIMES)),
        ({"frequency": "daily", "measure": "at_most", "target": "2", "unit": "cups"}, (Rhythm.DAYS,)),
        ({"frequency": "every_n_days", "every": 3, "measure": "tick"}, (Rhythm.AS_IT_IS, Rhythm.DAYS, Rhythm.TIMES)),
        ({"frequency": "per_month", "times": 2, "measure": "tick"}, (Rhythm.AS_IT_IS, Rhythm.DAYS, Rhythm.TIMES)),
    ],
)
def test_only_what_can_be_said_is_offered(stage: Stage, schedule: Body, rhythms: tuple[Rhythm, ...]) -> None:
    core, _ = opened(stage, schedule=schedule)
    assert core.change.state.rhythms == rhythms
    assert not core.change.state.can_save


def test_a_rhythm_may_be_thought_over(stage: Stage) -> None:
    core, _ = opened(stage, schedule={"frequency": "every_n_days", "every": 3, "measure": "tick"})
    core.change.set_rhythm(Rhythm.TIMES)
    assert core.change.state.can_save
    core.change.set_rhythm(Rhythm.AS_IT_IS)
    assert (core.change.state.can_save, core.change.state.as_it_is) == (False, "Every 3 days")


def test_reminders_are_chosen_and_those_of_its_own_stay_in_the_list(stage: Stage) -> None:
    core, habit = opened(stage)
    stage.server.world.habits[habit]["reminders"] = [6 * 60 + 15]
    stage.server.world.note(stage.ana, "habit", habit)
    core.engine.run_once()
    core.change.open(habit)
    assert [choice.label for choice in core.change.state.reminders if choice.chosen] == ["6:15"]
    for minute in (420, 720, 1080, 1200, 1290):
        core.change.toggle_reminder(minute)
    chosen = [choice.value for choice in core.change.state.reminders if choice.chosen]
    assert chosen == [375, 420, 720, 1080, 1200][: limits.REMINDERS_MAX]
    core.change.save()
    core.engine.run_once()
    assert stage.server.world.habits[habit]["reminders"] == chosen


def test_discreet_is_a_switch(stage: Stage) -> None:
    core, habit = opened(stage)
    core.change.set_discreet(True)
    core.change.save()
    core.engine.run_once()
    assert stage.server.world.habits[habit]["sensitive"] is True


def test_put_away_it_is_gone_from_today_and_the_page_closes(stage: Stage) -> None:
    core, habit = opened(stage)
    core.habit.open(habit)
    core.change.put_away()
    assert core.change.state.gone
    assert (core.today.state.habit_id, core.habit.state.habit_id) == (None, "")


def test_a_habit_that_is_gone_leaves_nothing_to_change(stage: Stage) -> None:
    core, habit = opened(stage)
    core.change.put_away()
    core.change.open(habit)
    assert core.change.state.gone
