"""Friends, seats, links and reports at the web door; and a first promise."""

import re
from collections.abc import Callable

import pytest

from server.moderation.models import Report
from server.people.models import Block, Distance, Friendship, Person
from server.people.services.invites import open_invite
from shared import clock
from tests.server import cast
from tests.server.circle import Circle
from tests.server.door.browser import Browser
from tests.server.people.at_the_door import code_mailed_to

pytestmark = pytest.mark.django_db
AtDoor = Callable[[str], Browser]


@pytest.mark.sqlite
def test_a_promise_in_front_of_a_friend_and_the_first_photo_next(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go("/door")
    ana.follow("A new promise")
    page = ana.press(
        "Promise it", title="Read", when="weekdays", weekday=["0", "4"], friend=str(circle.people["Ben"].id)
    )
    assert "Today Read" in page.text
    habit = next(one for one in circle.ana.get("/habits").json()["items"] if one["title"] == "Read")
    assert habit["schedule"]["weekdays"] == [0, 4]
    assert [(seat["person"]["name"], seat["state"]) for seat in habit["seats"]] == [("Ben", "invited")]


def test_a_promise_that_does_not_work_out_keeps_what_was_typed(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go("/door/promise")
    page = ana.press("Promise it", title="Read", when="weekdays", weekday=[])
    assert "This schedule doesn't work out." in page.text
    assert page.forms[0].fields["title"] == ["Read"]
    before = ana.answer
    ana.press("Promise it", when="daily")
    ana.answer = before
    ana.press("Promise it", when="daily")
    assert [one["title"] for one in circle.ana.get("/habits").json()["items"]] == ["Run", "Read"]


@pytest.mark.sqlite
def test_a_link_brings_a_friend_who_is_with_kith_already(circle: Circle, at_door: AtDoor) -> None:
    cast.arrive("Dan")
    ana = at_door("Ana")
    ana.go("/door/crowd")
    page = ana.press("Make a link")
    token = re.search(r"/i/([\w-]+)", page.text)
    assert token
    dan = Browser(Person.objects.get(name="Dan"))
    page = dan.go(f"/door/join/{token[1]}")
    assert "Ana would like to be your friend here." in page.text
    assert "Ana" in dan.press("Yes").text
    assert Friendship.objects.filter(person__name="Dan", friend__name="Ana").exists()


@pytest.mark.sqlite
def test_somebody_new_joins_in_a_browser_and_is_vouched_for(circle: Circle, at_door: AtDoor) -> None:
    _, token = open_invite(inviter=circle.people["Ana"], now=clock.now())
    fay = Browser()
    page = fay.go(f"/i/{token}")
    assert "Ana invites you to Kith" in page.text
    fay.follow("Go on in this browser")
    page = fay.press("Send me a code", email="fay@example.org", birth_year="2020", agreed="yes")
    assert "Kith is for people who are 16 or older." in page.text
    assert page.forms[0].fields["email"] == ["fay@example.org"]
    fay.press("Send me a code", birth_year="1990", agreed="yes")
    fay.press("Come in", code=code_mailed_to("fay@example.org"))
    assert "What may friends call you?" in fay.text
    page = fay.press("Save", name="Fay", zone="Europe/Berlin")
    assert "Ana has yet to say that it's you." in page.text
    ana = at_door("Ana")
    page = ana.go("/door/crowd")
    assert "Fay used your invitation. Is it them?" in page.text
    ana.press("Yes, it's them")
    assert Friendship.objects.filter(person__name="Fay", friend__name="Ana").exists()
    assert cast.door_of(Person.objects.get(name="Fay")).get("/me").json()["zone"] == "Europe/Berlin"


def test_a_link_that_is_used_up_is_refused_in_words(circle: Circle) -> None:
    page = Browser().go("/door/join/nothing")
    assert "This invitation has ended." in page.text


def test_an_open_link_is_withdrawn(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go("/door/crowd")
    ana.press("Make a link")
    ana.press("Withdraw")
    assert circle.ana.get("/invites").json()["items"] == []


@pytest.mark.sqlite
def test_how_far_a_friend_is_kept(circle: Circle, at_door: AtDoor) -> None:
    ana = at_door("Ana")
    ana.go(f"/door/friends/{circle.people['Ben'].id}")
    ana.press("Save", muted=["yes"])
    kept = Distance.objects.get()
    assert (kept.muted_at is not None, kept.restricted_at) == (True, None)
    ana.press("Block")
    assert Block.objects.filter(blocked=circle.people["Ben"]).exists()
    ana.go(f"/door/friends/{circle.people['Cleo'].id}")
    ana.press("End the friendship")
    assert not Friendship.objects.exists()


def test_a_day_is_reported_once_however_often_it_is_sent(circle: Circle, at_door: AtDoor) -> None:
    circle.post()
    ben = at_door("Ben")
    ben.go("/door/rounds")
    ben.follow("Report")
    before = ben.answer, ben.path
    for _ in range(2):
        ben.answer, ben.path = before
        ben.press("Report", reason="not_their_photo", note="I know this place")
    report = Report.objects.get()
    assert (report.subject, report.reason, report.note) == ("check_in", "not_their_photo", "I know this place")


def test_what_one_may_not_see_cannot_be_reported(circle: Circle, at_door: AtDoor) -> None:
    circle.post()
    check_in = circle.item()["check_in"]["id"]
    dan = Browser(cast.arrive("Dan"))
    dan.go(f"/door/report/check_in/{check_in}")
    page = dan.press("Report", reason="harm")
    assert dan.answer.status_code == 404
    assert "There is nothing here for you to see." in page.text
    dan.go(f"/door/report/person/{circle.people['Ana'].id}")
    assert dan.answer.status_code == 404


def test_a_friend_is_asked_to_look_and_a_seat_is_taken_back(circle: Circle, at_door: AtDoor) -> None:
    cast.befriend(circle.people["Ana"], cast.arrive("Eve"))
    ana = at_door("Ana")
    ana.go(f"/door/audience/{circle.habit}")
    ana.press("Ask", friend=str(Person.objects.get(name="Eve").id), role="gallery")
    assert "Eve cheering, asked" in ana.text
    ana.press("No longer Ben")
    assert "Ben" not in ana.text.split("They look")[1].split("Ask a friend")[0]


@pytest.mark.parametrize(("button", "role"), [("I'd rather just cheer", "gallery"), ("Stop looking", None)])
def test_a_seat_is_left(circle: Circle, at_door: AtDoor, button: str, role: str | None) -> None:
    ben = at_door("Ben")
    ben.go("/door/crowd")
    ben.follow("Your seat at Run of Ana")
    ben.press(button)
    held = {seat["habit"]["title"]: seat["role"] for seat in circle.ben.get("/seats").json()["items"]}
    assert held.get("Run") == role
