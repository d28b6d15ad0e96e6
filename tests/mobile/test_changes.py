"""Old state + changes = a fresh snapshot, whatever happened in between; and own taps always stay on top."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from mobile.actions.habits import archive_habit
from mobile.api.fake.world import new_id
from mobile.app_core import Core
from mobile.store import own
from mobile.store.own import Own
from tests.mobile.stage import DAY, Stage, staged

Step = Callable[[Stage, Core, str], None]


def _post_elsewhere(stage: Stage, _core: Core, habit: str) -> None:
    stage.server.world.post(habit, stage.time.instant.date(), photo=b"elsewhere", caption="from the other phone")


def _undo_elsewhere(stage: Stage, _core: Core, habit: str) -> None:
    day = stage.time.instant.date().isoformat()
    stage.server.world.undo(habit, day, stage.time.instant.isoformat())


def _tick_here(_stage: Stage, core: Core, _habit: str) -> None:
    core.today.tick()


def _undo_here(_stage: Stage, core: Core, _habit: str) -> None:
    core.today.undo_today()


def _rest_here(_stage: Stage, core: Core, _habit: str) -> None:
    core.today.rest_today()


def _end_rest_here(_stage: Stage, core: Core, _habit: str) -> None:
    core.today.end_rest()


def _rest_elsewhere(stage: Stage, _core: Core, habit: str) -> None:
    body = {"habit": habit, "first": stage.time.instant.date().isoformat(), "last": None}
    stage.server.world.put_rest(stage.ana, new_id(), body)


def _end_rest_elsewhere(stage: Stage, _core: Core, _habit: str) -> None:
    for rest in list(stage.server.world.rests):
        stage.server.world.end_rest(rest)


def _promise_here(_stage: Stage, core: Core, _habit: str) -> None:
    core.promise.open()
    core.promise.set_title("Reading")
    core.promise.promise()


def _archive_here(stage: Stage, core: Core, _habit: str) -> None:
    if len(core.today.state.tabs) > 1 and core.today.state.habit_id is not None:
        archive_habit(core.store, habit_id=core.today.state.habit_id, now=stage.time.instant)


def _other_habit(_stage: Stage, core: Core, _habit: str) -> None:
    core.today.select_next()


def _rename_elsewhere(stage: Stage, _core: Core, habit: str) -> None:
    stage.server.world.habits[habit]["title"] = "Evening run"
    stage.server.world.note(stage.ana, "habit", habit)


def _seat_elsewhere(stage: Stage, _core: Core, habit: str) -> None:
    stage.server.world.seat(habit, stage.ben)


def _night_falls(stage: Stage, _core: Core, _habit: str) -> None:
    stage.time.advance(DAY)
    stage.server.world.sweep()


def _hour_passes(stage: Stage, _core: Core, _habit: str) -> None:
    stage.time.advance(timedelta(hours=1))


def _ben_saw(stage: Stage, _core: Core, _habit: str) -> None:
    for miss in list(stage.server.world.misses):
        stage.server.world.look_at_miss(stage.ben, miss)


def _net_goes(stage: Stage, _core: Core, _habit: str) -> None:
    stage.server.offline = True


def _net_comes(stage: Stage, _core: Core, _habit: str) -> None:
    stage.server.offline = False


def _answers_get_lost(stage: Stage, core: Core, _habit: str) -> None:
    stage.server.lose_answers = True
    core.engine.run_once()
    stage.server.lose_answers = False


def _sync(_stage: Stage, core: Core, _habit: str) -> None:
    core.engine.run_once()


def _log_is_pruned(stage: Stage, _core: Core, _habit: str) -> None:
    stage.server.world.horizon = len(stage.server.world.log[stage.ana])


STEPS: tuple[Step, ...] = (
    _post_elsewhere, _undo_elsewhere, _tick_here, _undo_here, _rest_here, _end_rest_here, _rest_elsewhere,
    _end_rest_elsewhere, _promise_here, _other_habit,
    _archive_here, _rename_elsewhere, _seat_elsewhere, _night_falls, _hour_passes, _ben_saw, _net_goes, _net_comes,
    _answers_get_lost,
    _sync, _sync, _log_is_pruned,
)  # fmt: skip


def _own(core: Core) -> Own:
    with core.store.read() as db:
        return own.read(db)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(STEPS), max_size=25))
def test_old_state_and_changes_equal_a_fresh_snapshot(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder, staged(Path(folder)) as stage:
        habit = stage.habit(kept=8)
        core = stage.synced(stage.ana)
        for step in steps:
            step(stage, core, habit)
        stage.server.offline = False
        core.engine.run_once()
        core.engine.run_once()
        fresh = stage.synced(stage.ana, "a new phone")
        assert core.today.state.tray == ()
        assert _own(core) == _own(fresh)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([_post_elsewhere, _undo_elsewhere, _sync, _rename_elsewhere, _hour_passes]), max_size=8)
)
def test_what_is_unsent_is_never_overwritten(steps: list[Step]) -> None:
    with TemporaryDirectory() as folder, staged(Path(folder)) as stage:
        habit = stage.habit(kept=8)
        core = stage.synced(stage.ana)
        stage.server.busy_seconds = 60
        core.compose.open(habit)
        core.compose.set_mode("note")
        core.compose.set_caption("mine")
        assert core.compose.post()
        for step in steps:
            step(stage, core, habit)
            assert core.today.state.caption == "mine"
            assert core.today.state.mood == "warm"


def test_what_was_removed_elsewhere_is_gone_here(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    for pruned in (False, True):
        _rest_elsewhere(stage, core, habit)
        core.engine.run_once()
        assert core.today.state.mood == "quiet"
        _end_rest_elsewhere(stage, core, habit)
        if pruned:
            _log_is_pruned(stage, core, habit)
        core.engine.run_once()
        assert core.today.state.mood == "waiting"


def test_too_far_behind_means_everything_once_more(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.world.post(habit, stage.time.instant.date())
    _log_is_pruned(stage, core, habit)
    stage.server.requests.clear()
    core.engine.run_once()
    assert core.today.state.mood == "warm"
    assert stage.server.requests.count("GET /api/v1/changes") == 2


def test_a_poll_that_brings_nothing_repaints_nothing(stage: Stage) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    core.engine.run_once()
    drawn: list[object] = []
    core.today.subscribe(drawn.append)
    rings: list[str] = []
    core.store.subscribe(lambda: rings.append("ring"))
    core.engine.run_once()
    assert (len(drawn), rings) == (1, [])
