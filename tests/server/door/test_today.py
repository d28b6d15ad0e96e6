"""Today at the web door: what the phone shows, said in words too; and showing up with what a browser has."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from server.habits.models import CheckIn
from server.media.models import Photo
from shared import limits
from tests.server import images, world
from tests.server.circle import Circle
from tests.server.door.browser import Browser

pytestmark = pytest.mark.django_db
AtDoor = Callable[[str], Browser]


@pytest.mark.sqlite
def test_a_day_waits_and_says_for_whom(circle: Circle, at_door: AtDoor) -> None:
    page = at_door("Ana").go("/door")
    assert page.mood == "waiting"
    assert "Day 1." in page.text
    assert "Show Ben." in page.text
    assert "Ben hasn't looked yet" in page.text


@pytest.mark.sqlite
def test_showing_up_with_a_photo_and_a_note(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go("/door")
    ana.follow("Your half")
    page = ana.press("Show up today", files={"camera": images.jpeg()}, caption="Ten slow minutes.")
    assert page.mood == "warm"
    assert "Day 1 is in." in page.text
    assert "Ten slow minutes." in page.text
    posted = circle.ana.get(circle.day()).json()
    assert (posted["caption"], posted["source"], len(posted["photos"])) == ("Ten slow minutes.", "camera", 1)
    assert posted["photos"][0]["state"] == "ready"


def test_the_photo_is_shown_to_those_who_may_see_it_and_to_nobody_else(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go(f"/door/show/{circle.habit}/{circle.today}")
    ana.press("Show up today", files={"library": images.jpeg()})
    address = f"/door/photos/{circle.habit}/{circle.today}/1"
    seen = at_door("Ben").client.get(address)
    assert (seen.status_code, seen["Content-Type"]) == (200, "image/webp")
    assert "Cookie" in seen["Vary"]
    assert seen["Cache-Control"] == "private, max-age=300"
    circle.ana.put(f"/blocks/{circle.people['Ben'].id}")
    assert at_door("Ben").client.get(address).status_code == 404
    assert Browser().client.get(address).status_code == 302


def test_a_form_sent_twice_is_one_day_with_one_photo(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go(f"/door/show/{circle.habit}/{circle.today}")
    before = ana.answer, ana.path
    for _ in range(2):
        ana.answer, ana.path = before
        ana.press("Show up today", files={"camera": images.jpeg()}, caption="Once")
    assert CheckIn.objects.count() == 1
    assert Photo.objects.count() == 1


def test_a_tick_is_a_day_too_and_can_be_taken_back(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go("/door")
    assert "Day 1 is in." in ana.press("Tick").text
    assert "Day 1." in ana.press("Take today back").text
    assert circle.item()["check_in"] is None


def test_a_file_that_is_no_photo_is_refused_and_nothing_typed_is_lost(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go(f"/door/show/{circle.habit}/{circle.today}")
    page = ana.press("Show up today", files={"camera": b"no photo at all"}, caption="Kept words")
    assert "This file is not a photo." in page.text
    assert page.forms[0].fields["caption"] == ["Kept words"]
    assert not CheckIn.objects.exists()
    assert "Day 1 is in." in ana.press("Show up today", files={"camera": images.jpeg()}).text
    assert circle.ana.get(circle.day()).json()["caption"] == "Kept words"


def test_a_photo_that_arrived_stays_when_the_day_is_refused(circle: Circle, at_door: AtDoor) -> None:
    circle.ana.delete(f"/habits/{circle.habit}")
    habit = world.promise(
        circle.ana, schedule={"frequency": "daily", "measure": "at_least", "target": "5", "unit": "km"}
    )
    ana = at_door("Ana")
    ana.go(f"/door/show/{habit['id']}/{circle.today}")
    page = ana.press("Show up today", files={"library": images.jpeg()}, amount="five", caption="Rain")
    assert "Please write a number, like 5 or 5.2." in page.text
    assert "Your photo has arrived." in page.text
    page = ana.press("Show up today", amount="5,5")
    assert "is in." in page.text
    posted = circle.ana.get(f"/habits/{habit['id']}/days/{circle.today}").json()
    assert (posted["amount"], posted["caption"], posted["source"]) == ("5.5", "Rain", "library")
    assert [slot["state"] for slot in posted["photos"]] == ["ready"]


def test_yesterday_still_counts_until_noon(circle: Circle, at_door: AtDoor) -> None:
    circle.wake()
    yesterday = circle.today - timedelta(days=1)
    ana = at_door("Ana")
    page = ana.go("/door")
    assert "Yesterday still counts until noon." in page.text
    ana.follow("I did: add it")
    ana.press("I did: add it", caption="Late, but true")
    posted = circle.ana.get(circle.day(yesterday)).json()
    assert (posted["late"], posted["caption"]) == (True, "Late, but true")


def test_a_day_that_is_over_is_refused_in_words(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go(f"/door/show/{circle.habit}/{circle.today}")
    circle.wake(3)
    page = ana.press("Show up today", caption="Too late")
    assert "This day is closed. Today is open." in page.text
    assert page.forms[0].fields["caption"] == ["Too late"]


def test_changing_a_day_keeps_what_stands(circle: Circle, at_door: AtDoor) -> None:
    circle.post(caption="First words")
    circle.time.advance(timedelta(minutes=5))
    ana = at_door("Ana")
    ana.go("/door")
    page = ana.follow("Change it")
    assert page.forms[0].fields["caption"] == ["First words"]
    ana.press("Save", files={"camera": images.jpeg()})
    posted = circle.ana.get(circle.day()).json()
    assert (posted["caption"], len(posted["photos"])) == ("First words", 1)


def test_the_first_answer_is_said_and_thanked(circle: Circle, at_door: AtDoor) -> None:
    circle.post()
    world.react(circle.ben, circle.habit, circle.today, "proud")
    ana = at_door("Ana")
    page = ana.go("/door")
    assert "Ben saw you first." in page.text
    assert "Ben Proud" in page.text
    ana.press("Thanks")
    assert circle.face("Ben")["answer"] == "proud"


def test_somebody_elses_habit_is_nothing_here(circle: Circle, at_door: AtDoor) -> None:
    ben = at_door("Ben")
    for path in (f"/door/habits/{circle.habit}", f"/door/show/{circle.habit}/{circle.today}",
                 f"/door/letters/{circle.habit}", f"/door/audience/{circle.habit}"):  # fmt: skip
        ben.go(path)
        assert ben.answer.status_code == 404, path
        assert "There is nothing here for you to see." in ben.text


def test_a_note_longer_than_it_may_be_is_kept_in_the_form(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go(f"/door/show/{circle.habit}/{circle.today}")
    page = ana.press("Show up today", caption="x" * (limits.CAPTION_MAX + 1))
    assert ana.answer.status_code == 400
    assert page.forms[0].fields["caption"] == ["x" * (limits.CAPTION_MAX + 1)]


def test_every_answer_keeps_to_itself(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go("/door")
    assert ana.answer["Cache-Control"] == "private, no-store"
    policy = ana.answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert "<script" not in ana.page.html
    assert " style=" not in ana.page.html
