"""Friends and owner at the same moment: one row each, one notice each, and nobody waits in a circle."""

from functools import partial

import pytest

from server.kernel.models import Fact
from server.kernel.relay import relay
from server.notifications.models import Delivery, Notice
from server.notifications.sender import send_due_deliveries
from server.responses.models import Look, MissAnswer, Reaction
from shared import clock
from tests.server import cast, world
from tests.server.circle import Circle, gather
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 6


@pytest.fixture
def circle(transactional_db: None, time: clock.StoppedClock) -> Circle:
    return gather(time)


def test_the_same_reaction_many_times_at_once_is_one(circle: Circle) -> None:
    circle.post()
    doors = [cast.door_of(circle.people["Ben"]) for _ in range(MANY)]
    path = f"{circle.day()}/reaction"
    answers = all_at_once([partial(door.put, path, {"kind": "clap"}) for door in doors])
    assert [answer.status_code for answer in answers] == [200] * MANY
    assert Reaction.objects.count() == Look.objects.count() == 1
    assert Fact.objects.filter(kind="reaction_given").count() == 1


def test_a_comeback_and_an_answer_at_once_are_each_answered(circle: Circle) -> None:
    miss = circle.miss_a_day()
    path = f"/misses/{miss['id']}/answer"
    others = [partial(circle.ben.put, path, {"kind": "cheer", "preset": preset}) for preset in ("hug", "here_for_you")]
    back = partial(world.check_in, circle.ana, circle.habit, circle.today)
    posted, *answers = all_at_once([back, *others])
    assert posted.status_code == 201
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert MissAnswer.objects.count() <= 1


def test_relays_and_senders_at_once_tell_it_once(circle: Circle, capfd: pytest.CaptureFixture[str]) -> None:
    circle.post()
    circle.send()
    capfd.readouterr()
    for door in (circle.ben, circle.cleo):
        world.react(door, circle.habit, circle.today, "clap")
    now = clock.now()
    assert not [error for error in all_at_once([partial(relay, now=now)] * MANY) if isinstance(error, Exception)]
    assert sorted(Notice.objects.filter(kind__endswith="answer").values_list("kind", flat=True)) == ["first_answer"]
    assert Notice.objects.filter(kind="more_answers").count() == 1
    taken = all_at_once([partial(send_due_deliveries, now=now)] * MANY)
    assert not [error for error in taken if isinstance(error, Exception)]
    lines = [line for line in capfd.readouterr().out.splitlines() if line.startswith("[kith] Ana")]
    assert len(lines) == 1
    assert not Delivery.objects.filter(state="waiting", next_at__lte=now).exists()
