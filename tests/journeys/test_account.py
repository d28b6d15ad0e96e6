"""The phone's own calls about an account, against the real server: a second factor, other devices, another address."""

from collections.abc import Callable

import pytest

from mobile.api.account import Account
from mobile.api.answers import Done
from mobile.presenters.sign_in_state import Step
from tests.journeys.network import Network
from tests.journeys.phones import Phone
from tests.server.people.second_factors import digits, forget_used_digits

pytestmark = pytest.mark.django_db(transaction=True)

GivePhone = Callable[..., Phone]


def test_a_second_factor_from_enrolling_to_signing_in_with_paper(phone: GivePhone) -> None:
    ana = phone("Ana")
    account = Account(ana.core.phone.api)
    status, offered = account.offer_second_factor()
    secret = offered["meta"]["secret"]
    assert (status, account.add_second_factor(digits(secret))[0]) == (404, 200)
    forget_used_digits()
    assert account.confirm(digits(secret))[0] == 200
    paper = account.codes_on_paper()[1]["data"]["unused_codes"]
    other = Phone("Ana", ana.folder / "other", Network())
    other.core.sign_in.send_code(ana.email)
    other.core.sign_in.enter_code(other.code())
    assert other.core.sign_in.state.step is Step.SECOND
    other.core.sign_in.enter_second("000000")
    assert (other.core.sign_in.state.step, bool(other.core.sign_in.state.problem)) == (Step.SECOND, True)
    other.core.sign_in.enter_second(f" {paper[0]} ")
    assert other.core.sign_in.state.step is Step.DONE
    assert other.core.me.state.name == "Ana"
    assert account.new_codes_on_paper()[1]["data"]["unused_codes"] != paper
    assert account.remove_second_factor()[0] == 200


def test_other_devices_are_seen_and_signed_out(phone: GivePhone) -> None:
    ana = phone("Ana")
    lost = Phone("Ana", ana.folder / "lost", Network())
    lost.sign_in()
    api = ana.core.phone.api
    listed = api.get_sessions()
    assert isinstance(listed, Done)
    assert [(one["device"], one["current"]) for one in listed.body["items"]].count(("Kith", False)) == 1
    gone = next(one["id"] for one in listed.body["items"] if not one["current"])
    assert isinstance(api.delete_session(gone), Done)
    lost.core.engine.run_once()
    assert not lost.core.signed_in
    assert isinstance(api.delete_other_sessions(), Done)
    ana.sync()


def test_another_address_counts_once_it_is_proven(phone: GivePhone) -> None:
    ana = phone("Ana")
    account = Account(ana.core.phone.api)
    assert account.change_email("ana@new.example")[0] == 200
    assert account.prove_email(ana.code("ana@new.example"))[0] == 200
    answer = ana.core.phone.api.get_me()
    assert isinstance(answer, Done)
    assert answer.body["email"] == "ana@new.example"
