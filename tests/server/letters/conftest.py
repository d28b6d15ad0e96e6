import pytest

from shared.clock import StoppedClock
from tests.server.circle import Circle, gather
from tests.server.letters import story


@pytest.fixture
def circle(db: None, time: StoppedClock) -> Circle:
    """On the last gentle day of Ana's promise, Ben has agreed to keep a letter, and Ana wrote one."""
    circle = gather(time, starts_on=story.PROMISED)
    story.keep_letters(circle.ben, circle.habit)
    story.write(circle)
    return circle
