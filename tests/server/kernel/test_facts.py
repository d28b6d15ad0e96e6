"""Facts are counted without gaps per person, written or not with what they tell, and ring once it is certain."""

from uuid import uuid4

import pytest
from django.db import transaction

from server.kernel import facts
from server.kernel.models import Fact
from tests.server.threads import all_at_once

SEEN = facts.FactKind("seen")
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
    listening({})
    assert facts.record(SEEN, person_id=uuid4(), now=now, habit="h").next_at is None
    assert Fact.objects.get().payload == {"habit": "h"}


@pytest.mark.django_db
def test_the_doorbell_rings_on_commit_and_a_broken_bell_breaks_nothing(
    now, listening, settings, django_capture_on_commit_callbacks, caplog
):
    """The broker is away: what was written stays written, and the beat will find it."""
    listening({SEEN: (print,)})
    with django_capture_on_commit_callbacks() as bells:
        facts.record(SEEN, person_id=uuid4(), now=now)
    assert len(bells) == 1
    assert Fact.objects.get().next_at == now
