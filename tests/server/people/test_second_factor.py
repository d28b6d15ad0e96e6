"""Six digits from an authenticator app, and codes on paper, after the code from the mailbox. With real arithmetic."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from tests.server.people.at_the_door import Phone, code_mailed_to, pending, signed_in, why
from tests.server.people.second_factors import digits, forget_used_digits

pytestmark = pytest.mark.django_db
ANA = "ana@example.org"


@pytest.fixture
def enrolled(ana):
    """Ana's phone and the secret in her authenticator app."""
    phone = signed_in(ANA)
    offered = phone.call("get", "/account/authenticators/totp")
    secret = offered.json()["meta"]["secret"]
    assert f"secret={secret}&issuer=Kith" in offered.json()["meta"]["totp_url"]
    assert phone.call("post", "/account/authenticators/totp", {"code": digits(secret)}).status_code == 200
    forget_used_digits()
    return phone, secret


def halfway():
    """A phone of Ana's after the code from the mailbox."""
    phone = Phone()
    phone.call("post", "/auth/code/request", {"email": ANA})
    answer = phone.call("post", "/auth/code/confirm", {"code": code_mailed_to(ANA)})
    return phone, answer


def paper_codes(enrolled):
    """As shown to whoever has just given the digits once more."""
    phone, secret = enrolled
    phone.call("post", "/auth/2fa/reauthenticate", {"code": digits(secret)})
    forget_used_digits()
    return phone.call("get", "/account/authenticators/recovery-codes").json()["data"]["unused_codes"]


def second(phone, code):
    return phone.call("post", "/auth/2fa/authenticate", {"code": code})


@pytest.mark.sqlite
def test_the_mailbox_alone_no_longer_signs_in(enrolled):
    phone, answer = halfway()
    assert (answer.status_code, pending(answer)) == (401, ["mfa_authenticate"])
    assert phone.get("/me").status_code == 401
    assert second(phone, digits(enrolled[1])).status_code == 200
    assert phone.get("/me").json()["email"] == ANA


def test_a_clock_that_is_a_little_ahead_is_forgiven(enrolled):
    phone, _ = halfway()
    assert second(phone, digits(enrolled[1], 1)).status_code == 200


@pytest.mark.parametrize("wrong", ["", "000000x", "12", "ü"])
def test_wrong_digits_open_nothing(enrolled, wrong):
    phone, _ = halfway()
    assert second(phone, wrong).status_code == 400
    assert second(phone, digits(enrolled[1], -20)).status_code == 400
    assert phone.get("/me").status_code == 401


def test_digits_work_once(enrolled):
    one, _ = halfway()
    code = digits(enrolled[1])
    assert second(one, code).status_code == 200
    other, _ = halfway()
    assert why(second(other, code)) == (400, ["incorrect_code"])


def test_codes_on_paper_are_shown_to_nobody_who_did_not_give_the_digits(enrolled):
    shown = enrolled[0].call("get", "/account/authenticators/recovery-codes").json()
    assert "unused_codes" not in str(shown)


def test_a_code_on_paper_signs_in_once(enrolled):
    codes = paper_codes(enrolled)
    assert len(set(codes)) == 10
    phone, _ = halfway()
    assert second(phone, codes[0]).status_code == 200
    assert paper_codes(enrolled) == codes[1:]
    other, _ = halfway()
    assert second(other, codes[0]).status_code == 400
    assert second(other, codes[1]).status_code == 200


def test_taking_it_away_asks_for_it_first_and_is_told(enrolled):
    phone, _ = halfway()
    second(phone, paper_codes(enrolled)[0])
    assert phone.call("delete", "/account/authenticators/totp").status_code == 401
    assert phone.call("post", "/auth/2fa/reauthenticate", {"code": digits(enrolled[1])}).status_code == 200
    assert phone.call("delete", "/account/authenticators/totp").status_code == 200
    assert "If it wasn't you" in mail.outbox[-1].body
    assert not Authenticator.objects.exists(), "the codes on paper go with it"
    assert signed_in(ANA).get("/me").status_code == 200


def test_enrolling_needs_the_right_digits_and_is_told_without_naming_an_address(ana):
    phone = signed_in(ANA)
    secret = phone.call("get", "/account/authenticators/totp").json()["meta"]["secret"]
    assert phone.call("post", "/account/authenticators/totp", {"code": digits(secret, -20)}).status_code == 400
    assert not Authenticator.objects.exists()
    assert phone.call("post", "/account/authenticators/totp", {"code": digits(secret)}).status_code == 200
    assert mail.outbox[-1].to == [ANA]
    assert "127.0.0.1" not in mail.outbox[-1].body


def test_a_copy_of_the_database_holds_no_secret(enrolled, settings):
    secret = enrolled[1]
    held = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in held
    assert not any(code in held for code in paper_codes(enrolled))
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "the next one"
    other, _ = halfway()
    assert second(other, digits(secret)).status_code == 200, "a changed key still reads what was written under the old"


def test_nobody_uses_anothers(enrolled, ben):
    assert signed_in("ben@example.org").call("get", "/account/authenticators/totp").status_code == 404
    assert signed_in("ben@example.org").call("delete", "/account/authenticators/totp").status_code == 200
    assert Authenticator.objects.count() == 2
