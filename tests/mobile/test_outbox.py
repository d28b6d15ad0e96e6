"""Offline first: on the screen at once, sent later, once; whatever the network or a kill does in between."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mobile.app_core import Core
from mobile.presenters.today_state import Card
from mobile.store import outbox, photos
from mobile.store.database import Store
from mobile.store.outbox import Kind
from mobile.store.photos import PhotoState
from shared.codes import SENTENCES, Code
from tests.mobile.stage import DAY, TODAY, Stage


class Killed(BaseException):
    """The phone's battery fell out."""


def post_photo(core: Core, habit: str, photo: Path, caption: str = "5.2 km, no stops") -> None:
    core.compose.open(habit)
    core.compose.pick(photo, "camera")
    core.compose.set_caption(caption)
    assert core.compose.post()


def waiting_kinds(core: Core) -> list[Kind]:
    with core.store.read() as db:
        return [command.kind for command in outbox.waiting(db)]


def puts(stage: Stage) -> list[str]:
    return [request for request in stage.server.requests if request.startswith("PUT")]


def test_offline_it_is_on_screen_at_once_and_sent_later_exactly_once(stage: Stage, photo: Path) -> None:
    habit = stage.habit(kept=40)
    core = stage.synced(stage.ana)
    stage.server.offline = True
    post_photo(core, habit, photo)
    state = core.today.state
    assert (state.card, state.headline.big, state.caption) == (Card.DUET, "Day 41", "5.2 km, no stops")
    assert state.today is not None
    assert state.today.path is not None

    core.engine.run_once()
    assert core.today.state.offline
    assert [item.title for item in core.today.state.tray] == ["Morning run"]
    assert (habit, TODAY.isoformat()) not in stage.server.world.check_ins

    stage.server.offline = False
    core.engine.run_once()
    core.engine.run_once()
    row = stage.server.world.check_ins[habit, TODAY.isoformat()]
    assert (row["caption"], [slot["state"] for slot in row["photos"]]) == ("5.2 km, no stops", ["ready"])
    assert core.today.state.tray == ()
    assert not core.today.state.offline
    assert core.today.state.card is Card.DUET
    assert len(puts(stage)) == 2


def test_the_photo_goes_before_its_day_and_everything_in_the_order_it_was_done(stage: Stage, photo: Path) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.offline = True
    post_photo(core, habit, photo)
    stage.time.advance(DAY / 100)
    core.today.undo_today()
    stage.time.advance(DAY / 100)
    core.today.tick()
    assert waiting_kinds(core) == [Kind.PHOTO, Kind.DAY, Kind.UNDO, Kind.DAY]
    stage.server.offline = False
    core.engine.run_once()
    sent = [request.partition(" ")[0] for request in stage.server.requests if not request.startswith("GET")]
    assert sent == ["PUT", "PUT", "DELETE", "PUT"]
    assert stage.server.world.check_ins[habit, TODAY.isoformat()]["undone_at"] is None
    assert core.today.state.card is Card.TICK


def test_an_answer_that_got_lost_is_asked_for_once_more_and_changes_nothing(stage: Stage, photo: Path) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    post_photo(core, habit, photo)
    stage.server.lose_answers = True
    core.engine.run_once()
    assert waiting_kinds(core) == [Kind.PHOTO, Kind.DAY]
    stage.server.lose_answers = False
    core.engine.run_once()
    assert waiting_kinds(core) == []
    assert len(stage.server.world.check_ins) == 4
    assert len(stage.server.world.check_ins[habit, TODAY.isoformat()]["photos"]) == 1
    assert core.today.state.day_number == 4


