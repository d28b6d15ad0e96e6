from collections.abc import Callable

import pytest

from shared.clock import StoppedClock
from tests.server.challenges.crew import Crew, gather


@pytest.fixture
def crew(db: None, time: StoppedClock) -> Callable[..., Crew]:
    """`crew("chain", "Ben", "Cleo")`: Ana and these friends are in it; it starts today, a Monday."""
    return lambda kind, *names, **changes: gather(time, kind, *names, **changes)
