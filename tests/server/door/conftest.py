"""Ana's circle, and a browser for each of them."""

from collections.abc import Callable

import pytest

from shared.clock import StoppedClock
from tests.server.circle import Circle, gather
from tests.server.door.browser import Browser


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    return gather(time)


@pytest.fixture
def at_door(circle: Circle) -> Callable[[str], Browser]:
    """`at_door("Ben")`: Ben's browser, signed in."""
    return lambda name: Browser(circle.people[name])
