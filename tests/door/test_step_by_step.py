"""What stands between two pages and has no address of its own: codes, a second key, new terms, and forms sent back."""

import os
from typing import Any

import pytest

from server.people.models import Person
from server.people.services.second_factor import enrol
from tests.door import pages
from tests.door.chromium import Chromium, found
from tests.door.looks import assert_for_everybody
from tests.server.people.at_the_door import code_mailed_to
from tests.server.people.second_factors import digits, forget_used_digits

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(found() is None and not os.environ.get("CI"), reason="no Chromium here: apt install chromium"),
]


def _said(browser: Chromium) -> str:
    return str(browser.run("document.body.innerText"))


def test_both_codes_and_their_refusals(life: pages.Life, browser: Chromium, live_server: Any) -> None:
    address, _ = enrol(person=life.circle.people["Ana"], issuer="Kith")
    secret = address.split("secret=")[1].split("&")[0]
    browser.sign_in(live_server.url, "")
    browser.go(f"{live_server.url}/door/in")
    browser.press("Send me a code", email="ana@nowhere")
    assert "doesn't look like an e-mail address" in _said(browser)
    assert_for_everybody(browser)
    browser.press("Send me a code", email="ana@example.org")
    assert_for_everybody(browser)
    browser.press("Come in", code="WRONG1")
    assert "That code isn't right" in _said(browser)
    assert_for_everybody(browser)
    browser.press("Come in", code=code_mailed_to("ana@example.org"))
    assert "One more code" in _said(browser)
    assert_for_everybody(browser)
    forget_used_digits()
    browser.press("Come in", code="000000")
    assert_for_everybody(browser)
    browser.press("Come in", code=digits(secret))
    assert browser.run("location.pathname") == "/door"


def test_new_terms(life: pages.Life, browser: Chromium, live_server: Any) -> None:
    ana = life.circle.people["Ana"]
    Person.objects.filter(pk=ana.pk).update(terms_version=0)
    browser.sign_in(live_server.url, life.cookie_of("Ana"))
    browser.go(f"{live_server.url}/door/terms")
    assert "The terms changed" in _said(browser)
    assert_for_everybody(browser)
    browser.press("Yes, I agree")
    assert browser.run("location.pathname") == "/door"


def test_a_letter_sent_back(life: pages.Life, browser: Chromium, live_server: Any) -> None:
    """What was written stands there still, beside what is asked of it."""
    for page, label in ((pages.letter, "Give it away"), (pages.seal, "Seal it")):
        who, path = page(life)
        browser.sign_in(live_server.url, life.cookie_of(who))
        browser.go(live_server.url + path)
        browser.press(label, text="Look at https://example.org")
        assert "no links, please" in _said(browser)
        assert browser.run("document.querySelector('[name=text]').value") == "Look at https://example.org"
        assert_for_everybody(browser)


def test_a_year_nobody_was_born_in(life: pages.Life, browser: Chromium, live_server: Any) -> None:
    browser.sign_in(live_server.url, "")
    browser.go(live_server.url + pages.invited(life)[1])
    browser.run("document.querySelector('[name=agreed]').checked = true")
    browser.press("Send me a code", email="fay@example.org", birth_year="1492")
    assert "year you were born" in _said(browser)
    assert_for_everybody(browser)
