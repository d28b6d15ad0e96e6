"""Where Ana is signed in, her data to take along, and leaving: asked of the server, on a page of its own."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from mobile.api.fake.leaving import PACKAGE
from mobile.api.fake.sessions import session_id
from mobile.app_core import Core
from mobile.presenters import account_copy
from mobile.presenters.account_state import ExportStep
from tests.mobile.stage import TODAY, Stage


def opened(stage: Stage, downloads: Path | None = None) -> Core:
    stage.habit(kept=3)
    stage.server.world.tokens["Kith on a tablet"] = stage.ana
    core = stage.phone_of(stage.ana, downloads=downloads)
    core.engine.run_once()
    core.account.open()
    return core


def test_every_session_is_shown_and_this_one_is_marked(stage: Stage) -> None:
    state = opened(stage).account.state
    assert not state.loading
    assert sorted((one.device, one.current) for one in state.sessions) == [
        ("Kith on a phone", True), ("Kith on a tablet", False),
    ]  # fmt: skip
    assert {one.line for one in state.sessions} == {"Since today · used today"}


def test_one_that_is_ended_is_out_at_once(stage: Stage) -> None:
    core = opened(stage)
    core.account.end(session_id("Kith on a tablet"))
    assert [one.device for one in core.account.state.sessions] == ["Kith on a phone"]
    assert "Kith on a tablet" not in stage.server.world.tokens


def test_all_others_are_ended_and_this_phone_stays(stage: Stage) -> None:
    core = opened(stage)
    stage.server.world.tokens["Kith on a desk"] = stage.ana
    core.account.end_others()
    assert [one.current for one in core.account.state.sessions] == [True]
    core.engine.run_once()
    assert core.signed_in
    assert stage.server.world.tokens[stage.ben] == stage.ben


def test_while_the_server_is_away_it_says_so_and_can_be_asked_once_more(stage: Stage) -> None:
    core = opened(stage)
    stage.server.offline = True
    core.account.open()
    assert (core.account.state.away, core.account.state.sessions) == (True, ())
    stage.server.offline = False
    core.account.open()
    assert not core.account.state.away


def test_what_could_not_be_done_is_said_and_changes_nothing(stage: Stage) -> None:
    core = opened(stage)
    stage.server.offline = True
    core.account.end_others()
    assert core.account.state.problem
    assert len(core.account.state.sessions) == 2


def test_data_is_packed_and_saved_where_it_can_be_found(stage: Stage, tmp_path: Path) -> None:
    core = opened(stage, downloads=tmp_path / "Downloads")
    assert core.account.state.export is ExportStep.NONE
    core.account.pack()
    assert (core.account.state.export, core.account.state.can_save) == (ExportStep.READY, True)
    core.account.save()
    name = f"kith-{TODAY.isoformat()}.zip"
    assert (core.account.state.export, name in core.account.state.export_line) == (ExportStep.SAVED, True)
    assert [path.name for path in (tmp_path / "Downloads").iterdir()] == [name]
    assert (tmp_path / "Downloads" / name).read_bytes() == PACKAGE


def test_cut_off_it_can_be_saved_once_more(stage: Stage, tmp_path: Path) -> None:
    core = opened(stage, downloads=tmp_path)
    core.account.pack()
    stage.server.offline = True
    core.account.save()
    assert (core.account.state.export, bool(core.account.state.problem)) == (ExportStep.READY, True)
    stage.server.offline = False
    core.account.save()
    assert core.account.state.export is ExportStep.SAVED


def test_without_room_it_says_so(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    core = opened(stage, downloads=tmp_path / "file")
    core.account.pack()
    core.account.save()
    assert core.account.state.problem == account_copy.NOT_SAVED
    assert core.account.state.export is ExportStep.READY


def test_where_no_file_can_be_found_a_browser_is_named(stage: Stage) -> None:
    core = opened(stage)
    core.account.pack()
    assert not core.account.state.can_save
    assert core.account.state.export_line.endswith("/leave")
    core.account.save()
    assert core.account.state.export is ExportStep.READY


def test_one_leaves_and_stays_after_all(stage: Stage) -> None:
    core = opened(stage)
    assert core.account.state.leaving == ""
    core.account.leave()
    assert core.account.state.leaving == (
        "You are leaving. On Monday, 30 November everything of yours is deleted."
    )  # fmt: skip
    core.account.stay()
    assert core.account.state.leaving == ""


@pytest.mark.parametrize(
    ("began", "used", "line"),
    [
        (date(2026, 11, 3), date(2026, 11, 22), "Since 3 November · used yesterday"),
        (date(2026, 11, 20), TODAY, "Since Friday · used today"),
        (None, TODAY, "used today"),
        (None, None, ""),
    ],
)
def test_a_sessions_age_is_said_in_words(began: date | None, used: date | None, line: str) -> None:
    assert account_copy.began(began, used, TODAY) == line


@pytest.mark.parametrize(("size", "said"), [(12, "1 kB"), (99_000, "99 kB"), (48_300_000, "48.3 MB")])
def test_a_packages_size_is_said_in_words(size: int, said: str) -> None:
    until = datetime(2026, 11, 30, tzinfo=UTC)
    assert account_copy.ready(size, until) == f"Ready: {said}. It is kept until Monday, 30 November."
