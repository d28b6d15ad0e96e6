"""The demo's photos: every check-in names one from the start; drawing and uploading them comes after, newest first."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from server.demo import cast
from server.demo.art import draw_photo
from server.demo.doors import Door
from server.habits.models import CheckInPhoto
from server.people.models import Person

SIZE = (810, 1012)
FIRST_DAYS = 2
"""How many of the latest days must have their photos before the demo opens; day 1, which stands beside them, too."""


@dataclass(frozen=True, slots=True)
class MissingPhoto:
    photo_id: UUID
    owner: Person
    subject: str
    day: int
    date: date


def first() -> list[MissingPhoto]:
    """The photos the first screens show."""
    waiting = _missing()
    latest = max((photo.date for photo in waiting), default=date.min)
    recent = latest - timedelta(days=FIRST_DAYS - 1)
    return [photo for photo in waiting if photo.day == 1 or photo.date >= recent]


def rest() -> list[MissingPhoto]:
    """Every photo not uploaded yet."""
    return _missing()


def send(missing: Iterable[MissingPhoto], *, say: Callable[[int, int], None], stopping: threading.Event) -> None:
    """Draw each and upload it as its owner; `say` hears how many of how many are done.

    One for which the machine stays too busy is left out: it is still missing, for whoever asks later.
    """
    photos, doors, sent = list(missing), dict[UUID, Door](), 0
    for photo in photos:
        if stopping.is_set():
            return
        door = doors.setdefault(photo.owner.pk, Door(photo.owner))
        picture = draw_photo(photo.subject, photo.day, size=SIZE)
        if door.send_photo(photo.photo_id, picture, stopping=stopping):
            sent += 1
            say(sent, len(photos))


def _missing() -> list[MissingPhoto]:
    slots = CheckInPhoto.objects.filter(photo=None, check_in__owner__email__endswith="@demo.kith.example")
    subjects = {story.title: story.subject for story in cast.STORIES}
    rows = slots.select_related("check_in__habit", "check_in__owner").order_by("-check_in__date")
    return [
        MissingPhoto(slot.photo_id_given, slot.check_in.owner, subjects[slot.check_in.habit.title],
                     (slot.check_in.date - slot.check_in.habit.starts_on).days + 1, slot.check_in.date)
        for slot in rows
        if slot.check_in.habit.title in subjects
    ]  # fmt: skip
