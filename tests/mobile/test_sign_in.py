"""Signing in by a code: known mailboxes, wrong codes, a second factor, no network."""

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

    def test_a_wrong_code_says_so_and_can_be_corrected(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.send_code("ana@example.org")
        core.sign_in.enter_code("000000")
        assert core.sign_in.state.problem == "That code isn't right, or it has run out."
        assert not core.signed_in
        core.sign_in.enter_code("123456")
        assert core.signed_in

    def test_whoever_has_a_second_factor_is_asked_for_it(self, stage: Stage) -> None:
        stage.server.world.second_factors[stage.ana] = "654321"
        core = phone_of_nobody(stage)
        core.sign_in.send_code("ana@example.org")
        core.sign_in.enter_code("123456")
        assert (core.sign_in.state.step, core.signed_in) == (Step.SECOND, False)
        core.sign_in.enter_second("000000")
        assert core.sign_in.state.problem
        assert not core.signed_in
        core.sign_in.enter_second("654 321")
        assert (core.sign_in.state.step, core.signed_in) == (Step.DONE, True)

    def test_no_network_is_not_a_wrong_code(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        stage.server.offline = True
        core.sign_in.send_code("ana@example.org")
        assert core.sign_in.state.problem.startswith("Kith can't be reached")
        assert core.sign_in.state.step is Step.EMAIL

    def test_no_network_is_not_a_wrong_second_factor(self, stage: Stage) -> None:
        stage.server.world.second_factors[stage.ana] = "654321"
        core = phone_of_nobody(stage)
        core.sign_in.send_code("ana@example.org")
        core.sign_in.enter_code("123456")
        stage.server.offline = True
        core.sign_in.enter_second("654321")
        assert core.sign_in.state.problem.startswith("Kith can't be reached")

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

    def test_the_door_says_who_runs_the_server_and_remembers_it(self, stage: Stage) -> None:
        core = phone_of_nobody(stage)
        core.sign_in.open()
        said = "Run by Ottilie. Reach them at ottilie@example.org."
        assert core.sign_in.state.operator == said
        stage.server.offline = True
        assert phone_of_nobody(stage).sign_in.state.operator == said
        assert phone_of_nobody(stage).me.state.operator == said
