"""The stage of the journeys: a stopped clock, the server's sweeps, and phones."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.cache import cache

from server.habits.services import sweeps
from server.kernel.models import Heartbeat
from server.kernel.relay import relay
from server.letters.services.sweeps import turn_due_letters
from server.notifications.relays import ask_for_answers
from server.notifications.rounds import ring_due_rounds
from server.notifications.sender import send_due_deliveries
from server.people.services.invites import open_first_invite
from shared import clock
from tests.journeys.network import Network
from tests.journeys.phones import Phone

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""A Monday, nine in the morning in Berlin."""
STEP = timedelta(minutes=50)
"""How far time moves between two looks at what the server has to do. The server itself was never away."""


@pytest.fixture
def time() -> Iterator[clock.StoppedClock]:
    cache.clear()
    with clock.stopped_at(START) as stopped:
        yield stopped


@pytest.fixture
def phone(tmp_path: Path, time: clock.StoppedClock) -> Iterator[Callable[..., Phone]]:
    """`phone("Ana")`: a new phone with its own network, on which Ana joined with an invite of the operator's.

    `phone("Ben", by=ana)`: Ben joined with a link Ana sent him, and Ana said that it's him.
    """
    phones: list[Phone] = []

    def give(
        name: str, *, by: Phone | None = None, zone: str = "Europe/Berlin", network: Network | None = None
    ) -> Phone:
        one = Phone(name, tmp_path, network or Network(), zone)
        phones.append(one)
        one.join(by.link() if by else open_first_invite(now=clock.now())[1])
        if by:
            by.confirm(one)
        return one

    yield give
    for one in phones:
        one.core.close()


@pytest.fixture
def until(time: clock.StoppedClock) -> Callable[[datetime], None]:
    """`until(instant)`: time passes, the server sweeps and tells, as worker and beat would."""

    def pass_time(instant: datetime) -> None:
        while time.instant < instant:
            time.move_to(min(instant, time.instant + STEP))
            run_server()

    return pass_time


WORK = (
    sweeps.close_due_days, turn_due_letters, sweeps.ring_due_reminders, ring_due_rounds, ask_for_answers, relay,
    send_due_deliveries,
)  # fmt: skip


def run_server() -> None:
    """What worker and beat do between two requests."""
    now = clock.now()
    Heartbeat.objects.update(beat_at=now)
    while any(work(now=now) for work in WORK):
        pass
