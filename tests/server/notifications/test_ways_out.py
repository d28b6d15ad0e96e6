"""A way out may be gone, be busy or break: nothing is lost, nothing doubled, nobody else waits."""

from dataclasses import dataclass, field

import pytest

from server.notifications.channels import CHANNELS, Channel, Outcome, Parcel
from server.notifications.models import Delivery
from server.notifications.sender import send_due_deliveries
from shared import clock
from tests.server import cast, world
from tests.server.circle import DAY, Circle


@dataclass
class Pigeon:
    """A channel that does what it is told, in this order, and then always delivers."""

    outcomes: list[Outcome | Exception]
    delivered: list[str] = field(default_factory=list)
    interrupts: bool = True

    def send(self, parcel: Parcel) -> Outcome:
        outcome = self.outcomes.pop(0) if self.outcomes else Outcome.SENT
        if isinstance(outcome, Exception):
            raise outcome
        if outcome is Outcome.SENT:
            self.delivered += [f"{parcel.recipient.name}: {line}" for line in parcel.lines]
        return outcome


@pytest.fixture
def answered(circle: Circle) -> Circle:
    """Everything about the beginning was sent; now Ben has answered."""
    circle.post()
    circle.send()
    world.react(circle.ben, circle.habit, circle.today, "clap")
    cast.relay_all()
    return circle


def _send(pigeon: Pigeon) -> None:
    channels: dict[str, Channel] = {**CHANNELS, "console": pigeon}
    while send_due_deliveries(now=clock.now(), channels=channels):
        pass


@pytest.mark.parametrize("trouble", [Outcome.RETRY, OSError("no wind")])
def test_what_could_not_be_sent_is_sent_later_and_once(answered: Circle, trouble: Outcome | Exception) -> None:
    pigeon = Pigeon([trouble])
    _send(pigeon)
    assert pigeon.delivered == []
    answered.time.advance(DAY / 24)
    _send(pigeon)
    _send(pigeon)
    assert pigeon.delivered == ["Ana: Ben saw you first."]
    assert not Delivery.objects.filter(state="waiting").exists()


def test_where_nobody_lives_nothing_is_sent_once_more(answered: Circle) -> None:
    pigeon = Pigeon([Outcome.GONE])
    _send(pigeon)
    answered.time.advance(DAY / 24)
    _send(pigeon)
    assert pigeon.delivered == []
    assert Delivery.objects.get(notice__kind="first_answer", channel="console").state == "dropped"


def test_one_persons_trouble_is_nobody_elses(answered: Circle) -> None:
    answered.ana.put(f"{answered.day()}/thanks/{answered.people['Ben'].id}")
    cast.relay_all()
    pigeon = Pigeon([OSError("no wind")])
    _send(pigeon)
    assert len(pigeon.delivered) == 1
    answered.time.advance(DAY / 24)
    _send(pigeon)
    assert sorted(pigeon.delivered) == ["Ana: Ben saw you first.", "Ben: Ana says thanks."]
