"""The loop with the network failing at every single request in turn: nothing is lost, nothing happens twice."""

from collections.abc import Callable
from datetime import datetime

import pytest

from server.habits.models import CheckIn, CheckInPhoto, Miss
from server.media.models import Photo
from server.people.models import Friendship
from server.responses.models import Look, MissAnswer, MissLook, Reaction
from shared.clock import StoppedClock
from shared.moods import Mood
from tests.journeys.conftest import run_server
from tests.journeys.network import Drop, Network
from tests.journeys.phones import Phone
from tests.journeys.story import AFTER_MEETING

pytestmark = pytest.mark.django_db(transaction=True)


GivePhone = Callable[..., Phone]
REQUESTS, WRITES = 179, 25
"""No fewer than the story makes, so that each of them is lost once; the first test holds it."""
LOSSES = [(Drop.BEFORE, turn) for turn in range(1, REQUESTS + 1)] + [
    (drop, turn) for drop in (Drop.AFTER, Drop.TWICE) for turn in range(1, WRITES + 1)
]


def tell(phone: GivePhone, network: Network, time: StoppedClock) -> tuple[Phone, Phone]:
    """The whole loop, on two phones that share one network; each polls again after a loss."""
    ana = phone("Ana", network=network)
    ben = phone("Ben", by=ana, network=network)

    def until(instant: datetime) -> None:
        time.move_to(instant)
        run_server()

    for chapter in AFTER_MEETING:
        chapter(ana, ben, until)
    return ana, ben


def assert_told_once(ana: Phone, ben: Phone) -> None:
    assert Friendship.objects.count() == 2
    assert CheckIn.objects.filter(undone_at=None).count() == 2
    assert Photo.objects.count() == CheckInPhoto.objects.filter(photo__state="ready").count() == 1
    assert Look.objects.count() == Reaction.objects.count() == 1
    assert [miss.state for miss in Miss.objects.all()] == ["returned"]
    assert MissLook.objects.count() == MissAnswer.objects.filter(kind="cheer").count() == 1
    assert ana.unsent == ben.unsent == 0
    assert ana.core.today.state.mood is Mood.BACK


def test_every_request_of_the_story_has_its_turn(phone: GivePhone, time: StoppedClock) -> None:
    network = Network()
    assert_told_once(*tell(phone, network, time))
    assert (network.carried <= REQUESTS, network.writes <= WRITES) == (True, True), (network.carried, network.writes)


@pytest.mark.parametrize(("drop", "turn"), LOSSES)
def test_no_lost_request_changes_the_story(phone: GivePhone, time: StoppedClock, drop: Drop, turn: int) -> None:
    assert_told_once(*tell(phone, Network(drop_at=turn, drop=drop), time))
