"""Looking at friends' days in a browser, and a witness's card for an empty one."""

from collections.abc import Callable

import pytest

from tests.server import images, world
from tests.server.circle import Circle
from tests.server.door.browser import Browser

pytestmark = pytest.mark.django_db
AtDoor = Callable[[str], Browser]


@pytest.mark.sqlite
def test_a_friends_day_is_looked_at_answered_and_then_thats_everyone(circle: Circle, at_door: AtDoor) -> None:
    photo = world.put_photo(circle.ana, images.jpeg()).json()["id"]
    circle.post(photos=[photo], caption="Through the rain", source="camera")
    ben = at_door("Ben")
    page = ben.go("/door/rounds")
    for said in ("Ana, day 1.", "You're first.", "Through the rain", "This morning · taken now"):
        assert said in page.text
    assert circle.face("Ben")["looked"] is True
    assert circle.face("Ben")["answer"] is None
    page = ben.press("Strong")
    assert "That's everyone." in page.text
    assert circle.face("Ben")["answer"] == "strong"


def test_an_answer_is_changed_on_the_same_card(circle: Circle, at_door: AtDoor) -> None:
    circle.post()
    ben = at_door("Ben")
    ben.go("/door/rounds")
    ben.press("Strong")
    ben.follow("Look at Ana, day 1.")
    ben.press("Heart")
    assert circle.face("Ben")["answer"] == "heart"


def test_nothing_has_to_be_sent(circle: Circle, at_door: AtDoor) -> None:
    circle.post()
    ben = at_door("Ben")
    ben.go("/door/rounds")
    assert "That's everyone." in ben.follow("Done").text
    assert circle.face("Ben")["answer"] is None


@pytest.mark.sqlite
def test_a_witness_says_a_kind_word_to_an_empty_day(circle: Circle, at_door: AtDoor) -> None:
    miss = circle.miss_a_day()
    ben = at_door("Ben")
    page = ben.go("/door/rounds")
    assert page.mood == "cold"
    assert "Ana: yesterday stayed empty." in page.text
    assert "You never have to send anything." in page.text
    assert circle.face("Ben")["saw_miss"] is True
    ben.press("Here for you")
    answer = circle.face("Ben")["miss_answer"]
    assert (answer["kind"], answer["preset"]) == ("cheer", "here_for_you")
    ben.go(f"/door/misses/{miss['id']}")
    ben.press("Let it go")
    answer = circle.face("Ben")["miss_answer"]
    assert (answer["kind"], answer["preset"]) == ("let_go", None)


def test_whoever_keeps_a_letter_is_told_what_doing_nothing_does(circle: Circle, at_door: AtDoor) -> None:
    circle.keep(7)
    assert circle.ana.put(f"/habits/{circle.habit}/blue-letter", json={"text": "Come back small."}).status_code == 200
    circle.ben.put(f"/habits/{circle.habit}/seat", json={"answer": "accept", "keeps_letter": True})
    circle.wake()
    circle.stay_away()
    page = at_door("Ben").go("/door/rounds")
    assert "If you do nothing, Ana's letter may open." in page.text


def test_an_answer_that_comes_too_late_is_told_in_words(circle: Circle, at_door: AtDoor) -> None:
    circle.miss_a_day()
    ben = at_door("Ben")
    ben.go("/door/rounds")
    circle.post()
    page = ben.press("A hug")
    assert ben.answer.status_code == 409
    assert "They are back already. Say hello instead." in page.text


def test_the_gallery_sees_nothing_of_an_empty_day(circle: Circle, at_door: AtDoor) -> None:
    miss = circle.miss_a_day()
    cleo = at_door("Cleo")
    cleo.go("/door/rounds")
    while "That's everyone." not in cleo.text:
        assert "empty" not in cleo.text
        cleo.go("/door/rounds")
    assert "empty" not in cleo.text
    cleo.go(f"/door/misses/{miss['id']}")
    assert cleo.answer.status_code == 404


def test_the_owner_sees_who_saw_it_and_one_clear_way(circle: Circle, at_door: AtDoor) -> None:
    circle.miss_a_day()
    at_door("Ben").go("/door/rounds")
    ana = at_door("Ana")
    page = ana.go("/door")
    assert page.mood == "cold"
    assert "Yesterday stayed empty. Ben saw." in page.text
    assert "Ben saw that a day stayed empty" in page.text
    assert "Cleo" not in page.text, "gallery faces step out"
    ana.follow("Show up today")
    page = ana.press("Show up today")
    assert page.mood == "back"
    assert "You came back." in page.text
