"""The stage of the browser's tests: the server tests' clock and cast, and one browser a module."""

from collections.abc import Iterator

import pytest

from shared.clock import StoppedClock
from tests.door import pages
from tests.door.chromium import Chromium
from tests.server.circle import gather
from tests.server.conftest import _empty_cache, _quick_passwords, time

__all__ = ["_empty_cache", "_quick_passwords", "time"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as one:
        yield one


@pytest.fixture
def life(time: StoppedClock, db: None) -> pages.Life:  # the clock of above
    return pages.Life(gather(time))
