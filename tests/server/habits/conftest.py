"""Ana's door and the habit she promised, for every test about habits."""

from collections.abc import Callable

import pytest

from server.people.models import Person
from tests.server import world
from tests.server.cast import Door
from tests.server.house import House


@pytest.fixture
def anas(ana: Person, door: Callable[..., Door]) -> Door:
    return door(ana)


@pytest.fixture
def habit(anas: Door) -> str:
    """The id of a habit promised daily."""
    return str(world.promise(anas)["id"])


@pytest.fixture
def house(ana: Person, ben: Person, door: Callable[..., Door], befriend: Callable[..., None]) -> House:
    """Ana's habit with today's photo, before which Ben stands `as_role("witness")` or any other."""
    return House(ana, ben, door, befriend)
