"""Ana has the app; Ben has an iPhone and comes to the web door. Everything between them, in a browser on his side."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from server.people.models import Person
from shared.clock import StoppedClock
from shared.moods import Expression, Mood
from tests.journeys.phones import Phone
from tests.server import images
from tests.server.door.browser import Browser
from tests.server.people.at_the_door import code_mailed_to

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
DAY = timedelta(days=1)


def morning(day: int) -> datetime:
    """Eight in the morning, UTC, of the story's day (1 = Monday 2 March 2026)."""
    return datetime(2026, 3, 1, 8, tzinfo=UTC) + day * DAY


def come_in(browser: Browser, link: str) -> None:
    browser.go(re.sub(r"^https?://[^/]+", "", link))
    browser.follow("Go on in this browser")
    browser.press("Send me a code", email="ben@example.org", birth_year="1990", agreed="yes")
    browser.press("Come in", code=code_mailed_to("ben@example.org"))
    browser.press("Save", name="Ben", zone="Europe/Berlin")


def says_the_same(phone: Phone, browser: Browser) -> bool:
    """The owner's own door says what her phone says, and in the same weather."""
    page, said = browser.go("/door"), phone.core.today.state
    words = (said.headline.big, said.headline.accent, said.headline.small, said.foot, said.first_answer_text)
    missing = [one for one in words if one not in page.text]
    assert not missing, f"{missing} is not said at the door: {page.text}"
    return page.mood == said.mood.value


def test_an_owner_on_the_app_and_a_witness_at_the_door(
    phone: Callable[..., Phone], until: Callable[[datetime], None], time: StoppedClock
) -> None:
    ana, ben = phone("Ana"), Browser()

    # Ben comes in with Ana's link, in his browser; Ana says that it's him.
    come_in(ben, ana.link())
    ana.sync()
    ana.core.crowd.is_them(str(Person.objects.get(name="Ben").id))
    ana.sync()

    # Ana promises and asks him; he reads what he agrees to, and seals a gold letter.
    ana.promise("Morning run", witnesses=["Ben"])
    ana.sync()
    ben.go("/door/crowd")
    ben.follow("Answer")
    assert "a letter they wrote themselves may open" in ben.text
    ben.press("I'm in")
    assert "Your gold letter is sealed" in ben.press("Seal it", text="Seven! I knew it.").text or "witness" in ben.text
    ana.sync()
    assert ana.faces() == {"Ben"}
    mirror = Browser()
    mirror.sign_in("ana@example.org")
    assert says_the_same(ana, mirror)

    # She shows up; he looks, and her face of him turns; he answers, and it smiles.
    ana.post_photo("tomato", "Ten slow minutes.")
    ana.sync()
    assert "Ana, day 1." in ben.go("/door/rounds").text
    assert "Ten slow minutes." in ben.text
    ana.sync()
    assert ana.face_of("Ben").expression is Expression.COLOUR
    assert "That's everyone." in ben.press("Proud").text
    ana.sync()
    assert ana.face_of("Ben").expression is Expression.SMILING
    assert says_the_same(ana, mirror)

    # Seven days; the letter he sealed at the door opens on her phone.
    for day in range(2, 8):
        until(morning(day))
        ana.post_photo("tomato", "")
        ana.sync()
        ben.go("/door/rounds")
        ben.press("Strong")
    ana.sync()
    assert ana.core.today.state.letter is not None
    assert ana.core.today.state.letter.title == "A letter from Ben is ready."

    # The eighth day stays empty: he is told at the door, she is told that he saw; his word is kind.
    until(morning(9) + timedelta(hours=4))
    assert "stayed empty" in ben.go("/door/rounds").text
    ana.sync()
    assert ana.core.today.state.mood is Mood.COLD
    assert ana.face_of("Ben").expression is Expression.DOWN
    assert says_the_same(ana, mirror)
    ben.press("Tomorrow, together")
    ana.sync()
    assert ana.face_of("Ben").expression is Expression.SMILING

    # She comes back, and he sees it.
    ana.post_photo("tomato", "")
    ana.sync()
    assert says_the_same(ana, mirror)
    assert "Ana, day 8." in ben.go("/door/rounds").text

    # And you? He promises something of his own, at the door, with Ana as his witness; she answers on her phone.
    ben.go("/door/promise")
    ben.press("Promise it", title="Read", friend=str(Person.objects.get(name="Ana").id))
    ben.press("Show up today", files={"camera": images.jpeg()}, caption="Ten pages")
    assert "Day 1 is in." in ben.text
    ana.sync()
    assert [offer.habit_title for offer in ana.core.crowd.state.offers] == ["Read"]
