"""A habit I looked at that shows nothing now: one sentence, whatever the reason, and no habit named."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from mobile.app_core import Core
from shared.ids import uuid7
from shared.moods import Role
from tests.mobile.stage import DAY, TODAY, Stage

LONG = timedelta(days=15)
"""Longer than anybody is silent who shows up once in two weeks."""


def _removed(stage: Stage, habit: str) -> None:
    stage.server.world.habits[habit]["seats"] = []


def _archived(stage: Stage, habit: str) -> None:
    stage.server.world.habits[habit] |= {"archived": True, "seats": []}


def _resting(stage: Stage, habit: str) -> None:
    body = {"habit": habit, "first": TODAY.isoformat(), "last": None}
    stage.server.world.put_rest(stage.ana, str(uuid7()), body)


def _missing(_stage: Stage, _habit: str) -> None:
    """They just don't show up: no reason of anybody's."""


def _reads(ben: Core) -> tuple[list[str], list[str]]:
    """Habits that read as usual, and people of whom something is not shared."""
    crowd = ben.crowd.state
    return [seat.habit_title for seat in crowd.watching], [face.name for face in crowd.quiet]


@pytest.mark.parametrize("why", [_removed, _archived, _resting, _missing])
def test_after_a_while_every_reason_reads_alike(stage: Stage, why: Callable[[Stage, str], None]) -> None:
    habit = stage.habit(kept=3)
    ben = stage.synced(stage.ben)
    assert _reads(ben) == (["Morning run"], [])
    why(stage, habit)
    stage.time.advance(LONG)
    ben.engine.run_once()
    assert _reads(ben) == ([], ["Ana"])


@pytest.mark.parametrize("why", [_removed, _archived])
def test_what_ended_reads_alike_at_once(stage: Stage, why: Callable[[Stage, str], None]) -> None:
    habit = stage.habit(kept=3)
    ben = stage.synced(stage.ben)
    why(stage, habit)
    ben.engine.run_once()
    assert _reads(ben) == ([], ["Ana"])
    stage.server.offline = True
    ben.crowd.redraw()
    assert _reads(ben) == ([], ["Ana"])


def test_a_few_days_of_rest_are_told_to_nobody(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    ben = stage.synced(stage.ben)
    _resting(stage, habit)
    stage.time.advance(6 * DAY)
    ben.engine.run_once()
    assert _reads(ben) == (["Morning run"], [])


def test_a_day_of_theirs_brings_it_back(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    ben = stage.synced(stage.ben)
    stage.time.advance(LONG)
    ben.engine.run_once()
    assert _reads(ben) == ([], ["Ana"])
    stage.server.world.post(habit, TODAY + LONG)
    ben.engine.run_once()
    assert _reads(ben) == (["Morning run"], [])


def test_looking_away_ends_it_whether_there_still_is_a_seat_or_not(stage: Stage) -> None:
    run, swim = stage.habit(kept=3), stage.habit(kept=3, title="Swim")
    ben = stage.synced(stage.ben)
    _removed(stage, swim)
    stage.time.advance(LONG)
    ben.engine.run_once()
    assert _reads(ben) == ([], ["Ana"]), "two habits of one friend are one line: nobody can tell which"
    ben.crowd.stop_looking(stage.ana)
    assert _reads(ben) == ([], [])
    ben.engine.run_once()
    assert _reads(ben) == ([], [])
    assert [seat["person"]["id"] for seat in stage.server.world.habits[run]["seats"]] == [stage.cleo]


def test_whom_i_left_myself_and_whom_i_know_no_more_are_not_spoken_of(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    ben, cleo = stage.synced(stage.ben), stage.synced(stage.cleo)
    ben.crowd.leave(habit)
    ben.engine.run_once()
    ben.engine.run_once()
    assert _reads(ben) == ([], [])
    stage.server.offline = True
    cleo.crowd.unfriend(stage.ana)
    stage.time.advance(LONG)
    cleo.crowd.redraw()
    assert cleo.crowd.state.quiet == ()


def test_looking_away_from_a_silent_habit_holds_before_the_server_has_heard(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    ben = stage.synced(stage.ben)
    stage.time.advance(LONG)
    ben.engine.run_once()
    stage.server.offline = True
    ben.crowd.leave(habit)
    assert _reads(ben) == ([], [])


def test_no_word_of_the_habit_is_remembered(stage: Stage) -> None:
    habit = stage.habit(kept=3, title="Sober")
    stage.server.world.seat(habit, stage.ben, Role.GALLERY)
    ben = stage.synced(stage.ben)
    _removed(stage, habit)
    ben.engine.run_once()
    ben.feed.load()
    ben.store.wipe()
    assert b"Sober" not in (ben.store.data_dir / "kith.sqlite3").read_bytes()
