"""Every page of the web door in German: nothing longer than a word is left in English."""

import re

import pytest
from django.test import Client

from shared.clock import StoppedClock
from shared.languages import say, speaking
from tests.door import pages
from tests.server.circle import gather
from tests.server.door.browser import Page
from tools.languages.gathering import gather as messages

pytestmark = pytest.mark.django_db


def _english() -> list[re.Pattern[str]]:
    """What English pages say and German ones don't, with anything at all in its places."""
    ids = [one for message in messages() if message.id for one in _forms(message.id)]
    with speaking("de"):
        foreign = [one for one in ids if " " in one.strip() and say(one) != one]
    parts = [[re.escape(part) for part in re.split(r"{\w+}", one)] for one in foreign]
    return [re.compile(rf"(?<!\w){'.{1,60}?'.join(part)}(?!\w)") for part in parts if len("".join(part)) > 7]


def _forms(message: str | tuple[str, str]) -> tuple[str, ...]:
    return message if isinstance(message, tuple) else (message,)


ENGLISH = _english()


@pytest.mark.parametrize("name", pages.PAGES)
def test_no_english_is_left_on_a_page(name: str, time: StoppedClock) -> None:
    life = pages.Life(gather(time))
    who, path = pages.PAGES[name](life)
    browser = Client(HTTP_ACCEPT_LANGUAGE="de")
    if who:
        browser.cookies["door"] = life.cookie_of(who)
    answer = browser.get(path, follow=True)
    page = Page(answer.content.decode())
    assert page.text
    said = [line.pattern for line in ENGLISH if line.search(page.text) or line.search(page.title)]
    assert said == []
