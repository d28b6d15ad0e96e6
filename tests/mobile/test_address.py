"""Another e-mail address: it counts once it is proven, and not before."""

import pytest

from mobile.api.fake.keys import DIGITS
from mobile.api.fake.signing_in import CODE
from mobile.app_core import Core
from mobile.presenters import address_copy, copy, second_key_copy
from mobile.presenters.address import AddressStep
from mobile.presenters.sign_in_state import Step
from shared.codes import SENTENCES, Code
from tests.mobile.stage import Stage

OLD, NEW = "ana@example.org", "ana@new.example"


def opened(stage: Stage) -> Core:
    core = stage.synced(stage.ana)
    core.address.open()
    assert core.address.state.email == OLD
    return core


def test_it_counts_once_the_code_is_typed(stage: Stage) -> None:
    core = opened(stage)
    core.address.send(f" {NEW} ")
    assert (core.address.state.step, core.address.state.wanted) == (AddressStep.CODE, NEW)
    assert stage.server.world.people[stage.ana]["email"] == OLD
    core.address.prove(f"{CODE[:3]} {CODE[3:]}")
    assert (core.address.state.step, core.address.state.email) == (AddressStep.DONE, NEW)
    assert stage.server.world.people[stage.ana]["email"] == NEW
    assert core.me.state.email == NEW, "the phone says it at once"


def test_a_wrong_code_changes_nothing_and_another_may_be_typed(stage: Stage) -> None:
    core = opened(stage)
    core.address.send(NEW)
    core.address.prove("000000")
    state = core.address.state
    assert (state.step, state.problem, state.busy) == (AddressStep.CODE, address_copy.CODE_WRONG, False)
    core.address.prove(CODE)
    assert core.address.state.step is AddressStep.DONE


@pytest.mark.parametrize(
    ("email", "said"), [("ana", copy.EMAIL_WRONG), ("", copy.EMAIL_WRONG), (OLD, address_copy.SAME_OR_WRONG)]
)
def test_what_is_no_other_address_is_said(stage: Stage, email: str, said: str) -> None:
    core = opened(stage)
    core.address.send(email)
    assert (core.address.state.step, core.address.state.problem) == (AddressStep.ASK, said)


def test_an_address_of_another_account_is_told_only_to_who_reads_its_mail(stage: Stage) -> None:
    core = opened(stage)
    core.address.send("ben@example.org")
    assert (core.address.state.step, core.address.state.problem) == (AddressStep.CODE, "")
    core.address.prove(CODE)
    assert core.address.state.problem == address_copy.TAKEN
    assert stage.server.world.people[stage.ana]["email"] == OLD


def test_whoever_has_a_second_key_gives_it_first(stage: Stage) -> None:
    stage.server.world.second_factors[stage.ana] = DIGITS
    core = opened(stage)
    core.address.send(NEW)
    assert core.address.state.step is AddressStep.CONFIRM
    core.address.confirm("000000")
    assert (core.address.state.step, core.address.state.problem) == (AddressStep.CONFIRM, second_key_copy.WRONG)
    core.address.confirm(DIGITS)
    assert (core.address.state.step, core.address.state.problem) == (AddressStep.CODE, "")
    core.address.prove(CODE)
    assert core.me.state.email == NEW


def test_one_can_go_back_and_give_another(stage: Stage) -> None:
    core = opened(stage)
    core.address.send("ana@typo.example")
    core.address.back()
    assert (core.address.state.step, core.address.state.wanted) == (AddressStep.ASK, "ana@typo.example")
    core.address.send(NEW)
    core.address.prove(CODE)
    assert core.me.state.email == NEW


def test_offline_and_hurried_it_says_so_and_keeps_what_was_typed(stage: Stage) -> None:
    core = opened(stage)
    stage.server.offline = True
    core.address.send(NEW)
    assert (core.address.state.problem, core.address.state.wanted) == (copy.NO_SERVER, NEW)
    stage.server.offline, stage.server.busy_seconds = False, 60
    core.address.send(NEW)
    assert core.address.state.problem == SENTENCES[Code.TOO_MANY]


def test_a_phone_the_server_no_longer_knows_is_shown_the_door(stage: Stage) -> None:
    core = opened(stage)
    del stage.server.world.tokens[stage.ana]
    core.address.send(NEW)
    assert core.sign_in.state.step is Step.EMAIL
