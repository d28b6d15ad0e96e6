"""Ana, who sends all of them."""

import pytest

from server.people.models import Person
from tests.server import cast, world
from tests.server.cast import Door


@pytest.fixture
def anas(ana: Person) -> Door:
    return cast.door_of(ana)


@pytest.fixture
def habit(anas: Door) -> str:
    return str(world.promise(anas)["id"])
