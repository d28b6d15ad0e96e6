"""Packing survives anything: an end at any statement, a full disk, a life of ten years."""

import io
import resource
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings

from server.kernel import leases
from server.leaving.models import Export
from server.leaving.services.making import TRIES, work_on_exports
from server.people.models import Person
from shared import clock, ids
from shared.clock import StoppedClock
from tests.server import cast, images, world
from tests.server.leaving.asking import whole
from tests.server.leaving.killing import killed_at

pytestmark = pytest.mark.django_db
LATER = leases.LEASE + timedelta(seconds=1)


@pytest.fixture
def anas(ana: Person) -> cast.Door:
    """Ana with a habit, and a day with a photo."""
    door = cast.door_of(ana)
    habit = world.promise(door)["id"]
    photo = world.put_photo(door, images.jpeg((200, 150))).json()["id"]
    world.check_in(door, habit, date(2026, 3, 2), photos=[photo], caption="ran")
    return door


def start(door: cast.Door) -> Any:
    export = ids.uuid7()
    assert door.put(f"/exports/{export}").status_code == 201
    return export


def names(door: cast.Door, export: Any) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(whole(door.get(f"/exports/{export}/file")))) as archive:
        assert archive.testzip() is None
        return archive.namelist()


@pytest.mark.django_db(transaction=True)
def test_killed_at_any_statement_it_is_packed_in_the_end(anas: cast.Door, time: StoppedClock) -> None:
    """Every life of the worker ends one statement later; the counter of tries is given back each time."""
    export, lives = start(anas), 0
    while Export.objects.get().state == Export.State.WAITING:
        killed_at(lives, lambda: work_on_exports(now=clock.now()))
        Export.objects.update(attempts=0)
        time.advance(LATER)
        lives += 1
        assert lives < 300
        assert [path.name for path in settings.EXPORT_ROOT.glob("*.part")] == [], "an attempt takes its file along"
    assert lives > 30
    assert len(names(anas, export)) == 9
    cast.relay_all()
    assert [item["kind"] for item in anas.get("/notices").json()["items"]] == ["export_ready"], "and told once"


def test_one_that_ends_every_worker_is_given_up(anas: cast.Door, time: StoppedClock) -> None:
    export = start(anas)
    for _ in range(TRIES + 1):
        killed_at(8, lambda: work_on_exports(now=clock.now()))
        time.advance(LATER)
    assert anas.get(f"/exports/{export}").json()["state"] == "stopped"
    assert anas.put(f"/exports/{ids.uuid7()}").status_code == 201, "another may be tried"


def test_a_disk_with_too_little_room_is_left_alone(anas: cast.Door, settings: Any, time: StoppedClock) -> None:
    export = start(anas)
    settings.EXPORT_RESERVE = 1 << 60
    work_on_exports(now=clock.now())
    assert anas.get(f"/exports/{export}").json()["state"] == "waiting"
    assert list(settings.EXPORT_ROOT.iterdir()) == []
    settings.EXPORT_RESERVE = 0
    time.advance(timedelta(minutes=1))
    work_on_exports(now=clock.now())
    assert anas.get(f"/exports/{export}").json()["state"] == "ready"


def test_a_disk_that_fills_up_while_writing_loses_nothing(anas: cast.Door, time: StoppedClock) -> None:
    export = start(anas)
    with files_no_longer_than(2_000):
        work_on_exports(now=clock.now())
    assert list(settings.EXPORT_ROOT.iterdir()) == []
    time.advance(timedelta(minutes=1))
    work_on_exports(now=clock.now())
    assert len(names(anas, export)) == 9


def test_whoever_lost_the_lease_leaves_the_work_to_the_other(anas: cast.Door) -> None:
    start(anas)
    (export,) = leases.claim(Export.objects.all(), now=clock.now())
    leases.hold(export, now=clock.now(), progress=10)
    Export.objects.update(leased_until=clock.now() + 2 * LATER)
    with pytest.raises(leases.LeaseLostError):
        leases.hold(export, now=clock.now(), progress=20)
    assert Export.objects.get().progress == 10


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """The system refuses every write beyond this many bytes, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
