"""Who may do what with a day and its photos: every role on every endpoint, and a refusal changes nothing."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings

from server.people.models import Person
from shared import clock, ids
from shared.clock import StoppedClock
from tests.server import images, world
from tests.server.cast import Door

TODAY = date(2026, 3, 2)
VIEWERS = ("witness", "gallery")
OUTSIDERS = (
    "invited",
    "declined",
    "former_witness",
    "friend",
    "unfriended",
    "befriended_again",
    "stranger",
    "blocked",
    "blocking",
)
SHUT_OUT = ("suspended", "anonymous", "revoked")


def done(response: Any) -> None:
    """A scene is only set if what sets it worked."""
    assert response.status_code < 300, response.content


class House:
    """Ana's day with a photo, and how each role comes to stand before it."""

    def __init__(self, ana: Person, ben: Person, door: Callable[..., Door], befriend: Callable[..., None]) -> None:
        self.ana, self.ben, self.door, self.befriend = ana, ben, door, befriend
        self.anas = door(ana)
        self.habit = world.promise(self.anas)["id"]
        self.photo = world.put_photo(self.anas).json()["id"]
        world.check_in(self.anas, self.habit, TODAY, photos=[self.photo], caption="ran", amount="3")

    def seated(self, role: str = "witness", answer: str = "accept") -> Door:
        self.befriend(self.ana, self.ben)
        bens = self.door(self.ben)
        world.take_seat(self.anas, bens, str(self.ben.id), self.habit, role, answer=answer)
        return bens

    def as_role(self, role: str) -> Door:
        return getattr(self, f"_{role}")()

    def _owner(self) -> Door:
        return self.anas

    def _witness(self) -> Door:
        return self.seated("witness")

    def _gallery(self) -> Door:
        return self.seated("gallery")

    def _invited(self) -> Door:
        self.befriend(self.ana, self.ben)
        done(self.anas.put(f"/habits/{self.habit}/seats/{self.ben.id}", json={"role": "witness"}))
        return self.door(self.ben)

    def _declined(self) -> Door:
        return self.seated(answer="decline")

    def _former_witness(self) -> Door:
        bens = self.seated()
        done(self.anas.delete(f"/habits/{self.habit}/seats/{self.ben.id}"))
        return bens

    def _friend(self) -> Door:
        self.befriend(self.ana, self.ben)
        return self.door(self.ben)

    def _unfriended(self) -> Door:
        bens = self.seated()
        done(self.anas.delete(f"/friends/{self.ben.id}"))
        return bens

    def _befriended_again(self) -> Door:
        bens = self._unfriended()
        self.befriend(self.ana, self.ben, now=clock.now() + timedelta(seconds=1))
        return bens

    def _stranger(self) -> Door:
        return self.door(self.ben)

    def _blocked(self) -> Door:
        bens = self.seated()
        done(self.anas.put(f"/blocks/{self.ben.id}"))
        return bens

    def _blocking(self) -> Door:
        bens = self.seated()
        done(bens.put(f"/blocks/{self.ana.id}"))
        return bens

    def _suspended(self) -> Door:
        bens = self.seated()
        Person.objects.filter(id=self.ben.id).update(is_active=False)
        return bens

    def _anonymous(self) -> Door:
        return self.door(None)

    def _revoked(self) -> Door:
        bens = self.seated()
        bens.token = "a-token-that-was-taken-back"
        return bens


@pytest.fixture
def house(ana: Person, ben: Person, door: Callable[..., Door], befriend: Callable[..., None]) -> House:
    return House(ana, ben, door, befriend)


READING = {
    "read the day": lambda house, by: by.get(f"/habits/{house.habit}/days/{TODAY}"),
    "see the large photo": lambda house, by: by.get(f"/habits/{house.habit}/days/{TODAY}/photos/1/1080"),
    "see the small photo": lambda house, by: by.get(f"/habits/{house.habit}/days/{TODAY}/photos/1/320"),
}
CHANGING = {
    "post": lambda house, by: world.check_in(by, house.habit, TODAY, caption="mine now"),
    "post another day": lambda house, by: world.check_in(by, house.habit, TODAY - timedelta(days=1)),
    "edit": lambda house, by: world.edit(by, house.habit, TODAY, caption="mine now", amount="9"),
    "undo": lambda house, by: world.undo(by, house.habit, TODAY),
    "delete the photo": lambda house, by: by.delete(f"/habits/{house.habit}/days/{TODAY}/photos/1"),
    "read the upload": lambda house, by: by.get(f"/photos/{house.photo}"),
    "send the photo again": lambda house, by: world.put_photo(by, photo_id=house.photo),
    "send another for it": lambda house, by: world.put_photo(by, images.png(), photo_id=house.photo),
}


def everything() -> dict[str, Any]:
    """Every row of the heart and every photo file, to tell whether anything changed."""
    rows = {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for app in ("habits", "media", "kernel") for model in apps.get_app_config(app).get_models()
    }  # fmt: skip
    files = sorted((path.name, path.read_bytes()) for path in Path(settings.PHOTO_ROOT).glob("*/*"))
    return rows | {"files": files}


