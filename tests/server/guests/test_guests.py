"""Somebody without Kith: one photo in the first browser, one answer, a week; and nothing else of anybody."""

import re
from datetime import timedelta
from typing import Any

import pytest

from server.guests.models import GuestLink
from server.people.models import Invite
from server.people.services.standing import set_standing
from shared import clock, ids, limits
from shared.clock import StoppedClock
from tests.server import world
from tests.server.access.village import PICTURE
from tests.server.circle import Circle, gather
from tests.server.guests.browser import Browser


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    circle = gather(time)
    photo = world.put_photo(circle.ana, PICTURE, photo_id=str(ids.uuid7())).json()["id"]
    circle.post(photos=[photo], caption="Through the rain")
    return circle


def make(circle: Circle, date: object = None) -> dict[str, Any]:
    answer = circle.ana.post(f"/habits/{circle.habit}/days/{date or circle.today}/guest-links")
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def path_of(link: dict[str, Any]) -> str:
    return "/g/" + link["url"].rsplit("/", 1)[1]


@pytest.fixture
def path(circle: Circle) -> str:
    return path_of(make(circle))


@pytest.fixture
def guest(path: str) -> Browser:
    browser = Browser()
    assert browser.press(path, path).status_code == 200
    return browser


def answers_of(circle: Circle) -> list[Any]:
    return [one["answer"] for one in circle.ana.get("/guest-links").json()["items"]]


@pytest.mark.sqlite
def test_a_friend_answers_before_joining(circle: Circle, path: str) -> None:
    guest = Browser()
    door = guest.get(path).content.decode()
    assert "Ana would like to show you one photo" in door
    assert "Run" not in door, "nothing before the button"
    page = guest.press(path, path).content.decode()
    assert "Ana, day 1." in page
    assert "Through the rain" in page
    photo = guest.get(f"{path}/photo")
    assert (photo.status_code, photo["Content-Type"]) == (200, "image/webp")
    assert "no-store" in photo["Cache-Control"]
    assert "Thank you, Gran. Ana will see it." in guest.answers(path).content.decode()
    (answer,) = answers_of(circle)
    assert (answer["name"], answer["kind"]) == ("Gran", "heart")
    circle.settle()
    assert "Gran, a guest, answered your photo." in [one["text"] for one in circle.ana.get("/notices").json()["items"]]


def test_looking_takes_a_link_for_nobody_and_the_button_for_one(path: str) -> None:
    for _ in range(3):
        assert Browser().get(path).status_code == 200, "a chat program looks at links by itself"
    first, second = Browser(), Browser()
    first.press(path, path)
    assert second.get(path).status_code == 410
    assert second.press(path, path).status_code in {403, 410}
    assert second.get(f"{path}/photo").status_code == 410
    assert first.get(path).status_code == 200


def test_an_answer_is_changed_and_stays_one(circle: Circle, guest: Browser, path: str) -> None:
    guest.answers(path, kind="heart")
    since = answers_of(circle)[0]["answered_at"]
    circle.time.advance(timedelta(hours=1))
    guest.answers(path, name="Granny", kind="fire")
    (answer,) = answers_of(circle)
    assert answer == {"name": "Granny", "kind": "fire", "answered_at": since}
    circle.settle()
    told = [one for one in circle.ana.get("/notices").json()["items"] if one["kind"] == "guest_answer"]
    assert [one["text"] for one in told] == ["Granny, a guest, answered your photo."]


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "\u202eevil", "www.x.example", "a\u0000b"])
@pytest.mark.parametrize("kind", ["heart", "hate"])
def test_what_is_no_answer_is_refused_and_said(
    circle: Circle, guest: Browser, path: str, name: str, kind: str
) -> None:  # fmt: skip
    page = guest.answers(path, name=name, kind=kind)
    assert (page.status_code, b"A name of 1 to 40 letters" in page.content) == (400, True)
    assert answers_of(circle) == [None]


def _undo(circle: Circle) -> None:
    world.undo(circle.ana, circle.habit, circle.today)


def _withdraw(circle: Circle) -> None:
    assert circle.ana.delete(f"/guest-links/{GuestLink.objects.get().id}").status_code == 204


def _expire(circle: Circle) -> None:
    circle.time.advance(limits.GUEST_LINK_LIFE)


