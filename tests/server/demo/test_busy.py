"""The demo's photos on a machine that has no place for them at the moment."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from uuid import UUID

import pytest

from server.demo import photos
from server.demo.doors import BUSY_SECONDS, BUSY_TRIES
from server.demo.photos import MissingPhoto
from server.media import gate
from server.media.models import Photo
from server.people.models import Person
from shared import ids


class Stopping(threading.Event):
    """The demo's end. Waiting for it takes no time here: so many waits later the machine has a place once more."""

    def __init__(self, places: ExitStack, *, free_after: int) -> None:
        super().__init__()
        self.waits: list[float | None] = []
        self._places, self._free_after = places, free_after

    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout)
        if len(self.waits) == self._free_after:
            self._places.close()
        return self.is_set()


class StoppedWhileWaiting(Stopping):
    def wait(self, timeout: float | None = None) -> bool:
        self.set()
        return super().wait(timeout)


@pytest.fixture
def taken() -> Iterator[ExitStack]:
    """Every place for a photo, until it is closed."""
    with ExitStack() as places:
        for _ in range(gate.AT_ONCE):
            places.enter_context(gate.decoding())
        yield places


def _missing(owner: Person, count: int) -> list[MissingPhoto]:
    return [
        MissingPhoto(UUID(str(ids.uuid7())), owner, "morning_run", day, date(2026, 3, day))
        for day in range(1, count + 1)
    ]


def _send(missing: list[MissingPhoto], stopping: threading.Event) -> list[tuple[int, int]]:
    """What is said of how many are sent."""
    said: list[tuple[int, int]] = []
    photos.send(missing, say=lambda sent, total: said.append((sent, total)), stopping=stopping)
    return said


def test_a_photo_waits_for_a_place_and_arrives(ana: Person, taken: ExitStack) -> None:
    stopping, missing = Stopping(taken, free_after=3), _missing(ana, 2)
    assert _send(missing, stopping) == [(1, 2), (2, 2)]
    assert stopping.waits == [BUSY_SECONDS] * 3
    assert set(Photo.objects.values_list("id", flat=True)) == {photo.photo_id for photo in missing}


def test_one_that_finds_no_place_is_left_for_later_and_the_next_arrives(ana: Person, taken: ExitStack) -> None:
    stopping, (left, arrives) = Stopping(taken, free_after=BUSY_TRIES), _missing(ana, 2)
    assert _send([left, arrives], stopping) == [(1, 2)]
    assert len(stopping.waits) == BUSY_TRIES
    assert list(Photo.objects.values_list("id", flat=True)) == [arrives.photo_id]


def test_whoever_stops_the_demo_need_not_wait_for_a_place(ana: Person, taken: ExitStack) -> None:
    stopping = StoppedWhileWaiting(taken, free_after=0)
    assert _send(_missing(ana, 2), stopping) == []
    assert len(stopping.waits) == 1
    assert not Photo.objects.exists()


def test_what_is_a_mistake_stops_the_drawing(ana: Person, ben: Person) -> None:
    (mine,) = _missing(ana, 1)
    others = MissingPhoto(mine.photo_id, ben, mine.subject, 2, mine.date)
    with pytest.raises(RuntimeError, match="40"):
        _send([mine, others], threading.Event())
