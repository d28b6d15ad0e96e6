"""Ana runs, Ben is her witness, Cleo in her gallery; and Leo runs, too: Ana sits in his gallery, Ben doesn't."""

from dataclasses import dataclass

import pytest

from shared import ids
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.access.village import PICTURE
from tests.server.cast import Door
from tests.server.circle import Circle, gather


@dataclass
class Leos:
    """Leo's door, his habit, and the day of his check-in with a photo."""

    door: Door
    id: str
    habit: str
    day: str

    @property
    def check_in(self) -> dict[str, str]:
        return {"kind": "check_in", "habit": self.habit, "date": self.day}


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    circle = gather(time)
    circle.post(photos=[picture(circle.ana)])
    return circle


@pytest.fixture
def leo(circle: Circle) -> Leos:
    person = cast.arrive("Leo")
    door = cast.door_of(person)
    schedule = {"frequency": "per_week", "times": 3, "measure": "at_least", "target": "5", "unit": "km"}
    habit = world.promise(door, title="Morning run", icon="run", schedule=schedule)["id"]
    cast.befriend(circle.people["Ana"], person)
    world.take_seat(door, circle.ana, circle.people["Ana"].id, habit, "gallery")
    answer = world.check_in(door, habit, circle.today, photos=[picture(door)], amount="6")
    assert answer.status_code == 201, answer.content
    circle.settle()
    return Leos(door, str(person.id), habit, str(circle.today))


def told(circle: Circle, leo: Leos) -> list[str]:
    """What Leo was told of others beside him, newest first."""
    circle.settle()
    items = leo.door.get("/notices").json()["items"]
    return [one["text"] for one in items if one["kind"] in {"started_beside", "kept_beside"}]


def picture(door: Door) -> str:
    """A photo of theirs that nothing shows yet."""
    answer = world.put_photo(door, PICTURE, photo_id=str(ids.uuid7()))
    assert answer.status_code == 200, answer.content
    return str(answer.json()["id"])
