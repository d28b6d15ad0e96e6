"""The web door in a real browser: every page with axe, by day and by night, at twice the text, by keyboard alone."""

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from server.people.services.invites import open_invite
from shared import clock
from shared.clock import StoppedClock
from tests.door import pages
from tests.door.chromium import Chromium, found
from tests.door.looks import CLIPPED, assert_for_everybody
from tests.server.people.at_the_door import code_mailed_to

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(found() is None and not os.environ.get("CI"), reason="no Chromium here: apt install chromium"),
]


@pytest.fixture(scope="module")
def reader() -> Iterator[Chromium]:
    """Somebody who reads text at twice its size."""
    with Chromium(text=32) as one:
        yield one


@pytest.fixture(params=pages.PAGES)
def page(request: pytest.FixtureRequest, life: pages.Life, live_server: Any) -> tuple[str, str]:
    """Whose token opens the page, and its address."""
    who, path = pages.PAGES[request.param](life)
    return life.cookie_of(who) if who else "", live_server.url + path


def test_a_page_is_for_everybody(page: tuple[str, str], browser: Chromium, reader: Chromium) -> None:
    token, address = page
    for one in (browser, reader):
        one.sign_in(address, token)
    browser.go(address)
    assert_for_everybody(browser)
    reader.go(address)
    assert reader.run("getComputedStyle(document.body).fontSize") == "32px"
    assert reader.run(CLIPPED) == []


def test_a_witness_without_the_app_comes_in_and_answers(
    life: pages.Life, browser: Chromium, live_server: Any, time: StoppedClock
) -> None:
    """With the keys and buttons of a real browser, and no script of ours."""
    life.circle.post(caption="Through the rain")
    browser.sign_in(live_server.url, "")
    browser.go(f"{live_server.url}/door/rounds")
    browser.press("Send me a code", email="ben@example.org")
    browser.press("Come in", code=code_mailed_to("ben@example.org"))
    assert "Through the rain" in browser.run("document.body.innerText")
    browser.press("Strong")
    assert "That's everyone." in browser.run("document.body.innerText")
    assert life.circle.face("Ben")["answer"] == "strong"


def test_the_keyboard_reaches_everything_and_one_sees_where_it_is(
    life: pages.Life, browser: Chromium, live_server: Any
) -> None:
    browser.sign_in(live_server.url, life.cookie_of("Ana"))
    browser.go(f"{live_server.url}/door")
    wanted = browser.run("document.querySelectorAll('a, button').length")
    focused = [browser.tab() for _ in range(wanted)]
    assert focused[0]["said"] == "To the content"
    assert {one["tag"] for one in focused} == {"A", "BUTTON"}
    assert [one for one in focused if not one["outline"].startswith("solid 3px")] == []


def test_an_invitation_is_answered_from_a_fresh_browser(
    life: pages.Life, browser: Chromium, live_server: Any, time: StoppedClock
) -> None:
    _, token = open_invite(inviter=life.circle.people["Ana"], now=clock.now())
    browser.sign_in(live_server.url, "")
    browser.go(f"{live_server.url}/i/{token}")
    assert browser.axe() == []
    browser.press("Go on in this browser")
    browser.run("document.querySelector('[name=agreed]').checked = true")
    browser.press("Send me a code", email="fay@example.org", birth_year="1990")
    browser.press("Come in", code=code_mailed_to("fay@example.org"))
    assert "What may friends call you?" in browser.run("document.body.innerText")
    time.advance(timedelta(minutes=1))
