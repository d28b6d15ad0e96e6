"""The second key from nothing to codes on paper, and every way it can be refused."""

import stat
from pathlib import Path

import pytest

from mobile.api.fake.keys import DIGITS, SECRET
from mobile.app_core import Core
from mobile.presenters import copy
from mobile.presenters import second_key_copy as words
from mobile.presenters.second_key import KeyStep, SecondKeyState
from mobile.presenters.sign_in_state import Step
from shared.codes import SENTENCES, Code
from tests.mobile.stage import Stage


def opened(stage: Stage, downloads: Path | None = None) -> Core:
    core = stage.phone_of(stage.ana, downloads=downloads)
    core.engine.run_once()
    core.second_key.open()
    return core


def turned_on(stage: Stage, downloads: Path | None = None) -> Core:
    core = opened(stage, downloads)
    core.second_key.set_up()
    core.second_key.turn_on(DIGITS)
    return core


def confirmed_long_ago(stage: Stage) -> None:
    stage.server.world.confirmed.clear()


def test_until_it_is_set_up_there_is_none_and_no_secret_is_shown(stage: Stage) -> None:
    core = opened(stage)
    assert core.second_key.state.step is KeyStep.OFF
    core.second_key.set_up()
    assert (core.second_key.state.step, core.second_key.state.secret) == (KeyStep.SET_UP, SECRET)
    assert SECRET in core.second_key.state.address
    assert stage.server.world.second_factors == {}


def test_right_digits_turn_it_on_and_show_the_codes_on_paper_once(stage: Stage) -> None:
    core = turned_on(stage)
    assert core.second_key.state.step is KeyStep.PAPER
    assert list(core.second_key.state.codes) == stage.server.world.paper[stage.ana]
    assert core.second_key.state.secret == "", "nothing of it stays on the phone"
    core.second_key.have_codes()
    assert (core.second_key.state.step, core.second_key.state.codes) == (KeyStep.ON, ())
    core.second_key.open()
    assert (core.second_key.state.step, core.second_key.state.codes) == (KeyStep.ON, ())


def test_wrong_digits_turn_nothing_on_and_may_be_given_anew(stage: Stage) -> None:
    core = opened(stage)
    core.second_key.set_up()
    core.second_key.turn_on("000000")
    state = core.second_key.state
    assert (state.step, state.problem, state.busy, state.secret) == (KeyStep.SET_UP, words.WRONG, False, SECRET)
    core.second_key.turn_on(f"{DIGITS[:3]} {DIGITS[3:]}")
    assert core.second_key.state.step is KeyStep.PAPER


def test_leaving_the_page_forgets_what_it_showed(stage: Stage) -> None:
    core = turned_on(stage)
    core.second_key.close()
    assert core.second_key.state == SecondKeyState()


def test_codes_that_do_not_come_through_can_be_made_later(stage: Stage) -> None:
    core = opened(stage)
    core.second_key.set_up()

    def cut_off(request: str) -> None:
        stage.server.offline = request.startswith("POST") and request.endswith("totp")

    stage.server.after = cut_off
    core.second_key.turn_on(DIGITS)
    assert (core.second_key.state.step, core.second_key.state.line) == (KeyStep.ON, words.NO_PAPER)


def test_turning_it_off_asks_for_it_first(stage: Stage) -> None:
    core = turned_on(stage)
    confirmed_long_ago(stage)
    core.second_key.open()
    core.second_key.turn_off()
    assert core.second_key.state.step is KeyStep.CONFIRM
    core.second_key.confirm("000000")
    assert (core.second_key.state.step, core.second_key.state.problem) == (KeyStep.CONFIRM, words.WRONG)
    assert stage.ana in stage.server.world.second_factors
    core.second_key.confirm(DIGITS)
    assert core.second_key.state.step is KeyStep.OFF
    assert stage.server.world.second_factors == {}


def test_new_codes_can_be_asked_for_with_one_of_the_old(stage: Stage) -> None:
    core = turned_on(stage)
    confirmed_long_ago(stage)
    old = core.second_key.state.codes
    core.second_key.have_codes()
    core.second_key.new_codes()
    assert core.second_key.state.step is KeyStep.CONFIRM
    core.second_key.confirm(old[0])
    assert core.second_key.state.step is KeyStep.PAPER
    assert not set(core.second_key.state.codes) & set(old)


def test_not_now_leaves_everything_as_it_is(stage: Stage) -> None:
    core = turned_on(stage)
    confirmed_long_ago(stage)
    core.second_key.turn_off()
    core.second_key.open()
    assert core.second_key.state.step is KeyStep.ON
    assert stage.ana in stage.server.world.second_factors


def test_codes_are_saved_for_this_user_alone_and_over_no_other_file(stage: Stage, tmp_path: Path) -> None:
    downloads = tmp_path / "Downloads"
    core = turned_on(stage, downloads)
    assert core.second_key.state.can_save
    core.second_key.save_codes()
    core.second_key.save_codes()
    names = sorted(path.name for path in downloads.iterdir())
    assert names == ["kith-codes-on-paper-2.txt", "kith-codes-on-paper.txt"]
    assert core.second_key.state.line == words.saved(names[0])
    saved = downloads / names[1]
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert all(code in saved.read_text() for code in core.second_key.state.codes)


def test_without_room_it_says_so_and_the_codes_stay(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    core = turned_on(stage, tmp_path / "file")
    core.second_key.save_codes()
    assert core.second_key.state.problem == words.NOT_SAVED
    assert len(core.second_key.state.codes) == 10


def test_offline_it_says_so_and_can_be_asked_once_more(stage: Stage) -> None:
    core = turned_on(stage)
    core.second_key.have_codes()
    stage.server.offline = True
    core.second_key.turn_off()
    assert (core.second_key.state.step, core.second_key.state.problem) == (KeyStep.ON, copy.NO_SERVER)
    core.second_key.open()
    assert (core.second_key.state.step, core.second_key.state.problem) == (KeyStep.AWAY, copy.NO_SERVER)
    stage.server.offline = False
    core.second_key.open()
    assert core.second_key.state.step is KeyStep.ON


def test_too_many_tries_are_told_in_the_servers_own_words(stage: Stage) -> None:
    core = opened(stage)
    core.second_key.set_up()
    stage.server.busy_seconds = 600
    core.second_key.turn_on(DIGITS)
    assert core.second_key.state.problem == SENTENCES[Code.TOO_MANY]


def test_a_phone_the_server_no_longer_knows_is_shown_the_door(stage: Stage) -> None:
    core = opened(stage)
    core.second_key.set_up()
    del stage.server.world.tokens[stage.ana]
    core.second_key.turn_on(DIGITS)
    assert core.sign_in.state.step is Step.EMAIL
    assert core.sign_in.state.problem == copy.SIGN_IN_ONCE_MORE


@pytest.mark.parametrize("with_paper", [False, True])
def test_from_then_on_signing_in_asks_for_it(stage: Stage, with_paper: bool) -> None:
    codes = turned_on(stage).second_key.state.codes
    other = stage.phone_of(stage.ana, "other")
    other.me.sign_out()
    other.sign_in.send_code("ana@example.org")
    other.sign_in.enter_code("123456")
    assert other.sign_in.state.step is Step.SECOND
    other.sign_in.enter_second("000000")
    assert (other.sign_in.state.step, bool(other.sign_in.state.problem)) == (Step.SECOND, True)
    other.sign_in.enter_second(codes[3] if with_paper else DIGITS)
    assert other.sign_in.state.step is Step.DONE
    assert (codes[3] in stage.server.world.paper[stage.ana]) is not with_paper, "a code on paper works once"
