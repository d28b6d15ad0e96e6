"""Signing up and in by a code from one's mailbox, over HTTP as the phone does it."""

from datetime import timedelta

import pytest
from django.core import mail

from server.people.models import ClockChange, Person, Session
from server.people.selectors import person_clock
from server.people.tasks import forget_ended_sessions
from tests.server.cast import sign_in
from tests.server.people.at_the_door import Phone, code_mailed_to, invite_of, pending, sign_up
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone():
    return Phone()


@pytest.mark.sqlite
def test_somebody_new_signs_up_with_an_invite_and_an_address(phone):
    asked = phone.knock("fay@example.org", invite_of(None))
    assert (asked.status_code, pending(asked)) == (401, ["verify_email"])
    assert phone.get("/me").status_code == 401
    confirmed = phone.call("post", "/auth/email/verify", {"key": code_mailed_to("fay@example.org")})
    assert confirmed.status_code == 200
    assert phone.get("/me").json()["email"] == "fay@example.org"


def test_a_new_person_has_a_clock_and_a_face(phone, time):
    sign_up(phone)
    fay = Person.objects.get()
    assert [(c.from_instant, c.zone) for c in ClockChange.objects.all()] == [(time.instant, "UTC")]
    assert person_clock(fay.id).zone_at(time.instant) == "UTC"
    assert phone.get("/me").json()["avatar"] == fay.avatar != ""
    assert fay.has_usable_password() is False


@pytest.mark.sqlite
def test_somebody_known_signs_in_by_code(phone, ana):
    asked = phone.call("post", "/auth/code/request", {"email": "ana@example.org"})
    assert (asked.status_code, pending(asked)) == (401, ["login_by_code"])
    before = phone.token
    assert phone.call("post", "/auth/code/confirm", {"code": code_mailed_to("ana@example.org")}).status_code == 200
    assert phone.token != before, "signing in gives a new token"
    assert phone.get("/me").json()["id"] == str(ana.id)
    assert Session.objects.get(session_key=phone.token).person == ana


def test_the_token_from_before_signing_in_opens_nothing(phone, ana):
    phone.call("post", "/auth/code/request", {"email": "ana@example.org"})
    before = phone.token
    signed_in = phone.call("post", "/auth/code/confirm", {"code": code_mailed_to("ana@example.org")})
    assert signed_in.status_code == 200
    phone.token = before
    assert phone.get("/me").status_code == 401


def test_a_wrong_code_opens_nothing_and_three_end_the_attempt(phone, ana):
    phone.call("post", "/auth/code/request", {"email": "ana@example.org"})
    right = code_mailed_to("ana@example.org")
    for _ in range(3):
        assert phone.call("post", "/auth/code/confirm", {"code": "WRONG1"}).status_code == 400
    assert phone.call("post", "/auth/code/confirm", {"code": right}).status_code == 409
    assert phone.get("/me").status_code == 401


def test_a_code_works_once(phone, ana):
    phone.call("post", "/auth/code/request", {"email": "ana@example.org"})
    code = code_mailed_to("ana@example.org")
    assert phone.call("post", "/auth/code/confirm", {"code": code}).status_code == 200
    assert Phone().call("post", "/auth/code/confirm", {"code": code}).status_code == 409


def test_an_expired_code_opens_nothing(phone, ana, settings):
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 0
    phone.call("post", "/auth/code/request", {"email": "ana@example.org"})
    late = phone.call("post", "/auth/code/confirm", {"code": code_mailed_to("ana@example.org")})
    assert late.status_code in (400, 409)
    assert phone.get("/me").status_code == 401


def test_an_expired_sign_up_code_verifies_nothing(phone, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 0
    assert sign_up(phone).status_code in (400, 409)
    assert phone.get("/me").status_code == 401


def test_an_unknown_address_is_answered_like_a_known_one(ana):
    answers = []
    for address in ("ana@example.org", "nobody@example.org"):
        answer = Phone().call("post", "/auth/code/request", {"email": address}).json()
        answer["meta"].pop("session_token")
        answers.append(answer)
    assert answers[0] == answers[1]
    assert [letter.to for letter in mail.outbox] == [["ana@example.org"]], "strangers are not written to"


def test_signing_up_with_a_known_address_is_answered_like_a_new_one_and_told_by_mail(phone, ana):
    code = invite_of(None)
    known = phone.knock("ana@example.org", code)
    assert "already with us" in mail.outbox[-1].body
    new = Phone().knock("fay@example.org", code)
    assert (known.status_code, pending(known)) == (new.status_code, pending(new))
    assert Person.objects.filter(email="ana@example.org").count() == 1


def test_after_signing_out_the_token_is_revoked(phone):
    sign_up(phone)
    assert phone.call("delete", "/auth/session").status_code == 401
    assert phone.get("/me").json()["code"] == "not_authenticated"


def test_ended_sessions_are_forgotten_and_living_ones_kept(ana, ben, time, settings):
    sign_in(ana)
    time.advance(timedelta(seconds=settings.SESSION_COOKIE_AGE))
    token = sign_in(ben)
    forget_ended_sessions()
    assert [session.session_key for session in Session.objects.all()] == [token]


def test_a_suspended_person_is_answered_like_nobody_and_gets_no_code(phone, ana):
    ana.is_active = False
    ana.save()
    assert pending(phone.call("post", "/auth/code/request", {"email": "ana@example.org"})) == ["login_by_code"]
    assert not mail.outbox


def test_a_code_mailed_before_the_suspension_opens_nothing(phone, ana):
    phone.call("post", "/auth/code/request", {"email": "ana@example.org"})
    code = code_mailed_to("ana@example.org")
    ana.is_active = False
    ana.save()
    assert phone.call("post", "/auth/code/confirm", {"code": code}).status_code in (401, 403, 409)
    assert phone.get("/me").status_code == 401


def test_a_phone_that_is_used_stays_signed_in_for_half_a_year(phone, time):
    sign_up(phone)
    time.advance(timedelta(days=179))
    assert phone.get("/me").status_code == 200
    time.advance(timedelta(days=2))
    assert phone.get("/me").status_code == 401


@pytest.mark.parametrize("address", [None, "", "no address", "a@b\u0000.org"])
def test_what_is_not_an_address_is_refused_and_nobody_is_made(phone, address):
    assert phone.knock(address, invite_of(None)).status_code == 400
    assert not Person.objects.exists()


def test_asking_for_a_new_password_writes_a_code_and_breaks_nothing(phone, ana):
    assert phone.call("post", "/auth/password/request", {"email": "ana@example.org"}).status_code == 401


@pytest.mark.django_db(transaction=True)
def test_tapping_twice_makes_one_person():
    code = invite_of(None)

    def tap():
        return Phone().knock("fay@example.org", code).status_code

    statuses = set(all_at_once([tap] * 4))
    assert 401 in statuses, "a code is on its way"
    assert statuses <= {401, 409, 429}
    assert Person.objects.count() == 1
