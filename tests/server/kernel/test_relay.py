"""The relay: every handler hears every fact, alone, again if it failed, and never because another did."""

from datetime import timedelta
from uuid import uuid4

import pytest

from server.kernel import facts, leases
from server.kernel.models import Fact, Heartbeat
from server.kernel.relay import relay
from server.kernel.tasks import relay_facts
from tests.server.kernel.ears import FIRST, SECOND, SEEN
from tests.server.threads import all_at_once


@pytest.fixture
def ears(listening):
    listening("BOTH")
    return FIRST, SECOND


@pytest.fixture
def say(time):
    person = uuid4()
    return lambda: facts.record(SEEN, person_id=person, now=time.instant)


def owed():
    return [fact.owed for fact in Fact.objects.order_by("seq")]


pytestmark = pytest.mark.django_db


def test_everybody_subscribed_hears_once_and_in_order(ears, say, time):
    for _ in range(3):
        say()
    assert relay(now=time.instant) == 3
    assert relay(now=time.instant) == 0
    assert [ear.heard for ear in ears] == [[1, 2, 3], [1, 2, 3]]
    assert not Fact.objects.filter(next_at__isnull=False).exists()


def test_a_broken_handler_holds_back_neither_the_others_nor_later_facts(ears, say, time):
    first, second = ears
    first.deaf = True
    say()
    say()
    relay(now=time.instant)
    assert second.heard == [1, 2]
    assert owed() == [["tests.first"], ["tests.first"]]


def test_what_a_broken_handler_wrote_does_not_stay(ears, say, time):
    ears[0].deaf = True
    say()
    relay(now=time.instant)
    assert not Heartbeat.objects.exists()


def test_only_the_one_that_failed_hears_again_later_and_later(ears, say, time):
    first, second = ears
    first.deaf = True
    say()
    waits = []
    for _ in range(12):
        relay(now=time.instant)
        due = Fact.objects.get().next_at
        waits.append((due - time.instant).total_seconds())
        time.move_to(due - timedelta(seconds=1))
        assert relay(now=time.instant) == 0, "not before its time"
        time.move_to(due)
    assert waits[:4] == [10, 20, 40, 80]
    assert waits[-1] == leases.LONGEST_RETRY.total_seconds()
    first.deaf = False
    relay(now=time.instant)
    assert (len(first.heard), second.heard, owed()) == (13, [1], [[]])


def test_facts_of_a_killed_worker_are_delivered_when_its_lease_has_run_out(ears, say, time):
    say()
    leases.claim(Fact.objects.filter(next_at__isnull=False), now=time.instant)  # and then the power went
    assert relay(now=time.instant + leases.LEASE - timedelta(seconds=1)) == 0
    assert relay(now=time.instant + leases.LEASE) == 1
    assert ears[0].heard == [1]


def test_a_handler_that_exists_no_more_is_owed_nothing(ears, say, time, listening):
    say()
    listening("ONLY_SECOND")
    relay(now=time.instant)
    assert (ears[0].heard, ears[1].heard, owed()) == ([], [1], [[]])


def test_the_task_goes_on_until_nothing_is_due(ears, say):
    for _ in range(205):
        say()
    relay_facts()
    assert ears[0].heard == list(range(1, 206))


@pytest.mark.django_db(transaction=True)
def test_many_relays_at_once_tell_everybody_once(ears, say, time):
    for _ in range(40):
        say()
    taken = all_at_once([lambda: relay(now=time.instant, limit=10)] * 6)
    while relay(now=time.instant):
        pass
    assert sum(taken) <= 40
    assert sorted(ears[0].heard) == sorted(ears[1].heard) == list(range(1, 41))