def check_refused(response: Any, status: int) -> None:
    code = {404: "not_found", 401: "not_authenticated"}[status]
    assert (response.status_code, response.json()["code"]) == (status, code)


@pytest.mark.parametrize("act", READING)
@pytest.mark.parametrize("role", ["owner", *VIEWERS])
def test_who_may_see_does(house: House, role: str, act: str) -> None:
    by = house.as_role(role)
    before = everything()
    assert READING[act](house, by).status_code == 200
    assert everything() == before


@pytest.mark.parametrize("act", CHANGING)
@pytest.mark.parametrize("role", VIEWERS)
def test_who_may_see_may_not_touch(house: House, role: str, act: str) -> None:
    by = house.as_role(role)
    before = everything()
    check_refused(CHANGING[act](house, by), 404)
    assert everything() == before


@pytest.mark.parametrize("act", [*READING, *CHANGING])
@pytest.mark.parametrize("role", OUTSIDERS)
def test_who_may_not_see_finds_nothing(house: House, role: str, act: str) -> None:
    by = house.as_role(role)
    before = everything()
    check_refused((READING | CHANGING)[act](house, by), 404)
    assert everything() == before


@pytest.mark.parametrize("act", [*READING, *CHANGING])
@pytest.mark.parametrize("role", SHUT_OUT)
def test_who_is_nobody_is_asked_to_sign_in(house: House, role: str, act: str) -> None:
    by = house.as_role(role)
    before = everything()
    check_refused((READING | CHANGING)[act](house, by), 401)
    assert everything() == before


@pytest.mark.parametrize("act", READING)
def test_a_suspended_owner_is_seen_by_nobody(house: House, act: str) -> None:
    by = house.seated()
    Person.objects.filter(id=house.ana.id).update(is_active=False)
    check_refused(READING[act](house, by), 404)


@pytest.mark.parametrize("act", READING)
def test_access_ends_between_two_requests(house: House, act: str) -> None:
    by = house.seated()
    assert READING[act](house, by).status_code == 200
    house.anas.delete(f"/habits/{house.habit}/seats/{house.ben.id}")
    check_refused(READING[act](house, by), 404)


@pytest.mark.parametrize("act", READING)
def test_an_undone_day_is_found_by_nobody(house: House, act: str, time: StoppedClock) -> None:
    by = house.seated()
    time.advance(timedelta(seconds=1))
    world.undo(house.anas, house.habit, TODAY)
    for viewer in (by, house.anas):
        check_refused(READING[act](house, viewer), 404)


def test_what_does_not_exist_looks_like_what_may_not_be_seen(house: House) -> None:
    stranger = house.as_role("stranger")
    hidden = stranger.get(f"/habits/{house.habit}/days/{TODAY}")
    nowhere = stranger.get(f"/habits/{ids.uuid7()}/days/{TODAY}")
    empty = stranger.get(f"/habits/{house.habit}/days/2026-03-01")
    assert hidden.json() == nowhere.json() == empty.json()


def test_a_friend_reads_no_clock_times_and_nothing_about_failed_photos(house: House, time: StoppedClock) -> None:
    time.advance(timedelta(minutes=1))
    world.check_in(house.anas, house.habit, TODAY, caption="ran", photos=[str(ids.uuid7())])
    seen = house.seated().get(f"/habits/{house.habit}/days/{TODAY}").json()
    assert seen["caption"] == "ran"
    assert [slot["n"] for slot in seen["photos"]] == [1]
    assert not {"captured_at", "received_at", "updated_at", "undone_at", "extra", "zone"} & set(seen)


def test_an_amount_over_ones_own_limit_shows_as_done(house: House) -> None:
    limit = {"frequency": "daily", "measure": "at_most", "target": "2", "unit": "cups"}
    habit = world.promise(house.anas, schedule=limit)["id"]
    bens = house.seated()
    world.take_seat(house.anas, bens, str(house.ben.id), habit, "gallery")
    for amount, seen in (("2", "2"), ("2.5", None)):
        world.check_in(house.anas, habit, TODAY, amount=amount)
        assert bens.get(f"/habits/{habit}/days/{TODAY}").json()["amount"] == seen
        assert house.anas.get(f"/habits/{habit}/days/{TODAY}").json()["amount"] == amount


def test_amounts_of_a_sensitive_habit_are_the_owners_alone(house: House) -> None:
    sensitive = world.promise(house.anas, sensitive=True)["id"]
    world.check_in(house.anas, sensitive, TODAY, amount="82.5")
    bens = house.seated()
    world.take_seat(house.anas, bens, str(house.ben.id), sensitive, "witness")
    assert bens.get(f"/habits/{sensitive}/days/{TODAY}").json()["amount"] is None
    assert house.anas.get(f"/habits/{sensitive}/days/{TODAY}").json()["amount"] == "82.5"