def _archive(circle: Circle) -> None:
    assert circle.ana.delete(f"/habits/{circle.habit}").status_code == 204


def _remove_photo(circle: Circle) -> None:
    assert circle.ana.delete(f"/habits/{circle.habit}/days/{circle.today}/photos/1").status_code == 200


def _suspend(circle: Circle) -> None:
    assert set_standing(person=circle.people["Ana"], active=False, now=clock.now())


@pytest.mark.parametrize("ending", [_undo, _withdraw, _expire, _archive, _remove_photo, _suspend])
def test_every_ending_reads_like_a_link_that_never_was(circle: Circle, guest: Browser, path: str, ending: Any) -> None:
    ending(circle)
    never = guest.get("/g/never-was-one")
    for address in (path, f"{path}/photo"):
        over = guest.get(address)
        assert (over.status_code, over.content) == (410, never.content)
    assert guest.client.post(f"{path}/answer", {"name": "Gran", "kind": "heart"}).status_code == 403


def test_withdrawing_takes_the_answer_along(circle: Circle, guest: Browser, path: str) -> None:
    guest.answers(path)
    _withdraw(circle)
    assert answers_of(circle) == []
    circle.settle()
    assert all(one["kind"] != "guest_answer" for one in circle.ana.get("/notices").json()["items"])


def test_keep_watching_leads_to_an_invitation_of_the_owners(circle: Circle, guest: Browser, path: str) -> None:
    codes = []
    for _ in range(limits.GUEST_INVITES_MAX):
        page = guest.press(f"{path}/stay", path)
        assert "Ana invites you to Kith" in page.content.decode()
        codes.append(re.search(r"<code>([\w-]+)</code>", page.content.decode())[1])  # type: ignore[index]
    assert Invite.objects.filter(inviter=circle.people["Ana"], accepted_at=None, withdrawn_at=None).count() == 1
    assert guest.press(f"{path}/stay", path).status_code == 429
    assert Browser().get(f"/i/{codes[-1]}").status_code == 200
    assert Browser().get(f"/i/{codes[0]}").status_code == 410


def test_a_page_names_nobody_but_the_owner(circle: Circle, guest: Browser, path: str) -> None:
    world.react(circle.ben, circle.habit, circle.today, "fire")
    page = guest.get(path).content.decode()
    for name in ("Ben", "Cleo", str(circle.people["Ana"].id), circle.habit, "example.org"):
        assert name not in page


def test_only_the_owner_makes_lists_and_withdraws(circle: Circle, path: str) -> None:
    link = GuestLink.objects.get()
    day = f"/habits/{circle.habit}/days/{circle.today}/guest-links"
    for door in (circle.ben, circle.cleo):
        assert world.refusal(door.post(day)) == (404, "not_found")
        assert door.get("/guest-links").json()["items"] == []
        assert world.refusal(door.delete(f"/guest-links/{link.id}")) == (404, "not_found")
    circle.wake()
    circle.post()
    assert world.refusal(circle.ana.post(f"/habits/{circle.habit}/days/{circle.today}/guest-links")) == (
        404,
        "not_found",
    )


def test_so_many_live_at_once(circle: Circle) -> None:
    for _ in range(limits.INVITES_OPEN_MAX):
        make(circle)
    refused = circle.ana.post(f"/habits/{circle.habit}/days/{circle.today}/guest-links")
    assert refused.json()["code"] == "too_many_invites"
    _expire(circle)
    make(circle, circle.today - timedelta(days=7))


def test_a_form_without_its_own_token_does_nothing(circle: Circle, guest: Browser, path: str) -> None:
    for address in (path, f"{path}/answer", f"{path}/stay"):
        assert guest.client.post(address, {"name": "Gran", "kind": "heart"}).status_code == 403
    assert answers_of(circle) == [None]


def test_the_pages_need_no_script_and_every_field_has_its_name(guest: Browser, path: str) -> None:
    page = guest.get(path)
    text = page.content.decode()
    assert "<script" not in text
    assert "script-src" not in page["Content-Security-Policy"]
    assert "default-src 'none'" in page["Content-Security-Policy"]
    assert '<label for="name">' in text
    assert 'alt="Ana' in text
