"""Another address: proven by a code before it counts, told to the old one, and silent about who else is here."""

import pytest
from django.core import mail

from server.people.models import Person
from tests.server.people.at_the_door import Phone, code_mailed_to, letters_to, signed_in, why

pytestmark = pytest.mark.django_db
OLD, NEW = "ana@example.org", "ana@new.example"


@pytest.fixture
def phone(ana):
    return signed_in(OLD)


def ask(phone, address=NEW):
    return phone.call("post", "/account/email", {"email": address})


def prove(phone, address=NEW):
    return phone.call("post", "/auth/email/verify", {"key": code_mailed_to(address)})


@pytest.mark.sqlite
def test_the_new_address_counts_once_it_is_proven(phone, ana):
    other = signed_in(OLD)
    assert ask(phone).status_code == 200
    assert phone.get("/me").json()["email"] == OLD
    assert signed_in(OLD).get("/me").status_code == 200, "until then, the old one works"
    assert prove(phone).status_code == 200
    assert {one.get("/me").json()["email"] for one in (phone, other)} == {NEW}, "sessions stay"
    assert signed_in(NEW).get("/me").json()["id"] == str(ana.id)


def test_the_old_address_is_written_to_and_signs_nobody_in_any_more(phone):
    ask(phone)
    prove(phone)
    (told,) = [letter for letter in letters_to(OLD) if "another address" in letter.subject]
    assert NEW in told.body
    letters = len(letters_to(OLD))
    Phone().call("post", "/auth/code/request", {"email": OLD})
    assert len(letters_to(OLD)) == letters


def test_a_wrong_code_changes_nothing(phone):
    ask(phone)
    assert why(phone.call("post", "/auth/email/verify", {"key": "WRONG1"})) == (400, ["incorrect_code"])
    assert phone.get("/me").json()["email"] == OLD


def test_an_address_that_is_with_us_is_answered_like_any_other(phone, ana, ben):
    answers = [ask(phone, address).json() for address in ("ben@example.org", NEW)]
    spoken = [
        str(answer).replace(address, "") for answer, address in zip(answers, ("ben@example.org", NEW), strict=True)
    ]
    assert spoken[0] == spoken[1]
    assert Person.objects.get(id=ben.id).email == "ben@example.org"


def test_whoever_reads_both_mailboxes_still_cannot_have_one_address_twice(phone, ana, ben):
    ask(phone, "ben@example.org")
    assert why(prove(phone, "ben@example.org")) == (400, ["email_taken"])
    assert phone.get("/me").json()["email"] == OLD


@pytest.mark.parametrize("address", ["", "no address", OLD, "a@b\u0000.org"])
def test_what_is_no_other_address_is_refused(phone, address):
    assert ask(phone, address).status_code == 400
    assert phone.get("/me").json()["email"] == OLD


def test_nobody_signed_out_changes_anything(ana):
    letters = len(mail.outbox)
    assert ask(Phone()).status_code in (401, 409)
    assert len(mail.outbox) == letters
