"""Facts are counted without gaps per person, written or not with what they tell, and ring once it is certain."""

from uuid import uuid4

import pytest
from celery import current_app
from django.db import transaction

from server.kernel import facts
from server.kernel.models import Fact
from tests.server.kernel.ears import SEEN
from tests.server.threads import all_at_once

WRITERS = 16


@pytest.fixture
def now(time):
    return time.instant


@pytest.mark.django_db(transaction=True)
def test_sixteen_writers_leave_no_gap_and_no_twin(now):
    ana, ben = uuid4(), uuid4()

    def write(person_id):
        for _ in range(5):
            with transaction.atomic():
                facts.record(SEEN, person_id=person_id, now=now)

    answers = all_at_once([lambda person=person: write(person) for person in (ana, ben) * (WRITERS // 2)])
    assert answers == [None] * WRITERS
    for person in (ana, ben):
        seqs = Fact.objects.filter(person_id=person).order_by("seq").values_list("seq", flat=True)
        assert list(seqs) == list(range(1, 5 * WRITERS // 2 + 1))
        assert facts.current_seq(person) == 5 * WRITERS // 2


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_takes_no_number(now):
    ana = uuid4()
    facts.record(SEEN, person_id=ana, now=now)
    with transaction.atomic():
        facts.record(SEEN, person_id=ana, now=now)
        transaction.set_rollback(True)
    facts.record(SEEN, person_id=ana, now=now)
    assert list(Fact.objects.order_by("seq").values_list("seq", flat=True)) == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_a_reader_never_sees_a_later_number_before_an_earlier_one(now):
    """A counter row is held until commit: while one writer is in flight, the next waits with its number."""
    ana, seen = uuid4(), []

    def write():
        with transaction.atomic():
            facts.record(SEEN, person_id=ana, now=now)

    def read():
        for _ in range(60):
            seen.append(sorted(Fact.objects.filter(person_id=ana).values_list("seq", flat=True)))

    all_at_once([read, *[write] * 8])
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in seen)


@pytest.mark.django_db
def test_a_person_without_facts_stands_at_nought():
    assert facts.current_seq(uuid4()) == 0


@pytest.mark.django_db
def test_a_fact_nobody_listens_to_is_log_and_never_work(now, listening):
    listening("NOBODY")
    assert facts.record(SEEN, person_id=uuid4(), now=now, habit="h").next_at is None
    assert Fact.objects.get().payload == {"habit": "h"}


@pytest.mark.django_db
def test_the_doorbell_rings_once_it_is_certain(now, listening, django_capture_on_commit_callbacks):
    listening("BOTH")
    with django_capture_on_commit_callbacks() as bells:
        facts.record(SEEN, person_id=uuid4(), now=now)
        assert not bells
    assert len(bells) == 1
    assert Fact.objects.get().next_at == now


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_away_costs_nothing_but_the_ring(now, listening, broker_away, caplog):
    listening("BOTH")
    facts.record(SEEN, person_id=uuid4(), now=now)
    assert "ring" in caplog.text, "the ring did fail"
    assert Fact.objects.get().next_at == now, "the beat will find it"


@pytest.fixture
def broker_away():
    """Celery's own pool is pointed at an address where nobody answers, and back."""
    before = current_app.conf.broker_url
    current_app.conf.broker_url = "redis://127.0.0.1:1/0"
    current_app.pool.force_close_all()
    yield
    current_app.conf.broker_url = before
