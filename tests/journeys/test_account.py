"""The account on the phone, against the real server: a second key, other devices, another address."""

from collections.abc import Callable

import pytest

from mobile.api.account import Account
from mobile.api.answers import Done
from mobile.presenters import address_copy, second_key_copy
from mobile.presenters.address import AddressStep
from mobile.presenters.second_key import KeyStep
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


def with_a_second_key(phone: GivePhone) -> tuple[Phone, str, tuple[str, ...]]:
    """Ana's phone, what her authenticator app knows, and her codes on paper."""
    ana = phone("Ana")
    key = ana.core.second_key
    key.open()
    assert key.state.step is KeyStep.OFF
    key.set_up()
    secret = key.state.secret
    assert f"secret={secret}" in key.state.address
    key.turn_on(digits(secret, -20))
    assert (key.state.step, key.state.problem) == (KeyStep.SET_UP, second_key_copy.WRONG)
    key.turn_on(digits(secret))
    assert (key.state.step, len(key.state.codes)) == (KeyStep.PAPER, 10), "the digits just given open the codes"
    forget_used_digits()
    return ana, secret, key.state.codes


def test_the_page_sets_a_second_key_up_and_signing_in_asks_for_it(phone: GivePhone) -> None:
    ana, secret, codes = with_a_second_key(phone)
    for name, passes in (("digits", digits(secret)), ("paper", codes[0])):
        other = Phone("Ana", ana.folder / name, Network())
        other.core.sign_in.send_code(ana.email)
        other.core.sign_in.enter_code(other.code())
        assert other.core.sign_in.state.step is Step.SECOND
        other.core.sign_in.enter_second(passes)
        assert other.core.sign_in.state.step is Step.DONE


def test_another_phone_turns_it_off_only_with_the_key_in_hand(phone: GivePhone) -> None:
    ana, _, codes = with_a_second_key(phone)
    other = Phone("Ana", ana.folder / "other", Network())
    other.core.sign_in.send_code(ana.email)
    other.core.sign_in.enter_code(other.code())
    other.core.sign_in.enter_second(codes[0])
    key = other.core.second_key
    key.open()
    assert key.state.step is KeyStep.ON
    key.turn_off()
    assert key.state.step is KeyStep.CONFIRM
    key.confirm(codes[0])
    assert key.state.problem == second_key_copy.WRONG, "a code on paper works once"
    key.confirm(codes[1])
    assert key.state.step is KeyStep.OFF
    ana.core.second_key.open()
    assert ana.core.second_key.state.step is KeyStep.OFF


def test_new_codes_on_paper_replace_the_old(phone: GivePhone) -> None:
    ana, _, codes = with_a_second_key(phone)
    ana.core.second_key.new_codes()
    assert ana.core.second_key.state.step is KeyStep.PAPER
    assert not set(ana.core.second_key.state.codes) & set(codes)


def test_another_address_counts_once_it_is_proven(phone: GivePhone) -> None:
    ana = phone("Ana")
    address = ana.core.address
    address.open()
    address.send(ana.email)
    assert address.state.problem == address_copy.SAME_OR_WRONG
    address.send("ana@new.example")
    assert address.state.step is AddressStep.CODE
    address.prove("WRONG1")
    assert address.state.problem == address_copy.CODE_WRONG
    assert ana.core.me.state.email == ana.email
    address.prove(ana.code("ana@new.example"))
    assert (address.state.step, ana.core.me.state.email) == (AddressStep.DONE, "ana@new.example")
    ana.sync()
    assert ana.core.me.state.email == "ana@new.example"


def test_a_code_tried_too_often_is_sent_anew(phone: GivePhone) -> None:
    ana = phone("Ana")
    address = ana.core.address
    address.open()
    address.send("ana@new.example")
    said = []
    for _ in range(6):
        address.prove("WRONG1")
        said.append(address.state.problem)
    assert said[0] == address_copy.CODE_WRONG
    assert said[-1] not in ("", address_copy.CODE_WRONG)
    address.back()
    assert address.state.step is AddressStep.ASK


def test_whoever_has_a_second_key_gives_it_before_the_address_changes(phone: GivePhone) -> None:
    ana, _, codes = with_a_second_key(phone)
    other = Phone("Ana", ana.folder / "other", Network())
    other.core.sign_in.send_code(ana.email)
    other.core.sign_in.enter_code(other.code())
    other.core.sign_in.enter_second(codes[0])
    address = other.core.address
    address.open()
    address.send("ana@new.example")
    assert address.state.step is AddressStep.CONFIRM
    address.confirm(codes[1])
    assert address.state.step is AddressStep.CODE
    address.prove(other.code("ana@new.example"))
    assert other.core.me.state.email == "ana@new.example"


def test_a_phone_that_was_signed_out_meanwhile_is_shown_the_door(phone: GivePhone) -> None:
    ana = phone("Ana")
    lost = Phone("Ana", ana.folder / "lost", Network())
    lost.sign_in()
    assert isinstance(ana.core.phone.api.delete_other_sessions(), Done)
    lost.core.second_key.open()
    assert lost.core.sign_in.state.step is Step.EMAIL
    assert not lost.core.signed_in
