"""Rows in batches: each once, in order, and gone when they were to go."""

import pytest

from server.kernel.batches import delete_batch, in_batches
from server.kernel.forgetting import NOBODY, forget_log, forget_mentions
from server.kernel.models import ChangeCounter, Fact
from shared import clock, ids

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
ANA, BEN = ids.uuid7_at(clock.now()), ids.uuid7_at(clock.now())


def facts(whose, count, payload):
    ChangeCounter.objects.create(person_id=whose, seq=count)
    return Fact.objects.bulk_create(
        Fact(person_id=whose, seq=number, kind="x", payload=payload, owed=["y"], next_at=clock.now())
        for number in range(1, count + 1)
    )


@pytest.mark.parametrize("count", [0, 1, 3, 6, 7])
def test_every_row_comes_once_and_in_order(count):
    facts(ANA, count, {})
    batches = list(in_batches(Fact.objects.all(), size=3))
    assert [fact.seq for batch in batches for fact in batch] == list(range(1, count + 1))
    assert all(0 < len(batch) <= 3 for batch in batches)


def test_rows_go_a_batch_at_a_time():
    facts(ANA, 7, {})
    gone = [delete_batch(Fact.objects.all(), size=3) for _ in range(4)]
    assert gone == [3, 3, 1, 0]


def test_a_log_is_forgotten_and_others_have_no_gap():
    facts(ANA, 3, {"person": str(ANA)})
    facts(BEN, 3, {"person": str(ANA), "friend": str(BEN), "n": 1, "none": None})
    for forget in (forget_log, forget_mentions):
        while forget(ANA):
            pass
    assert not ChangeCounter.objects.filter(person_id=ANA).exists()
    left = {(fact.person_id, fact.seq, fact.next_at) for fact in Fact.objects.all()}
    assert left == {(BEN, number, None) for number in (1, 2, 3)}
    assert Fact.objects.first().payload == {"person": NOBODY, "friend": str(BEN), "n": 1, "none": None}
    assert Fact.objects.first().owed == []