def test_a_busy_server_is_waited_for_and_friends_are_still_seen(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.busy_seconds = 30
    core.today.tick()
    stage.server.world.look(stage.ben, habit, TODAY.isoformat())
    done = core.engine.run_once()
    assert done.held
    assert done.retry_after is not None
    assert done.retry_after.total_seconds() == 30
    assert not core.today.state.offline
    assert waiting_kinds(core) == [Kind.DAY]
    assert any(face.expression == "colour" for face in core.today.state.faces)


def test_a_refused_photo_never_holds_back_its_day(stage: Stage, photo: Path) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.refuse_photos = Code.PHOTO_TRUNCATED
    post_photo(core, habit, photo)
    core.engine.run_once()
    row = stage.server.world.check_ins[habit, TODAY.isoformat()]
    assert row["photos"][0]["code"] == Code.PHOTO_TRUNCATED
    state = core.today.state
    assert (state.mood, state.card, state.foot) == ("warm", Card.TICK, SENTENCES[Code.PHOTO_TRUNCATED])
    assert [(item.title, item.refused) for item in state.tray] == [("Photo for Morning run", True)]
    with core.store.read() as db:
        kept = photos.get(db, row["photos"][0]["photo"])
    assert kept is not None
    assert (kept.state, kept.code) == (PhotoState.REFUSED, Code.PHOTO_TRUNCATED)
    core.today.drop(state.tray[0].outbox_id)
    assert core.today.state.tray == ()
    assert core.today.state.mood == "warm"


def test_a_photo_file_that_vanished_does_not_hold_back_its_day(stage: Stage, photo: Path) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    post_photo(core, habit, photo)
    for path in core.store.photos_dir.iterdir():
        path.unlink()
    core.engine.run_once()
    assert (habit, TODAY.isoformat()) in stage.server.world.check_ins
    assert core.today.state.foot == SENTENCES[Code.PHOTO_MISSING]


def test_a_refused_command_stays_in_the_tray_and_can_be_tried_or_dropped(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.offline = True
    core.today.tick()
    other = stage.habit(kept=0, title="Reading")
    stage.server.world.owners[habit] = stage.dan  # the server sees it differently now
    stage.server.offline = False
    core.engine.run_once()
    (item,) = core.today.state.tray
    assert item.refused
    assert item.detail == SENTENCES[Code.NOT_FOUND]
    core.today.select_habit(other)
    assert core.today.state.title == "Reading"

    core.today.retry(item.outbox_id)
    assert [still.outbox_id for still in core.today.state.tray] == [item.outbox_id]

    stage.server.world.owners[habit] = stage.ana
    core.today.retry(item.outbox_id)
    assert core.today.state.tray == ()
    assert (habit, TODAY.isoformat()) in stage.server.world.check_ins


def test_a_refused_command_does_not_hold_back_the_next_and_dropping_it_takes_it_off_the_screen(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    core.today.tick()
    stage.time.advance(12 * DAY)
    core.today.redraw()
    stage.server.world.sweep()
    core.today.tick()
    with core.store.write() as db:
        first = outbox.waiting(db)[0]
        outbox.refuse(db, first.id, Code.TOO_OLD, SENTENCES[Code.TOO_OLD])
    core.engine.run_once()
    assert (habit, (TODAY + 12 * DAY).isoformat()) in stage.server.world.check_ins
    (item,) = core.today.state.tray
    assert core.today.state.day_number == 4
    core.today.drop(item.outbox_id)
    assert core.today.state.tray == ()
    assert (habit, TODAY.isoformat()) not in stage.server.world.check_ins


def test_dropping_a_waiting_day_takes_its_photo_along(stage: Stage, photo: Path) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.offline = True
    post_photo(core, habit, photo)
    core.engine.run_once()
    core.today.drop(core.today.state.tray[0].outbox_id)
    assert waiting_kinds(core) == []
    assert list(core.store.photos_dir.iterdir()) == []
    assert core.today.state.card is Card.EMPTY_HALF


def test_a_401_pauses_and_asks_to_sign_in_losing_nothing(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    core.today.tick()
    stage.server.world.tokens.clear()
    core.engine.run_once()
    assert not core.signed_in
    assert core.sign_in.state.step == "email"
    assert core.sign_in.state.email == "ana@example.org"
    assert waiting_kinds(core) == [Kind.DAY]
    assert core.today.state.mood == "warm"

    core.sign_in.send_code("ana@example.org")
    core.sign_in.enter_code("123456")
    assert core.signed_in
    assert waiting_kinds(core) == []
    assert (habit, TODAY.isoformat()) in stage.server.world.check_ins


def test_somebody_else_signing_in_sees_and_sends_nothing_of_the_person_before(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    stage.server.offline = True
    core.today.tick()
    core.engine.run_once()
    assert len(core.today.state.tray) == 1
    stage.server.offline = False
    core.me.sign_out()
    core.sign_in.send_code("dan@example.org")
    core.sign_in.enter_code("123456")
    assert core.today.state.card is Card.NO_HABIT
    assert core.today.state.tray == ()
    assert (habit, TODAY.isoformat()) not in stage.server.world.check_ins
    core.me.sign_out()
    core.sign_in.send_code("ana@example.org")
    core.sign_in.enter_code("123456")
    assert (habit, TODAY.isoformat()) in stage.server.world.check_ins


def test_a_token_of_somebody_else_found_at_the_start_sends_nothing_of_the_person_before(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.synced(stage.ana)
    core.today.tick()
    core.close()
    stage.secrets[f"{stage.ana}-phone"].put("session_token", stage.dan)
    core = stage.synced(stage.ana)
    assert core.me.state.name == "Dan"
    assert core.today.state.card is Card.NO_HABIT
    assert (habit, TODAY.isoformat()) not in stage.server.world.check_ins
    core.close()
    stage.secrets[f"{stage.ana}-phone"].put("session_token", stage.ana)
    core = stage.synced(stage.ana)
    assert (habit, TODAY.isoformat()) in stage.server.world.check_ins
    assert core.today.state.mood == "warm"


@contextmanager
def _battery(stage: Stage) -> Iterator[None]:
    try:
        yield
    except Killed:
        for core in stage.open_cores:
            core.close()
        stage.open_cores.clear()


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("number", range(8))
def test_a_kill_around_any_request_loses_and_doubles_nothing(
    stage: Stage, photo: Path, moment: str, number: int
) -> None:
    habit = stage.habit(kept=1)
    core = stage.synced(stage.ana)
    post_photo(core, habit, photo)
    core.today.dismiss_strip()
    count = 0

    def kill(_request: str) -> None:
        nonlocal count
        count += 1
        if count == number + 1:
            raise Killed

    setattr(stage.server, moment, kill)
    with _battery(stage):
        core.engine.run_once()
    setattr(stage.server, moment, lambda _request: None)
    again = stage.phone_of(stage.ana)
    assert again.today.state.caption == "5.2 km, no stops"
    again.engine.run_once()
    _assert_sent_once(stage, again, habit)


class _Fragile(sqlite3.Connection):
    """A connection that dies with its phone at the n-th statement."""

    left = 10**9

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        if not sql.startswith(("PRAGMA", "SELECT")):
            _Fragile.left -= 1
            if _Fragile.left < 0:
                raise Killed
        return super().execute(sql, *args)


def _fragile_store(folder: Path) -> Store:
    return Store(folder, connect=lambda *args, **more: sqlite3.connect(*args, factory=_Fragile, **more))


@pytest.mark.parametrize("number", range(40))
def test_a_kill_at_any_statement_loses_and_doubles_nothing(stage: Stage, photo: Path, number: int) -> None:
    habit = stage.habit(kept=1)
    fragile = stage.phone_of(stage.ana, store=_fragile_store)
    _Fragile.left = 10**9
    fragile.engine.run_once()
    post_photo(fragile, habit, photo)
    _Fragile.left = number
    with _battery(stage):
        fragile.engine.run_once()
    _Fragile.left = 10**9
    again = stage.phone_of(stage.ana)
    assert again.today.state.caption == "5.2 km, no stops"
    again.engine.run_once()
    _assert_sent_once(stage, again, habit)


@pytest.mark.parametrize("number", range(8))
def test_a_kill_while_posting_keeps_all_of_the_check_in_or_none(stage: Stage, photo: Path, number: int) -> None:
    habit = stage.habit(kept=1)
    fragile = stage.phone_of(stage.ana, store=_fragile_store)
    _Fragile.left = 10**9
    fragile.engine.run_once()
    _Fragile.left = number
    with _battery(stage):
        post_photo(fragile, habit, photo)
    _Fragile.left = 10**9
    again = stage.phone_of(stage.ana)
    assert waiting_kinds(again) in ([], [Kind.PHOTO, Kind.DAY])
    assert len(list(again.store.photos_dir.iterdir())) == waiting_kinds(again).count(Kind.PHOTO)


def _assert_sent_once(stage: Stage, core: Core, habit: str) -> None:
    row = stage.server.world.check_ins[habit, TODAY.isoformat()]
    assert [slot["state"] for slot in row["photos"]] == ["ready"]
    assert len(stage.server.world.check_ins) == 2
    assert waiting_kinds(core) == []
    state = core.today.state
    assert (state.mood, state.headline.big, state.tray) == ("warm", "Day 2", ())
