"""A nudge with one's own face: between the two, for the day it waits for."""

from typing import Any

import pytest

from server.media.models import Photo
from server.nudges.faces import forget_old_faces
from server.nudges.forgetting import forget_nudge_faces
from server.people.models import Person
from shared import clock, ids, limits
from shared.clock import StoppedClock
from tests.server import images, world
from tests.server.cast import Door
from tests.server.circle import Circle, gather

SELFIE = images.jpeg((64, 48))


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    return gather(time)


def nudge(circle: Circle) -> str:
    photo = str(world.put_photo(circle.ben, SELFIE, photo_id=str(ids.uuid7())).json()["id"])
    answer = circle.ben.put(f"{circle.day()}/nudge", {"preset": "with_you", "photo": photo})
    assert (answer.status_code, answer.content) == (204, b"")
    return photo


def face(circle: Circle, door: Door, day: Any = None) -> int:
    return int(door.get(f"{circle.day(day)}/nudges/{circle.people['Ben'].id}/320").status_code)


@pytest.mark.sqlite
def test_it_comes_with_the_nudge_and_is_between_the_two(circle: Circle) -> None:
    photo = nudge(circle)
    circle.settle()
    (told,) = [one for one in circle.ana.get("/notices").json()["items"] if one["kind"] == "nudge"]
    assert (told["picture"], told["text"]) == (photo, "Ben is with you today.")
    assert [face(circle, door) for door in (circle.ana, circle.ben, circle.cleo)] == [200, 200, 404]


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_either_deletes_it(circle: Circle, who: str) -> None:
    nudge(circle)
    address = f"{circle.day()}/nudges/{circle.people['Ben'].id}"
    assert circle.cleo.delete(address).status_code == 404
    assert getattr(circle, who).delete(address).status_code == 204
    assert Photo.objects.count() == 0
    assert face(circle, circle.ana) == 404


def test_one_that_never_arrived_is_the_senders_alone(circle: Circle) -> None:
    """And whether it did, the answer does not tell."""
    circle.ana.patch("/me", {"nudges_a_day": 0})
    nudge(circle)
    assert [face(circle, door) for door in (circle.ana, circle.ben)] == [404, 200]
    assert circle.ana.delete(f"{circle.day()}/nudges/{circle.people['Ben'].id}").status_code == 404


@pytest.mark.parametrize("ending", ["muted", "restricted", "unfriended"])
def test_it_is_gone_with_the_right_to_be_heard(circle: Circle, ending: str) -> None:
    nudge(circle)
    ben = circle.people["Ben"].id
    if ending == "unfriended":
        circle.ana.delete(f"/friends/{ben}")
    else:
        circle.ana.put(f"/friends/{ben}/distance", {"muted": ending == "muted", "restricted": ending == "restricted"})
    assert face(circle, circle.ana) == 404


def test_it_is_gone_with_its_date(circle: Circle) -> None:
    nudge(circle)
    day = circle.today
    circle.wake()
    assert [face(circle, door, day) for door in (circle.ana, circle.ben)] == [404, 404]
    assert forget_old_faces(now=clock.now()) == 0
    circle.time.advance(limits.LONGEST_DATE)
    assert forget_old_faces(now=clock.now()) == 1
    assert Photo.objects.count() == 0


def test_grown_ups_send_none_to_somebody_who_may_be_under_18(circle: Circle) -> None:
    for name, year in (("Ana", 2009), ("Ben", 1990)):
        Person.objects.filter(pk=circle.people[name].pk).update(birth_year=year)
    photo = world.put_photo(circle.ben, SELFIE, photo_id=str(ids.uuid7())).json()["id"]
    answer = circle.ben.put(f"{circle.day()}/nudge", {"preset": "with_you", "photo": photo})
    assert world.refusal(answer) == (422, "presets_only")
    missing = circle.cleo.put(f"{circle.day()}/nudge", {"preset": "with_you", "photo": photo})
    assert world.refusal(missing) == (404, "not_found")


def test_a_departed_owners_nudges_leave_no_pictures(circle: Circle) -> None:
    nudge(circle)
    assert forget_nudge_faces(circle.people["Ana"].id) == 1
    assert Photo.objects.count() == 0
