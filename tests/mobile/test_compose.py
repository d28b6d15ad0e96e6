"""Composing: the day is fixed when it is opened, and what cannot be posted says why."""

from pathlib import Path

import pytest

from mobile.app_core import Core
from mobile.presenters.compose_state import ComposeMode
from mobile.presenters.today_state import Card
from mobile.store import outbox
from mobile.store.outbox import Kind
from shared.codes import SENTENCES, Code
from tests.mobile.stage import DAY, NOON, TODAY, Stage


def waiting(core: Core) -> list[Kind]:
    with core.store.read() as db:
        return [command.kind for command in outbox.waiting(db)]


class TestCompose:
    def test_a_photo_taken_before_midnight_belongs_to_its_day(self, stage: Stage, photo: Path) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        stage.time.move_to(NOON.replace(hour=23, minute=59))
        core.compose.open(habit)
        assert (core.compose.state.title, core.compose.state.date_hint) == ("Day 4 · Morning run", "")
        core.compose.pick(photo, "camera")
        stage.time.move_to(NOON.replace(hour=0, minute=2) + DAY)
        assert core.compose.post()
        core.engine.run_once()
        row = stage.server.world.check_ins[habit, TODAY.isoformat()]
        assert not row["late"]
        assert row["captured_at"].startswith("2026-11-23T23:59")

    def test_yesterday_with_a_photo(self, stage: Stage, photo: Path) -> None:
        habit = stage.habit(kept=3, until=TODAY - DAY)
        stage.time.move_to(NOON.replace(hour=9))
        core = stage.synced(stage.ana)
        core.compose.open(habit, (TODAY - DAY).isoformat())
        assert core.compose.state.date_hint == "For yesterday"
        core.compose.pick(photo, "library")
        assert core.compose.post()
        assert core.today.state.week[-2].state == "late"

    def test_what_is_no_photo_gets_a_sentence_and_nothing_is_kept(self, stage: Stage, tmp_path: Path) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        (tmp_path / "notes.txt").write_text("hello")
        core.compose.open(habit)
        core.compose.pick(tmp_path / "notes.txt", "library")
        assert core.compose.state.problem == SENTENCES[Code.PHOTO_NOT_AN_IMAGE]
        assert not core.compose.state.can_post
        assert not core.compose.post()
        assert list(core.store.photos_dir.iterdir()) == []

    def test_a_photo_not_posted_leaves_nothing_behind(self, stage: Stage, photo: Path) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        core.compose.pick(photo, "camera")
        core.compose.pick(photo, "camera")
        assert len(list(core.store.photos_dir.iterdir())) == 1
        core.compose.clear_photo()
        assert list(core.store.photos_dir.iterdir()) == []
        core.compose.pick(photo, "camera")
        core.close()
        stage.open_cores.clear()
        assert list(stage.phone_of(stage.ana).store.photos_dir.iterdir()) == []

    def test_a_note_needs_words_and_a_tick_nothing(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        assert not core.compose.state.can_post
        core.compose.set_mode(ComposeMode.NOTE)
        core.compose.set_caption("  ")
        assert not core.compose.state.can_post
        core.compose.set_caption("Slow and wet")
        assert core.compose.state.can_post
        core.compose.set_mode(ComposeMode.TICK)
        assert core.compose.post()
        assert (core.today.state.card, core.today.state.caption) == (Card.TICK, "")

    @pytest.mark.parametrize(
        ("typed", "kept"), [("5,2", "5.2"), ("12", "12"), ("abc", None), ("-1", None), ("0.12345", None)]
    )
    def test_an_amount_is_a_number_people_write(self, stage: Stage, typed: str, kept: str | None) -> None:
        schedule = {"frequency": "daily", "measure": "at_least", "target": "1", "unit": "km"}
        habit = stage.habit(kept=0, schedule=schedule)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        assert (core.compose.state.wants_amount, core.compose.state.unit) == (True, "km")
        core.compose.set_mode(ComposeMode.TICK)
        core.compose.set_amount(typed)
        assert core.compose.post() is (kept is not None)
        if kept is None:
            assert core.compose.state.problem
        else:
            core.engine.run_once()
            assert stage.server.world.check_ins[habit, TODAY.isoformat()]["amount"] == kept

    def test_going_on_with_a_day_keeps_its_words_and_adds_the_photo(self, stage: Stage, photo: Path) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        core.compose.set_mode(ComposeMode.NOTE)
        core.compose.set_caption("First words")
        core.compose.post()
        core.compose.open(habit)
        assert (core.compose.state.caption, core.compose.state.title) == ("First words", "Day 4 · Morning run")
        core.compose.pick(photo, "library")
        core.compose.post()
        core.engine.run_once()
        row = stage.server.world.check_ins[habit, TODAY.isoformat()]
        assert (row["caption"], len(row["photos"])) == ("First words", 1)
        assert core.today.state.card is Card.DUET

    def test_a_day_that_closed_meanwhile_says_so(self, stage: Stage) -> None:
        habit = stage.habit(kept=3)
        core = stage.synced(stage.ana)
        core.compose.open(habit)
        core.compose.set_mode(ComposeMode.TICK)
        stage.time.advance(2 * DAY)
        assert not core.compose.post()
        assert core.compose.state.problem == SENTENCES[Code.DAY_CLOSED]
        assert waiting(core) == []
