"""Rows that are work: taken by one, given back by the one who took them, free again when they were not."""

from datetime import timedelta
from uuid import uuid4

import pytest

from server.kernel import leases
from server.kernel.models import Fact
from tests.server.threads import all_at_once

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def work(time):
    """Rows due at the present instant, a second ago, two seconds ago, …"""

    def make(count):
        person = uuid4()
        return Fact.objects.bulk_create(
            Fact(person_id=person, seq=n, kind="work", next_at=time.instant - n * SECOND) for n in range(count)
        )

    return make


def seqs(rows):
    return [row.seq for row in rows]


def test_the_most_overdue_come_first_and_no_more_than_asked_for(work, time):
    work(5)
    assert seqs(leases.claim(Fact.objects.all(), now=time.instant, limit=2)) == [4, 3]
    assert seqs(leases.claim(Fact.objects.all(), now=time.instant)) == [2, 1, 0]
    assert leases.claim(Fact.objects.all(), now=time.instant) == []


def test_what_is_not_due_yet_is_left(work, time):
    work(3)
    assert seqs(leases.claim(Fact.objects.all(), now=time.instant - SECOND)) == [2, 1]


def test_a_lease_runs_out_to_the_second(work, time):
    work(1)
    leases.claim(Fact.objects.all(), now=time.instant)
    assert leases.claim(Fact.objects.all(), now=time.instant + leases.LEASE - SECOND) == []
    assert len(leases.claim(Fact.objects.all(), now=time.instant + leases.LEASE)) == 1


def test_finished_work_is_due_when_it_says_or_never(work, time):
    later, never = work(2)
    leases.claim(Fact.objects.all(), now=time.instant)
    leases.finish(later, next_at=time.instant + SECOND)
    leases.finish(never, next_at=None)
    assert leases.claim(Fact.objects.all(), now=time.instant) == []
    assert seqs(leases.claim(Fact.objects.all(), now=time.instant + timedelta(days=9))) == [later.seq]


def test_a_poisoned_row_never_stands_in_the_way(work, time):
    work(2)
    (poisoned,) = leases.claim(Fact.objects.all(), now=time.instant, limit=1)
    leases.postpone(poisoned, now=time.instant, attempts=poisoned.attempts)
    assert seqs(leases.claim(Fact.objects.all(), now=time.instant, limit=1)) == [0]
    assert Fact.objects.get(pk=poisoned.pk).attempts == 1


def test_retries_wait_longer_and_longer_but_never_past_an_hour(work, time):
    (row,) = work(1)
    for attempts, seconds in [(0, 10), (1, 20), (5, 320), (9, 3600), (20, 3600), (10**6, 3600)]:
        leases.postpone(row, now=time.instant, attempts=attempts)
        assert Fact.objects.get().next_at == time.instant + timedelta(seconds=seconds)


@pytest.mark.django_db(transaction=True)
def test_no_row_is_ever_held_by_two(work, time):
    work(100)
    hauls = all_at_once([lambda: leases.claim(Fact.objects.all(), now=time.instant, limit=20)] * 8)
    taken = [row.pk for haul in hauls for row in haul]
    rest = [row.pk for row in leases.claim(Fact.objects.all(), now=time.instant, limit=100)]
    assert len(set(taken + rest)) == len(taken + rest) == 100
