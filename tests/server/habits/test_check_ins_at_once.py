"""Several devices at the same moment: one row a day, one number a fact, no photo lost between two transactions."""

import threading
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connections

from server.habits.models import CheckIn
from server.kernel.models import Fact
from server.people.models import Person
from shared import clock, ids
from tests.server import world
from tests.server.cast import Door

TODAY = date(2026, 3, 2)
Doors = Callable[[Person | None], Door]
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Each call in a thread of its own, started together; their answers in order."""
    answers: list[Any] = [None] * len(calls)
    start = threading.Barrier(len(calls))

    def run(index: int) -> None:
        start.wait()
        try:
            answers[index] = calls[index]()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_devices_posting_the_same_day_meet_in_one_row(ana: Person, door: Doors) -> None:
    habit = world.promise(door(ana))["id"]
    photos = [str(ids.uuid7()) for _ in range(6)]
    doors = [door(ana) for _ in photos]

    def post(index: int) -> Any:
        captured = clock.now() - timedelta(minutes=index)
        return world.check_in(
            doors[index], habit, TODAY, captured_at=captured, caption=str(index), photos=[photos[index]]
        )

    answers = at_once(*(lambda index=index: post(index) for index in range(len(photos))))
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]
    assert CheckIn.objects.count() == 1
    day = doors[0].get(f"/habits/{habit}/days/{TODAY}").json()
    assert day["caption"] == "0"
    assert {slot["photo"] for slot in day["photos"]} == set(photos)
    assert sorted(slot["n"] for slot in day["photos"]) == [1, 2, 3, 4, 5, 6]
    seqs = list(Fact.objects.filter(person_id=ana.id).order_by("seq").values_list("seq", flat=True))
    assert seqs == list(range(1, len(seqs) + 1))


def test_the_same_request_sent_many_times_tells_it_once(ana: Person, door: Doors) -> None:
    habit, doors = world.promise(door(ana))["id"], [door(ana) for _ in range(5)]
    answers = at_once(*(lambda one=one: world.check_in(one, habit, TODAY, caption="ran") for one in doors))
    assert sorted(answer.status_code for answer in answers) == [200] * 4 + [201]
    assert CheckIn.objects.count() == 1
    assert Fact.objects.filter(kind__startswith="check_in").count() == 1


def test_a_photo_arriving_with_its_day_is_never_left_missing(ana: Person, door: Doors) -> None:
    habit, one, other = world.promise(door(ana))["id"], door(ana), door(ana)
    for _ in range(5):
        photo = str(ids.uuid7())
        at_once(
            lambda photo=photo: world.put_photo(one, photo_id=photo),
            lambda photo=photo: world.check_in(other, habit, TODAY, photos=[photo]),
        )
        slots = one.get(f"/habits/{habit}/days/{TODAY}").json()["photos"]
        assert slots[-1]["photo"] == photo
        assert slots[-1]["state"] == "ready"


def test_one_photo_sent_by_two_devices_is_one_photo(ana: Person, door: Doors) -> None:
    photo, doors = str(ids.uuid7()), [door(ana), door(ana)]
    answers = at_once(*(lambda one=one: world.put_photo(one, photo_id=photo) for one in doors))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
