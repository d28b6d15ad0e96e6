"""Many beats and senders at the same moment: asked once, rung once, and never more than the day allows."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest

from server.notifications.budgets import take_push
from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.notifications.relays import ask_for_answers
from server.notifications.rounds import ring_due_rounds
from shared import clock, limits
from tests.server import cast, world
from tests.server.circle import Circle, gather
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 6


@pytest.fixture
def circle(transactional_db: None, time: clock.StoppedClock) -> Circle:
    return gather(time)


def test_many_beats_ask_one_witness_once(circle: Circle) -> None:
    eve = cast.arrive("Eve")
    cast.befriend(circle.people["Ana"], eve)
    world.take_seat(circle.ana, cast.door_of(eve), eve.id, circle.habit)
    circle.post()
    circle.settle()
    circle.time.advance(timedelta(hours=3))
    taken = all_at_once([partial(ask_for_answers, now=clock.now())] * MANY)
    assert sum(taken) == 1
    assert Notice.objects.filter(kind="relay").count() == 1


def test_two_days_that_wait_ask_one_witness_for_one_of_them(circle: Circle) -> None:
    """Each beat takes another day, and both turn to the same witness."""
    other = world.promise(circle.ana, title="Read")["id"]
    world.take_seat(circle.ana, circle.ben, circle.people["Ben"].id, other)
    circle.post()
    world.check_in(circle.ana, other, circle.today)
    circle.settle()
    circle.time.advance(timedelta(hours=3))
    taken = all_at_once([partial(ask_for_answers, now=clock.now(), limit=1)] * MANY)
    assert sum(taken) == 2
    assert Notice.objects.filter(kind="relay", recipient=circle.people["Ben"]).count() == 1


def test_many_beats_ring_one_bell_once(circle: Circle) -> None:
    circle.post()
    circle.settle()
    circle.time.move_to(circle.time.instant.replace(hour=18, minute=0))
    all_at_once([partial(ring_due_rounds, now=clock.now())] * MANY)
    assert Notice.objects.filter(kind="rounds", recipient=circle.people["Ben"]).count() == 1


def test_many_senders_never_ring_more_than_the_day_allows(time: clock.StoppedClock) -> None:
    take = partial(take_push, uuid4(), [Kind.FIRST_ANSWER], on=clock.now().date(), now=clock.now())
    pushes = all_at_once([take] * 12)
    assert sum(bool(push.kinds) for push in pushes) == limits.PUSHES_OF_MINE
