import pytest

from shared.clock import StoppedClock
from tests.server.circle import Circle, gather


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    return gather(time)
