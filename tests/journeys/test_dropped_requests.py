"""The loop with the network failing at every single request in turn: nothing is lost, nothing happens twice."""

from collections.abc import Callable

import pytest

from server.habits.models import CheckIn, CheckInPhoto
from server.media.models import Photo
from server.people.models import Friendship
from server.responses.models import Look, Reaction
from shared.moods import Expression, Mood
from tests.journeys.network import Drop, Network
from tests.journeys.phones import Phone

pytestmark = pytest.mark.django_db(transaction=True)


REQUESTS, WRITES = 110, 24
"""No fewer than the story makes, so that each of them is lost once; the first test holds it."""
LOSSES = [(Drop.BEFORE, turn) for turn in range(1, REQUESTS + 1)] + [
    (drop, turn) for drop in (Drop.AFTER, Drop.TWICE) for turn in range(1, WRITES + 1)
]


def tell(phone: Callable[..., Phone], network: Network) -> tuple[Phone, Phone]:
    """Promise, photo, seen, answered, on two phones that share one network; each polls again after a loss."""
    ana, ben = phone("Ana", network=network), phone("Ben", network=network)
    ana.befriend(ben)
    habit = ana.promise("Morning run", witnesses=["Ben"])
    ana.sync()
    ben.sync()
    ben.core.crowd.accept(habit)
    ben.sync()
    ana.post_photo("tomato", "Ten slow minutes.")
    ana.sync()
    ben.sync()
    ben.core.rounds.open()
    ben.core.rounds.react("proud")
    ben.sync()
    ana.sync()
    return ana, ben


def assert_told_once(ana: Phone, ben: Phone) -> None:
    assert Friendship.objects.count() == 2
    assert CheckIn.objects.filter(undone_at=None).count() == 1
    assert Photo.objects.count() == CheckInPhoto.objects.filter(photo__state="ready").count() == 1
    assert Look.objects.count() == Reaction.objects.count() == 1
    assert ana.unsent == ben.unsent == 0
    assert ana.core.today.state.mood is Mood.WARM
    assert ana.face_of("Ben").expression is Expression.SMILING


def test_every_request_of_the_story_has_its_turn(phone: Callable[..., Phone]) -> None:
    network = Network()
    assert_told_once(*tell(phone, network))
    assert (network.carried <= REQUESTS, network.writes <= WRITES) == (True, True), (network.carried, network.writes)


@pytest.mark.parametrize(("drop", "turn"), LOSSES)
def test_no_lost_request_changes_the_story(phone: Callable[..., Phone], drop: Drop, turn: int) -> None:
    assert_told_once(*tell(phone, Network(drop_at=turn, drop=drop)))
