"""Signing in by a code: known mailboxes, new ones, wrong codes, no network."""

from mobile.app_core import Core
from mobile.presenters.sign_in_state import Step
from tests.mobile.stage import MemorySecrets, Stage


def phone_of_nobody(stage: Stage) -> Core:
    stage.secrets["nobody-phone"] = MemorySecrets()
    return stage.phone_of("nobody")


class TestSignIn:
    def test_a_known_mailbox_comes_home(self, stage: Stage) -> None:
        stage.habit(kept=3)
        core = phone_of_nobody(stage)
        assert not core.signed_in
        assert core.sign_in.state.step is Step.EMAIL
        core.sign_in.send_code(" ana@example.org ")
        assert core.sign_in.state.step is Step.CODE
        core.sign_in.enter_code("123 456")
        assert core.sign_in.state.step is Step.DONE
        assert core.signed_in
        assert core.today.state.title == "Morning run"

    def test_a_new_mailbox_gets_an_account_and_is_asked_for_a_name(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.send_code("eva@example.org")
        core.sign_in.enter_code("123456")
        assert core.sign_in.state.step is Step.NAME
        core.sign_in.choose_name("  ")
        assert core.sign_in.state.problem
        core.sign_in.choose_name("Eva")
        assert (core.sign_in.state.step, core.sign_in.state.problem) == (Step.DONE, "")
        assert core.me.state.name == "Eva"

    def test_a_wrong_code_says_so_and_can_be_corrected(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.send_code("ana@example.org")
        core.sign_in.enter_code("000000")
        assert core.sign_in.state.problem == "That code isn't right, or it has run out."
        assert not core.signed_in
        core.sign_in.enter_code("123456")
        assert core.signed_in

    def test_no_network_is_not_a_wrong_code(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        stage.server.offline = True
        core.sign_in.send_code("ana@example.org")
        assert core.sign_in.state.problem.startswith("Kith can't be reached")
        assert core.sign_in.state.step is Step.EMAIL

    def test_what_is_no_address_is_not_sent(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.send_code("ana")
        assert core.sign_in.state.problem
        assert stage.server.requests == []

    def test_back_to_the_mailbox_and_another_server(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.send_code("ana@example.org")
        core.sign_in.back()
        assert core.sign_in.state.step is Step.EMAIL
        core.sign_in.set_server("kith.example.org/")
        assert core.sign_in.state.server == "https://kith.example.org"
