"""Whatever happens in whatever order: a word of a blue letter lies on its owner's phone only unsent, or once opened."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mobile.app_core import Core
from mobile.store import outbox
from mobile.store.outbox import Kind
from shared.letter_states import LetterState
from tests.mobile.lettered import WORDS, bytes_of
from tests.mobile.stage import DAY, Stage, staged

_FOLDERS = count()


def _sync(stage: Stage, core: Core) -> None:
    stage.server.world.sweep()
    core.engine.run_once()


def _network(*, offline: bool = False, lost: bool = False) -> Callable[[Stage, Core], None]:
    def change(stage: Stage, _core: Core) -> None:
        stage.server.offline, stage.server.lose_answers = offline, lost

    return change


def _pass_a_day(stage: Stage, core: Core) -> None:
    stage.time.advance(DAY)
    stage.server.world.sweep()
    core.today.redraw()


def _see(stage: Stage, _core: Core) -> None:
    for miss in stage.server.world.misses:
        stage.server.world.look_at_miss(stage.ben, miss)


def _write(_stage: Stage, core: Core) -> None:
    core.letters.write(WORDS)


def _drop(_stage: Stage, core: Core) -> None:
    for item in core.today.state.tray:
        if item.refused:
            core.today.drop(item.outbox_id)


def _take_back(_stage: Stage, core: Core) -> None:
    core.letters.take_back()


DEEDS: dict[str, Callable[[Stage, Core], None]] = {
    "write": _write,
    "take back": _take_back,
    "tick": lambda _stage, core: core.today.tick(),
    "undo": lambda _stage, core: core.today.undo_today(),
    "rest": lambda _stage, core: core.today.rest_today(),
    "end the rest": lambda _stage, core: core.today.end_rest(),
    "open": lambda _stage, core: core.today.open_letter(),
    "leave closed": lambda _stage, core: core.today.leave_letter_closed(),
    "read all": lambda _stage, core: core.letters.open(core.today.state.habit_id or ""),
    "drop": _drop,
    "sync": _sync,
    "offline": _network(offline=True),
    "answers lost": _network(lost=True),
    "online": _network(),
    "a day passes": _pass_a_day,
    "Ben looks": _see,
}


def _may_lie_here(stage: Stage, core: Core) -> bool:
    with core.store.read() as db:
        unsent = any(command.kind is Kind.WRITE_BLUE for command in outbox.listed(db))
    return unsent or any(one["state"] == LetterState.OPENED for one in stage.server.world.sealed.values())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(DEEDS)), max_size=24))
def test_no_word_before_it_opens(tmp_path: Path, deeds: list[str]) -> None:
    with staged(tmp_path / str(next(_FOLDERS))) as stage:
        habit = stage.habit(kept=9)
        stage.server.world.seat(habit, stage.ben, keeps=True)
        core = stage.synced(stage.ana)
        core.letters.open(habit)
        for deed in ["write", "sync", *deeds]:
            DEEDS[deed](stage, core)
            if WORDS.encode() in bytes_of(stage, stage.ana):
                assert _may_lie_here(stage, core), deed
