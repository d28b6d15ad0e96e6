"""Alone on day 1, one link, and a week later a friend beside: every tap and every push of it, counted."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image

from shared import limits
from shared.clock import StoppedClock
from shared.moods import Expression, Mood
from tests.journeys.costs import Fingers, pushes
from tests.journeys.network import Network
from tests.journeys.phones import Phone
from tests.server.guests.browser import Browser

pytestmark = [pytest.mark.django_db(transaction=True)]

GivePhone = Callable[..., Phone]
Until = Callable[[datetime], None]


def at(hour: int, minute: int = 0, *, day: int = 2) -> datetime:
    """This time in Berlin, in early March."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC) - timedelta(hours=1)


def post(phone: Phone, fingers: Fingers, habit: str, colour: str) -> None:
    picture = phone.folder / f"{phone.name}-{colour}.jpg"
    Image.new("RGB", (640, 800), colour).save(picture)
    fingers.tap(phone, phone.core.compose.open, habit)
    fingers.tap(phone, phone.core.compose.pick, picture, "library")
    assert fingers.tap(phone, phone.core.compose.post)
    phone.sync()


def test_the_lone_starter(phone: GivePhone, until: Until, time: StoppedClock, capsys: pytest.CaptureFixture) -> None:
    # Day 1, alone: a promise, a photo, and a link that needs nobody to have Kith.
    fingers = Fingers()
    ana = phone("Ana")
    run = ana.promise("Morning run", witnesses=[])
    ana.sync()
    post(ana, fingers, run, "tomato")
    assert (ana.core.today.state.mood, fingers.taps["Ana"]) == (Mood.WARM, 3)
    fingers.tap(ana, ana.core.crowd.show_guest)
    link = ana.core.crowd.state.guest_url
    assert "/g/" in link

    # Ben has a browser: three presses, and his place beside her is kept.
    browser, path = Browser(), link[link.index("/g/") :]
    assert "Ana, day 1." in browser.press(path, path).content.decode()
    assert "Thank you, Ben." in browser.answers(path, name="Ben", kind="fire").content.decode()
    page = browser.press(f"{path}/stay", path, beside="1").content.decode()
    assert "Your place beside Ana is kept" in page
    until(at(9, 30))
    ana.sync()
    guest = next(face for face in ana.core.today.state.faces if face.name.startswith("Ben"))
    assert (guest.name, guest.expression) == ("Ben · guest", Expression.SMILING)

    # He joins with the link on that page; Ana says that it's him, with one tap.
    code = re.search(r"/i/[\w-]+", page)
    assert code is not None
    ben = Phone("Ben", ana.folder, Network())
    ben.join(code[0])
    ben.sync()
    assert ben.core.beside.state.offers == (), "until Ana knows him"
    until(at(10))
    ana.sync()
    (arrival,) = ana.core.crowd.state.arrivals
    fingers.tap(ana, ana.core.crowd.is_them, arrival.person_id)
    ana.sync()

    # The offer waits on his phone; one tap, and her promise is his, her photo beside his first.
    ben.sync()
    (offer,) = ben.core.beside.state.offers
    assert (offer.day.person.name, offer.day.title, offer.day.number) == ("Ana", "Morning run", 1)
    assert fingers.tap(ben, ben.core.beside.start, offer.day)
    ben.sync()
    mine = str(ben.core.today.state.habit_id)
    assert "Ana" in ben.core.today.state.beside
    assert ben.core.today.state.anchor is not None
    assert ben.core.today.state.anchor.path is not None, "her photo is here, without a seat of his"
    assert ben.core.beside.state.offers == ()
    post(ben, fingers, mine, "gold")
    assert ben.core.today.state.headline.big == "Day 1"
    until(at(11))

    # Each lets the other look; from then on both see their days side by side.
    _seat(ben, mine, ana, fingers)
    _seat(ana, run, ben, fingers)
    ana.sync()
    ana.core.rounds.open()
    card = ana.core.rounds.state.card
    assert card is not None
    assert (card.headline, card.anchor is not None) == ("Ben, day 1.", True), "her own day 1 beside his"
    fingers.tap(ana, ana.core.rounds.react, "heart")
    assert card.day is not None
    assert fingers.tap(ana, ana.core.beside.keep, card.day, run)
    ana.sync()
    (model,) = ana.core.today.state.models
    assert (model.person.name, model.number) == ("Ben", 1)
    assert "Ben" in ana.core.today.state.beside
    ben.sync()
    assert [(model.person.name, model.title) for model in ben.core.today.state.models] == [("Ana", "Morning run")]
    until(at(23, 59))

    # What it cost: Ana has heard that he came, that he answered, and that he is beside her; nobody was rung at twice.
    rung = pushes(capsys)
    assert "Ben, a guest, answered your photo." in rung["Ana"]
    assert rung["Ana"].count("Ben started beside you.") == 1
    assert rung["Ana"].count("Ben used your invitation. Is it them?") == 1
    assert len(rung["Ana"]) <= limits.PUSHES_OF_MINE + limits.PUSHES_OF_OTHERS + limits.PUSHES_OF_ROUNDS + 1
    assert not any("beside" in line for line in rung.get("Ben", [])), "whom Ana keeps beside hers is hers to know"
    assert fingers.taps == {"Ana": 9, "Ben": 6}
    ben.core.close()


def _seat(owner: Phone, habit: str, friend: Phone, fingers: Fingers) -> None:
    """One tap to ask, one to agree."""
    owner.sync()
    owner.core.crowd.choose_habit(habit)
    person = next(f.person_id for f in owner.core.crowd.state.friends if f.name == friend.name)
    fingers.tap(owner, owner.core.crowd.ask, person, "witness")
    owner.sync()
    friend.sync()
    fingers.tap(friend, friend.core.crowd.accept, habit)
    friend.sync()
