"""Alone on day 1, one link, and a week later a friend beside: every tap and every push of it, counted."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PIL import Image

from mobile.api.answers import Answer, Done
from shared import ids, limits
from shared.clock import StoppedClock
from shared.moods import Expression, Mood
from tests.journeys.network import Network
from tests.journeys.phones import Phone
from tests.journeys.test_what_a_day_costs import Fingers, _pushes
from tests.server.guests.browser import Browser

pytestmark = [pytest.mark.django_db(transaction=True)]

GivePhone = Callable[..., Phone]
Until = Callable[[datetime], None]
LARGE = 1080


def at(hour: int, minute: int = 0, *, day: int = 2) -> datetime:
    """This time in Berlin, in early March."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC) - timedelta(hours=1)


def told(answer: Answer) -> Any:
    assert isinstance(answer, Done), answer
    return answer.body


def item(phone: Phone, habit: str) -> dict[str, Any]:
    """The habit in this phone's /today."""
    habits = told(phone.core.phone.api.get_today())["habits"]
    return next(one for one in habits if one["id"] == habit)


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
    assert told(ben.core.phone.api.get_offers())["items"] == [], "until Ana knows him"
    until(at(10))
    ana.sync()
    (arrival,) = ana.core.crowd.state.arrivals
    fingers.tap(ana, ana.core.crowd.is_them, arrival.person_id)
    ana.sync()

    # The offer waits on his phone; one tap, and her promise is his, her photo beside his first.
    (offer,) = told(ben.core.phone.api.get_offers())["items"]
    assert (offer["person"]["name"], offer["habit"]["title"], offer["day_number"]) == ("Ana", "Morning run", 1)
    mine = str(ids.uuid7())
    said = {"habit": offer["habit"]["id"], "date": offer["date"]}
    told(fingers.tap(ben, ben.core.phone.api.start_beside, mine, said))
    ben.sync()
    beside = item(ben, mine)["anchor"]
    assert (beside["person"]["name"], beside["day_number"]) == ("Ana", 1)
    assert told(ben.core.phone.api.get_offers())["items"] == []
    assert isinstance(ben.core.phone.api.get_anchor(mine, 0, LARGE), Done)
    post(ben, fingers, mine, "gold")
    assert ben.core.today.state.headline.big == "Day 1"
    until(at(11))

    # Each lets the other look; from then on both see their days side by side.
    _seat(ben, mine, ana, fingers)
    _seat(ana, run, ben, fingers)
    fingers.tap(ana, lambda: told(ana.core.phone.api.put_role_model(run, mine)))
    (card,) = [one for one in told(ana.core.phone.api.get_rounds())["cards"] if one["habit"]["id"] == mine]
    assert (card["anchor"]["person"]["name"], card["anchor"]["habit"]) == ("Ana", run)
    assert isinstance(ana.core.phone.api.get_anchor(mine, 0, LARGE), Done)
    (model,) = item(ana, run)["role_models"]
    assert (model["person"]["name"], model["day_number"], model["latest"]["n"]) == ("Ben", 1, 1)
    (model,) = item(ben, mine)["role_models"]
    assert (model["person"]["name"], model["habit"]["title"]) == ("Ana", "Morning run")
    until(at(23, 59))

    # What it cost: Ana has heard that he came, that he answered, and that he is beside her; nobody was rung at twice.
    rung = _pushes(capsys)
    assert "Ben, a guest, answered your photo." in rung["Ana"]
    assert rung["Ana"].count("Ben started beside you.") == 1
    assert rung["Ana"].count("Ben used your invitation. Is it them?") == 1
    assert len(rung["Ana"]) <= limits.PUSHES_OF_MINE + limits.PUSHES_OF_OTHERS + limits.PUSHES_OF_ROUNDS + 1
    assert not any("beside" in line for line in rung.get("Ben", [])), "whom Ana keeps beside hers is hers to know"
    assert fingers.taps == {"Ana": 8, "Ben": 6}
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
