"""Whoever asks is answered in the language they ask for; what a person chose for themselves comes before that."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.test import Client

from server.people.mail import write_to
from server.people.models import Person
from tests.server.door.browser import Browser

pytestmark = pytest.mark.django_db
GERMAN = {"HTTP_ACCEPT_LANGUAGE": "de-AT,de;q=0.9,en;q=0.8"}


def test_a_refusal_is_said_in_the_language_asked_for(ana: Person) -> None:
    answers = [Client().get("/api/v1/me", **headers) for headers in ({}, GERMAN)]
    assert [answer.json()["detail"] for answer in answers] == ["Please sign in first.", "Bitte melde dich erst an."]
    assert all("Accept-Language" in answer["Vary"] for answer in answers)
    assert Client().get("/api/v1/me").json()["detail"] == "Please sign in first."


def test_a_page_says_which_language_it_is_in(ana: Person) -> None:
    page = Client().get("/door/in", **GERMAN)
    assert '<html lang="de" dir="ltr">' in page.content.decode()
    assert "Schick mir einen Code" in page.content.decode()
    assert "Accept-Language" in page["Vary"]


def test_a_guest_s_page_asks_as_their_browser_does() -> None:
    page = Client().get("/g/nothing", **GERMAN)
    assert "Hier ist jetzt nichts" in page.content.decode()


def test_what_a_person_chose_comes_before_what_their_browser_asks(ana: Person) -> None:
    browser = Browser(ana)
    browser.go("/door/me")
    browser.press("Save", name="Ana", zone="Europe/Berlin", language="de")
    assert browser.path == "/door/me"
    assert "Sprache" in browser.text
    assert '<html lang="de"' in browser.page.html
    browser.go("/door")
    assert "Wofür willst du da sein?" in browser.text
    browser.go("/door/me")
    browser.press("Speichern", language="")
    assert "Language" in browser.text


def test_a_letter_is_written_in_the_language_of_whoever_reads_it(ana: Person) -> None:
    ana.language = "de"
    write_to(ana, "still_waiting", inviter="Ben", until=datetime(2026, 11, 27, tzinfo=UTC))
    (letter,) = mail.outbox
    assert letter.subject == "Ben muss noch sagen, dass du es bist"
    assert letter.body.startswith("Hallo,")
    assert "bis zum 27. November 2026" in letter.body
