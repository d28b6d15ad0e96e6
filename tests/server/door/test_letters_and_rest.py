"""Letters and rest at the web door."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from server.letters.models import BlueLetter
from tests.server import world
from tests.server.circle import Circle
from tests.server.door.browser import Browser

pytestmark = pytest.mark.django_db
AtDoor = Callable[[str], Browser]
WORDS = "You said thirty days. I believed you."


def grown_up(circle: Circle, *names: str) -> None:
    """Letters are for people who are certainly eighteen."""
    for name in names:
        person = circle.people[name]
        person.birth_year = 1990
        person.save()


def letter_that_may_open(circle: Circle) -> str:
    """Ana's own, kept by Ben, who has seen the card; its window is over. Answers the miss."""
    grown_up(circle, "Ana", "Ben")
    circle.keep(7)
    circle.ana.put(f"/habits/{circle.habit}/blue-letter", json={"text": WORDS})
    circle.ben.put(f"/habits/{circle.habit}/seat", json={"answer": "accept", "keeps_letter": True})
    circle.wake()
    empty = circle.today - timedelta(days=1)
    circle.go(circle.today, 12)
    circle.ana.get("/today")
    miss = next(one for one in circle.ben.get("/rounds").json()["misses"] if one["date"] == empty.isoformat())["id"]
    circle.ben.put(f"/misses/{miss}/look")
    for _ in range(2):
        circle.go(circle.today + timedelta(days=1), 12)
        circle.ana.get("/today")
    return str(miss)


@pytest.mark.sqlite
def test_a_letter_given_away_is_read_by_no_page(circle: Circle, at_door: AtDoor) -> None:
    grown_up(circle, "Ana")
    circle.keep(7)
    world.look(circle.ben, circle.habit, circle.today - timedelta(days=1))
    ana = at_door("Ana")
    ana.go("/door")
    ana.press("Tick")
    assert "A letter for a day you go quiet?" in ana.text
    ana.follow("Write it")
    page = ana.press("Give it away", text="My own words")
    assert BlueLetter.objects.get().text == "My own words"
    assert "My own words" not in page.html
    assert "Nobody keeps it yet." in page.text
    ana.press("Take it back")
    assert not BlueLetter.objects.exists()


def test_words_that_cannot_be_a_letter_are_said_and_kept(circle: Circle, at_door: AtDoor) -> None:
    grown_up(circle, "Ana")
    ana = at_door("Ana")
    ana.go(f"/door/letters/{circle.habit}")
    page = ana.press("Give it away", text="see https://example.org")
    assert ana.answer.status_code == 400
    assert "One to 140 letters in plain words, and no links, please." in page.text
    assert page.forms[0].fields["text"] == ["see https://example.org"]
    ana.press("Come back small.")
    assert BlueLetter.objects.get().text.startswith("Come back small.")


@pytest.mark.sqlite
def test_the_letter_opens_when_its_owner_taps(circle: Circle, at_door: AtDoor) -> None:
    miss = letter_that_may_open(circle)
    ana = at_door("Ana")
    page = ana.go("/door")
    assert "You asked Ben to keep this for you." in page.text
    assert WORDS not in page.html
    ana.go(f"/door/letters/sealed/{miss}")
    assert ana.answer.status_code == 404
    ana.go("/door")
    page = ana.press("Open")
    assert WORDS in page.text
    assert "What would make tomorrow easier?" in page.text


def test_the_letter_stays_closed_when_its_owner_says_so(circle: Circle, at_door: AtDoor) -> None:
    letter_that_may_open(circle)
    ana = at_door("Ana")
    ana.go("/door")
    page = ana.press("Leave it closed")
    assert "Your letter stays closed. It burns unread on" in page.text
    assert ana.offers("Open")
    assert not ana.offers("Leave it closed")


@pytest.mark.sqlite
def test_accepting_then_sealing_a_gold_letter_that_opens(circle: Circle, at_door: AtDoor) -> None:
    grown_up(circle, "Ana", "Ben", "Cleo")
    world.offer_seat(circle.ana, circle.people["Cleo"].id, circle.habit)
    cleo = at_door("Cleo")
    cleo.go("/door/crowd")
    page = cleo.follow("Answer")
    assert "Ana would like you to look, once a day, for 30 days." in page.text
    assert "a letter they wrote themselves may open" in page.text
    page = cleo.press("I'm in")
    assert "A gold letter for Ana" in page.text
    page = cleo.press("Seal it", text="Seven! I knew it.")
    assert "You are Ana's witness." in page.text
    circle.keep(6)
    ana = at_door("Ana")
    ana.go("/door")
    assert "Seven! I knew it." not in ana.page.html
    page = ana.press("Tick")
    assert "A letter from Cleo is ready." in page.text
    page = ana.follow("Open it")
    assert page.mood == "gold"
    assert "Seven! I knew it." in page.text
    assert "You thanked Cleo." in ana.press("Thank Cleo").text


def test_a_witness_keeps_a_letter_reads_it_and_gives_it_back(circle: Circle, at_door: AtDoor) -> None:
    grown_up(circle, "Ana", "Ben")
    circle.keep(7)
    circle.ana.put(f"/habits/{circle.habit}/blue-letter", json={"text": WORDS})
    ben = at_door("Ben")
    page = ben.go(f"/door/seats/{circle.habit}")
    assert "Ana asks you to keep a letter." in page.text
    assert WORDS not in page.html
    assert WORDS in ben.press("Keep it").text
    assert WORDS not in ben.press("Stop keeping it").html


@pytest.mark.sqlite
def test_hard_time_rests_everything_and_rest_ends(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go("/door")
    ana.follow("Hard time?")
    page = ana.press("Rest a while", friend=str(circle.people["Ben"].id))
    assert page.mood == "quiet"
    assert "Resting." in page.text
    assert circle.item()["resting"] is True
    ana.press("End rest")
    assert circle.item()["resting"] is False


def test_some_days_off_and_a_refusal_that_loses_nothing(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go("/door/rest")
    first, last = circle.today, circle.today - timedelta(days=3)
    page = ana.press("Rest these days", habit=circle.habit, first=first.isoformat(), last=last.isoformat())
    assert ana.answer.status_code == 400
    assert page.forms[1].fields["last"] == [last.isoformat()]
    later = first + timedelta(days=2)
    ana.press("Rest these days", last=later.isoformat())
    assert circle.item()["resting"] is True
