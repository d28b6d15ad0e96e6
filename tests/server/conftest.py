"""What every server test has: a stopped clock, an empty cache, the cast and their doors."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import cache

from server.people.models import Person
from shared import clock
from tests.server import cast

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""A Monday morning, ten o'clock where the cast lives."""


@pytest.fixture(autouse=True)
def time() -> Iterator[clock.StoppedClock]:
    """The stopped clock: `time.move_to(instant)`, `time.advance(timedelta)`, `time.instant`."""
    with clock.stopped_at(START) as stopped:
        yield stopped


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    """Only the admin has passwords; making them slow to guess is Django's, and slow to test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ana(db: None) -> Person:
    return cast.arrive("Ana")


@pytest.fixture
def ben(db: None) -> Person:
    return cast.arrive("Ben")


@pytest.fixture
def cleo(db: None) -> Person:
    return cast.arrive("Cleo")


@pytest.fixture
def dan(db: None) -> Person:
    return cast.arrive("Dan")


@pytest.fixture
def eve(db: None) -> Person:
    return cast.arrive("Eve")


@pytest.fixture
def door() -> Callable[[Person | None], cast.Door]:
    """`door(ana).get("/me")`; `door(None)` has no token."""
    return cast.door_of


@pytest.fixture
def befriend() -> Callable[..., None]:
    """`befriend(ana, ben)`: Ana invites, Ben accepts."""
    return cast.befriend


@pytest.fixture
def relay() -> Callable[[], None]:
    """Hands every recorded fact to its handlers."""
    return cast.relay_all
