"""Signing in at the web door: the phone's own doors, asked by a browser."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings

from server.people.models import Person, Session
from server.people.models.person import TermsAcceptance
from server.people.services.second_factor import enrol
from shared import limits
from shared.clock import StoppedClock
from tests.server import cast
from tests.server.door.browser import Browser
from tests.server.people.at_the_door import code_mailed_to, letters_to
from tests.server.people.second_factors import digits, forget_used_digits

pytestmark = pytest.mark.django_db


@pytest.mark.sqlite
def test_somebody_comes_in_with_a_code_from_their_mail(ana: Person) -> None:
    browser = Browser()
    browser.go("/")
    assert browser.path.startswith("/door/in")
    browser.press("Send me a code", email="ana@example.org")
    browser.press("Come in", code=code_mailed_to("ana@example.org"))
    assert "What will you show up for?" in browser.text
    session = Session.objects.get(person=ana)
    assert session.device == "A browser"


def test_the_cookie_is_read_by_no_script_and_sent_with_no_foreign_form(ana: Person) -> None:
    browser = Browser(ana)
    cookie = browser.client.cookies["door"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert bool(cookie["secure"]) == settings.HTTPS
    assert browser.client.cookies["sitting"].value == ""


def test_one_is_led_back_to_what_was_asked_for(ana: Person) -> None:
    browser = Browser()
    browser.go("/door/crowd")
    browser.press("Send me a code", email="ana@example.org")
    browser.press("Come in", code=code_mailed_to("ana@example.org"))
    assert browser.path == "/door/crowd"


@pytest.mark.parametrize("where", ["https://evil.example/door", "//evil.example", "/leave", "/door\\@evil.example"])
def test_nobody_is_led_anywhere_else(ana: Person, where: str) -> None:
    browser = Browser()
    browser.go(f"/door/in?next={where}")
    browser.press("Send me a code", email="ana@example.org")
    browser.press("Come in", code=code_mailed_to("ana@example.org"))
    assert browser.path == "/door"


def test_an_unknown_address_is_told_the_same(ana: Person) -> None:
    pages = []
    for address in ("ana@example.org", "nobody@example.org"):
        browser = Browser()
        browser.go("/door/in")
        pages.append(browser.press("Send me a code", email=address).text)
    assert pages[0] == pages[1]


def test_a_wrong_code_is_said_and_the_right_one_still_works(ana: Person) -> None:
    browser = Browser()
    browser.go("/door/in")
    browser.press("Send me a code", email="ana@example.org")
    browser.press("Come in", code="WRONG1")
    assert browser.answer.status_code == 400
    assert "That code isn't right, or it has run out." in browser.text
    browser.press("Come in", code=code_mailed_to("ana@example.org"))
    assert browser.path == "/door"


def test_an_address_that_is_none_is_said_and_kept(db: None) -> None:
    browser = Browser()
    browser.go("/door/in")
    page = browser.press("Send me a code", email="nonsense")
    assert "That doesn't look like an e-mail address." in page.text
    assert page.forms[0].fields["email"] == ["nonsense"]


def test_the_doorkeeper_counts_browsers_and_phones_together(ana: Person) -> None:
    browser = Browser()
    for _ in range(limits.CODES_PER_ADDRESS.amount):
        browser.go("/door/in")
        browser.press("Send me a code", email="ana@example.org")
    browser.go("/door/in")
    browser.press("Send me a code", email="ana@example.org")
    assert browser.answer.status_code == 429
    assert int(browser.answer["Retry-After"]) > 0
    assert len(letters_to("ana@example.org")) == limits.CODES_PER_ADDRESS.amount


def test_guesses_in_one_sitting_are_counted(ana: Person) -> None:
    browser = Browser()
    browser.go("/door/in")
    browser.press("Send me a code", email="ana@example.org")
    statuses = []
    for _ in range(limits.TRIES_PER_CODE.amount + 1):
        browser.go("/door/in/code")
        browser.press("Come in", code="WRONG1")
        statuses.append(browser.answer.status_code)
    assert statuses[-1] == 429 or "in" in browser.path
    assert not Session.objects.filter(person=ana).exists()


def test_the_second_factor_is_asked_for(ana: Person) -> None:
    address, _ = enrol(person=ana, issuer="Kith")
    secret = address.split("secret=")[1].split("&")[0]
    browser = Browser()
    browser.go("/door/in")
    browser.press("Send me a code", email="ana@example.org")
    browser.press("Come in", code=code_mailed_to("ana@example.org"))
    assert "One more code" in browser.text
    assert browser.client.cookies.get("door") is None
    forget_used_digits()
    browser.press("Come in", code="000000")
    assert browser.answer.status_code == 400
    browser.press("Come in", code=digits(secret))
    assert browser.path == "/door"


def test_signing_out_ends_the_session(ana: Person) -> None:
    browser = Browser(ana)
    stolen = browser.client.cookies["door"].value
    browser.go("/door/me")
    browser.press("Sign out")
    assert browser.path == "/door/in"
    browser.client.cookies["door"] = stolen
    browser.go("/door/me")
    assert browser.path.startswith("/door/in")


def test_a_browser_is_ended_from_the_phone(ana: Person) -> None:
    browser = Browser(ana)
    phone = cast.door_of(ana)
    assert [one["device"] for one in phone.get("/sessions").json()["items"] if not one["current"]] == ["A browser"]
    assert phone.delete("/sessions").status_code == 204
    browser.go("/door/me")
    assert browser.path.startswith("/door/in")


def test_new_terms_are_said_yes_to_before_anything_is_done(ana: Person) -> None:
    browser = Browser(ana)
    TermsAcceptance.objects.all().delete()
    Person.objects.update(terms_version=0)
    browser.go("/door/promise")
    browser.press("Promise it", title="Run")
    assert browser.path == "/door/terms"
    browser.press("Yes, I agree")
    browser.go("/door/promise")
    browser.press("Promise it", title="Run")
    assert "/door/show/" in browser.path


def test_a_session_runs_out(ana: Person, time: StoppedClock) -> None:
    browser = Browser(ana)
    time.advance(timedelta(seconds=settings.SESSION_COOKIE_AGE + 1))
    browser.go("/door/me")
    assert browser.path.startswith("/door/in")


def test_a_form_without_its_token_is_refused(ana: Person) -> None:
    browser = Browser(ana)
    answer: Any = browser.client.post("/door/out")
    assert answer.status_code == 403
