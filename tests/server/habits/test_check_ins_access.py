"""Who may do what with a day and its photos: every role on every endpoint, and a refusal changes nothing."""

from datetime import timedelta

import pytest

from server.people.models import Person
from shared import ids
from shared.clock import StoppedClock
from tests.server import images, world
from tests.server.house import OUTSIDERS, SHUT_OUT, TODAY, VIEWERS, House, check_refused, everything

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
