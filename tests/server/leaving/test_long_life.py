"""Ten years of several habits, each with a photo now and then, packed in a few megabytes of memory."""

import os
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from server.habits.models import CheckIn, CheckInPhoto, Habit, ScheduleVersion
from server.leaving.models import Export
from server.leaving.services.making import work_on_exports
from server.media import storage
from server.media.models import Photo, PhotoState
from server.people.models import Person
from shared import clock, ids
from shared.clock import StoppedClock
from tests.server.cast import door_of
from tests.server.leaving.asking import data, unpacked

STATUS, FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")
pytestmark = [
    # As a worker packs it: with no transaction around, which the first thing to go wrong in the database would spoil.
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not FORGET.exists(), reason="reads Linux's own account of memory"),
]
HABITS, DAYS, PHOTOS_EVERY, PHOTO_BYTES = 3, 3650, 25, 100_000
FIRST = date(2016, 3, 4)
MEGABYTE = 1024 * 1024


def test_ten_years_of_three_habits_stay_within_bounds(ana: Person, time: StoppedClock) -> None:
    photos = sum(_promise(ana, number) for number in range(HABITS))
    doors, export = door_of(ana), ids.uuid7()
    assert doors.put(f"/exports/{export}").status_code == 201
    before = resident()
    forget_peak()
    work_on_exports(now=clock.now())
    grown = resident("VmHWM") - before
    row = Export.objects.get()
    assert row.state == Export.State.READY
    assert row.size > photos * PHOTO_BYTES > 40 * MEGABYTE
    assert grown < 30 * MEGABYTE, f"{grown // MEGABYTE} MB for {row.size // MEGABYTE} MB"
    files = unpacked(doors, export)
    told = data(files)
    assert (len(told["check_ins"]), len(told["days"])) == (HABITS * DAYS, HABITS * (DAYS + 1)), "today is open"
    assert len([name for name in files if name.startswith("photos/")]) == photos


def resident(what: str = "VmRSS") -> int:
    """Bytes of memory this process holds, or (VmHWM) held at most since its peak was forgotten."""
    return int(re.search(rf"{what}:\s+(\d+)", STATUS.read_text())[1]) * 1024  # type: ignore[index]


def forget_peak() -> None:
    FORGET.write_text("5")


def _promise(owner: Person, number: int) -> int:
    """Rows as ten years of the API leave them; answers how many photos there are."""
    last = FIRST + timedelta(days=DAYS - 1)
    habit = Habit.objects.create(owner=owner, title=f"Habit {number}", starts_on=FIRST, judged_through=last)
    ScheduleVersion.objects.create(
        habit=habit, valid_from=FIRST, schedule={"frequency": "daily", "measure": "tick"}
    )  # fmt: skip
    marks = CheckIn.objects.bulk_create(_mark(habit, FIRST + timedelta(days=day)) for day in range(DAYS))
    shown = marks[::PHOTOS_EVERY]
    pictures = Photo.objects.bulk_create(_photo(owner) for _ in shown)
    CheckInPhoto.objects.bulk_create(
        CheckInPhoto(check_in=mark, photo=picture, photo_id_given=picture.id, n=1)
        for mark, picture in zip(shown, pictures, strict=True)
    )
    return len(pictures)


def _mark(habit: Habit, day: date) -> CheckIn:
    noon = datetime(day.year, day.month, day.day, 11, tzinfo=UTC)
    return CheckIn(
        id=ids.uuid7_at(noon), habit=habit, owner=habit.owner, date=day, captured_at=noon, received_at=noon,
        content_captured_at=noon, caption=f"A few words about {day}", zone="Europe/Berlin",
    )  # fmt: skip


def _photo(owner: Person) -> Photo:
    photo_id: UUID = ids.uuid7()
    storage.write(photo_id, photo_id.hex * 2, {storage.SIZES[0]: os.urandom(PHOTO_BYTES)})
    return Photo(
        id=photo_id, owner=owner, state=PhotoState.READY, sha256=photo_id.hex * 2, width=1080, height=720
    )  # fmt: skip
