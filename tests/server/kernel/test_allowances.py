"""Allowances: exactly so much, however many ask at once, and again after a while."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from server.kernel.allowances import give_back, spend, try_spend
from server.kernel.models import Allowance
from server.kernel.tasks import forget_old_allowances
from shared.codes import Refused
from shared.limits import Rate
from tests.server.conftest import START
from tests.server.threads import all_at_once

THREE = Rate(3, timedelta(minutes=1))
SECOND = timedelta(seconds=1)


def tries(count, now, who="ana", rate=THREE):
    return [try_spend("tests", who, rate=rate, now=now) for _ in range(count)]


@pytest.mark.sqlite
@pytest.mark.django_db
def test_so_much_and_no_more_until_the_while_is_over(time):
    assert tries(5, time.instant) == [True, True, True, False, False]
    assert tries(1, time.instant + THREE.within - SECOND) == [False]
    assert tries(4, time.instant + THREE.within) == [True, True, True, False]


@pytest.mark.django_db
def test_the_while_begins_with_the_first_and_a_refusal_does_not_lengthen_it(time):
    tries(3, time.instant)
    tries(3, time.instant + 59 * SECOND)
    assert tries(1, time.instant + 60 * SECOND) == [True]


@pytest.mark.django_db
def test_a_refusal_says_how_long_to_wait(time):
    tries(3, time.instant)
    with pytest.raises(Refused) as refusal:
        spend("tests", "ana", rate=THREE, now=time.instant + 18 * SECOND)
    assert (refusal.value.code, refusal.value.wait) == ("too_many", 42 * SECOND)


@pytest.mark.django_db
def test_everybody_and_everything_has_an_allowance_of_its_own(time):
    tries(3, time.instant)
    assert tries(1, time.instant, who="ben") == [True]
    assert try_spend("others", "ana", rate=THREE, now=time.instant)


@pytest.mark.sqlite
@pytest.mark.django_db
def test_what_is_too_dear_is_refused_and_takes_nothing(time):
    assert not try_spend("bytes", "ana", rate=THREE, now=time.instant, cost=4)
    assert try_spend("bytes", "ana", rate=THREE, now=time.instant, cost=2)
    assert not try_spend("bytes", "ana", rate=THREE, now=time.instant, cost=2)
    assert try_spend("bytes", "ana", rate=THREE, now=time.instant, cost=1)


@pytest.mark.django_db
def test_given_back_it_counts_from_nothing(time):
    tries(3, time.instant)
    give_back("tests", "ana")
    assert tries(1, time.instant) == [True]


@pytest.mark.django_db
def test_an_emptied_cache_forgives_nothing(time):
    tries(3, time.instant)
    cache.clear()
    assert tries(1, time.instant) == [False]


@pytest.mark.django_db(transaction=True)
def test_what_did_not_happen_was_not_spent(time):
    with transaction.atomic():
        tries(3, time.instant)
        transaction.set_rollback(True)
    assert tries(3, time.instant) == [True, True, True]


@pytest.mark.django_db
def test_no_address_is_written_down(time):
    tries(1, time.instant, who="ana@example.org")
    assert "ana" not in Allowance.objects.get().key


@pytest.mark.django_db
def test_once_a_day_what_no_longer_counts_is_forgotten(time):
    tries(1, time.instant, who="ana")
    time.advance(THREE.within)
    tries(1, time.instant, who="ben")
    forget_old_allowances()
    assert Allowance.objects.get().ends_at == time.instant + THREE.within


@pytest.mark.django_db(transaction=True)
def test_of_160_at_once_exactly_so_many_pass(time):
    """40 threads, four calls each, on the row of one person."""
    twenty = Rate(20, timedelta(minutes=1))
    passed = all_at_once([lambda: tries(4, time.instant, rate=twenty)] * 40)
    assert Counter(answer for one in passed for answer in one) == {True: 20, False: 140}


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_after_the_while_exactly_so_many_pass(time):
    tries(3, time.instant)
    later = time.instant + THREE.within
    passed = all_at_once([lambda: tries(2, later)] * 20)
    assert Counter(answer for one in passed for answer in one) == {True: 3, False: 37}


class Counted:
    """The rule in plain words, to hold the one statement against."""

    def __init__(self):
        self.spent, self.ends_at = 0, START

    def spend(self, cost: int, now: datetime) -> bool:
        spent = 0 if self.ends_at <= now else self.spent
        if spent + cost > THREE.amount:
            return False
        if self.ends_at <= now:
            self.ends_at = now + THREE.within
        self.spent = spent + cost
        return True


class AnyOrder(TestCase):
    @given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 4)), max_size=15))
    def test_whatever_is_spent_when(self, spendings):
        counted, now = Counted(), START
        for seconds, cost in spendings:
            now += seconds * SECOND
            assert try_spend("any", "ana", rate=THREE, now=now, cost=cost) == counted.spend(cost, now)
