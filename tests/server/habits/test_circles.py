"""Circles: named groups of friends, and as audiences of a habit. Nobody in them is told, asked, or made a witness."""

from typing import Any

import pytest

from shared import ids, limits
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.cast import Door
from tests.server.circle import Circle, gather, notices


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    """Eve is Ana's friend, and has no seat."""
    circle = gather(time)
    circle.people["Eve"] = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], circle.people["Eve"])
    return circle


@pytest.fixture
def eve(circle: Circle) -> Door:
    return cast.door_of(circle.people["Eve"])


def make(circle: Circle, *names: str, gym: str = "", name: str = "Gym") -> str:
    """A circle of these people; with `gym`, that one, said anew."""
    gym = gym or str(ids.uuid7())
    members = [str(circle.people[one].id) for one in names]
    answer = circle.ana.put(f"/circles/{gym}", {"name": name, "members": members})
    assert answer.status_code in {200, 201}, answer.content
    circle.settle()
    return gym


def show(circle: Circle, gym: str) -> None:
    assert circle.ana.put(f"/habits/{circle.habit}/circles/{gym}").status_code == 204


def seats(circle: Circle) -> list[tuple[str, str, str]]:
    shown = circle.ana.get(f"/habits/{circle.habit}").json()["seats"]
    return sorted((seat["person"]["name"], seat["role"], seat["state"]) for seat in shown)


def sees(circle: Circle, door: Door) -> bool:
    return bool(door.get(f"/habits/{circle.habit}").status_code == 200)


BEFORE = [("Ben", "witness", "accepted"), ("Cleo", "gallery", "accepted")]


@pytest.mark.sqlite
def test_a_circle_is_its_owners_alone(circle: Circle, eve: Door) -> None:
    gym = make(circle, "Eve", "Ben")
    (item,) = circle.ana.get("/circles").json()["items"]
    assert (item["id"], item["name"], [one["name"] for one in item["members"]]) == (gym, "Gym", ["Ben", "Eve"])
    assert eve.get("/circles").json() == {"items": []}
    assert world.refusal(eve.put(f"/circles/{gym}", {"name": "Mine", "members": []})) == (404, "not_found")
    assert eve.delete(f"/circles/{gym}").status_code == 204
    assert len(circle.ana.get("/circles").json()["items"]) == 1


def test_each_member_sits_in_the_gallery_and_is_not_told(circle: Circle, eve: Door) -> None:
    gym = make(circle, "Eve", "Ben")
    show(circle, gym)
    show(circle, gym)
    circle.send()
    assert seats(circle) == [*BEFORE, ("Eve", "gallery", "accepted")]
    assert circle.ana.get(f"/habits/{circle.habit}").json()["circles"] == [gym]
    assert sees(circle, eve)
    assert notices(eve) == []
    circle.keep(7)
    circle.stay_away()
    assert eve.get("/rounds").json()["misses"] == []


def test_leaving_the_circle_ends_it_at_once_and_coming_opens_it(circle: Circle, eve: Door) -> None:
    gym = make(circle)
    show(circle, gym)
    assert not sees(circle, eve)
    make(circle, "Eve", gym=gym)
    assert sees(circle, eve)
    answer = circle.ana.put(f"/circles/{gym}", {"name": "Gym", "members": []})
    assert answer.status_code == 200
    assert not sees(circle, eve)  # before anything that follows from it has been done
    circle.settle()
    assert seats(circle) == BEFORE
    circle.time.advance(limits.OUTAGE_MIN)
    make(circle, "Eve", gym=gym)
    assert sees(circle, eve)


def test_whoever_gave_the_seat_up_is_not_given_it_anew(circle: Circle, eve: Door) -> None:
    gym = make(circle, "Eve")
    show(circle, gym)
    assert eve.delete(f"/habits/{circle.habit}/seat").status_code == 204
    make(circle, "Eve", "Ben", gym=gym)
    assert not sees(circle, eve)
    assert seats(circle) == BEFORE


def test_a_witness_stays_one_and_no_circle_makes_another(circle: Circle) -> None:
    gym = make(circle, "Ben", "Eve")
    show(circle, gym)
    assert circle.ana.delete(f"/habits/{circle.habit}/circles/{gym}").status_code == 204
    assert circle.ana.delete(f"/habits/{circle.habit}/circles/{gym}").status_code == 204
    assert seats(circle) == BEFORE


def test_two_circles_hold_each_other_up(circle: Circle, eve: Door) -> None:
    gym, writers = make(circle, "Eve"), make(circle, "Eve", name="Writers")
    show(circle, gym)
    show(circle, writers)
    circle.time.advance(limits.OUTAGE_MIN)
    assert circle.ana.delete(f"/circles/{gym}").status_code == 204
    circle.settle()
    assert sees(circle, eve)
    assert circle.ana.delete(f"/circles/{writers}").status_code == 204
    assert not sees(circle, eve)


def test_the_end_of_a_friendship_takes_it_out_of_every_circle(circle: Circle, eve: Door) -> None:
    gym = make(circle, "Eve")
    show(circle, gym)
    assert eve.delete(f"/friends/{circle.people['Ana'].id}").status_code == 204
    assert circle.ana.get("/circles").json()["items"][0]["members"] == []
    circle.time.advance(limits.OUTAGE_MIN)
    cast.befriend(circle.people["Ana"], circle.people["Eve"])
    circle.settle()
    assert not sees(circle, eve)


@pytest.mark.parametrize("kept", [True, False])
def test_a_renewal_names_the_circles_it_is_shown_to_on(circle: Circle, eve: Door, kept: bool) -> None:
    gym = make(circle, "Eve")
    show(circle, gym)
    world.rest(circle.ana, circle.today, circle.today.replace(day=31))
    circle.go(circle.today.replace(month=4, day=1), 12)
    said: dict[str, Any] = {"witnesses": [], "gallery": [], "circles": [gym] if kept else []}
    answer = circle.ana.put(f"/habits/{circle.habit}/seasons/2", said)
    assert answer.json()["circles"] == said["circles"]
    assert sees(circle, eve) is kept
    circle.settle()
    assert seats(circle) == ([("Eve", "gallery", "accepted")] if kept else [])


def test_strangers_are_left_out_and_circles_are_bounded(circle: Circle) -> None:
    dan = cast.arrive("Dan")
    said = {"name": "Gym", "members": [str(dan.id)]}
    assert circle.ana.put(f"/circles/{ids.uuid7()}", said).json()["members"] == []
    for _ in range(limits.CIRCLES_MAX - 1):
        make(circle)
    assert world.refusal(circle.ana.put(f"/circles/{ids.uuid7()}", said)) == (422, "too_many_circles")
    gym = str(ids.uuid7())
    assert world.refusal(circle.ana.put(f"/habits/{circle.habit}/circles/{gym}")) == (404, "not_found")
