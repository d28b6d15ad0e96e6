"""Promises, days and who was asked to look, for their owner's export."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.text import slugify

from server.habits.models import (
    CheckIn,
    CheckInPhoto,
    CircleAudience,
    Habit,
    Miss,
    ReminderTime,
    Rest,
    ScheduleVersion,
    Season,
)
from server.habits.printing_days import print_amount
from server.habits.selectors.audiences import seats_held_by, standing_seats
from server.habits.selectors.days import slots_of
from server.habits.selectors.histories import load_history
from server.kernel.batches import each, in_batches
from server.media.exporting import loose_name
from server.media.models import Photo, PhotoState
from server.people.models import Person
from shared.states import fold
from shared.streaks import streak
from shared.strength import strength

Row = dict[str, Any]


def habits(person: Person, now: datetime) -> Iterator[Row]:
    """Archived ones too; streak and strength as they stand at `now`."""
    for habit in _habits_of(person):
        history = load_history(habit, now=now)
        folded = fold(history, now)
        counted = streak(history, folded)
        yield {
            "id": habit.id, "title": habit.title, "icon": habit.icon, "sensitive": habit.sensitive,
            "beside_allowed": habit.beside_allowed,
            "promised_at": habit.created_at, "starts_on": habit.starts_on, "archived_at": habit.archived_at,
            "schedules": _schedules(habit), "seasons": _seasons(habit), "reminders": _reminders(habit),
            "circles": _circles(habit),
            "streak": counted.current, "best_streak": counted.best, "strength": round(strength(history, folded), 4),
        }  # fmt: skip


def days(person: Person, now: datetime) -> Iterator[Row]:
    """What each habit day became, as the calendar shows it. One habit in memory at a time."""
    for habit in _habits_of(person):
        for day, state in sorted(fold(load_history(habit, now=now), now).states.items()):
            yield {"habit": habit.id, "title": habit.title, "date": day, "state": state.value}


def check_ins(person: Person) -> Iterator[Row]:
    """Every mark, also those taken back. `photos` are the names of files in the export."""
    for batch in in_batches(CheckIn.objects.filter(owner=person).select_related("habit")):
        slots = slots_of(batch)
        for mark in batch:
            yield {
                "id": mark.id, "habit": mark.habit_id, "title": mark.habit.title, "date": mark.date,
                "caption": mark.caption, "amount": print_amount(mark.amount), "late": mark.late, "extra": mark.extra,
                "captured_at": mark.captured_at, "received_at": mark.received_at, "edited_at": mark.updated_at,
                "words_from": mark.content_captured_at, "zone": mark.zone, "source": mark.source,
                "undone_at": mark.undone_at,
                "photos": [_name(mark, slot) for slot in slots[mark.id] if _is_shown(slot)],
            }  # fmt: skip


def misses(person: Person) -> Iterator[Row]:
    for miss in each(Miss.objects.filter(owner=person)):
        yield {
            "id": miss.id, "habit": miss.habit_id, "date": miss.date, "closed_at": miss.closed_at,
            "window_ends_at": miss.opens_at, "state": miss.state, "returned_on": miss.returned_on,
        }  # fmt: skip


def rests(person: Person) -> Iterator[Row]:
    """`habit` is empty where everything rested; `last` while it goes on."""
    for rest in Rest.objects.filter(owner=person).order_by("pk"):
        yield {
            "id": rest.id, "habit": rest.habit_id, "first": rest.first, "last": rest.last, "set_at": rest.created_at,
            "taken_back_at": rest.cancelled_at,
        }  # fmt: skip


def audience(person: Person) -> Iterator[Row]:
    """Who may look or was asked to, as the owner sees it: a no is never told."""
    for seat in standing_seats().filter(habit__owner=person).select_related("person").order_by("pk"):
        yield {
            "habit": seat.habit_id, "person": seat.person_id, "name": seat.person.name, "role": seat.role,
            "state": seat.state, "asked_at": seat.created_at, "accepted_at": seat.accepted_at,
            "keeps_letter_since": seat.keeps_letter_since,
        }  # fmt: skip


def seats(person: Person) -> Iterator[Row]:
    """Whose days this person looks at, or was asked to. The title of another's habit is theirs."""
    for seat in seats_held_by(person):
        owner = seat.habit.owner
        yield {
            "person": owner.id, "name": owner.name, "role": seat.role, "state": seat.state,
            "asked_at": seat.created_at, "accepted_at": seat.accepted_at,
            "keeps_letter_since": seat.keeps_letter_since,
        }  # fmt: skip


def photo_names(photos: Iterable[Photo]) -> Mapping[UUID, str]:
    """The file name of each of these photos in the export: its day and habit, or that it hangs on none."""
    names = {photo.id: loose_name(photo.id) for photo in photos}
    slots = CheckInPhoto.objects.filter(photo__in=list(names), removed_at__isnull=True)
    for slot in slots.select_related("check_in__habit", "photo"):
        names[slot.photo_id_given] = _name(slot.check_in, slot)
    return names


def _habits_of(person: Person) -> Iterable[Habit]:
    return Habit.objects.filter(owner=person).order_by("created_at", "pk")


def _schedules(habit: Habit) -> list[Row]:
    versions = ScheduleVersion.objects.filter(habit=habit).order_by("valid_from")
    return [{"valid_from": version.valid_from, **version.schedule} for version in versions]


def _seasons(habit: Habit) -> list[Row]:
    told = ("number", "first", "gentle_through", "closed_on", "told_over_at")
    return list(Season.objects.filter(habit=habit).order_by("number").values(*told))


def _circles(habit: Habit) -> list[UUID]:
    return list(CircleAudience.objects.filter(habit=habit).order_by("pk").values_list("circle_id", flat=True))


def _reminders(habit: Habit) -> list[int]:
    """Minutes after midnight."""
    return list(ReminderTime.objects.filter(habit=habit).order_by("slot").values_list("minute", flat=True))


def _is_shown(slot: CheckInPhoto) -> bool:
    return slot.photo is not None and slot.photo.state == PhotoState.READY


def _name(check_in: CheckIn, slot: CheckInPhoto) -> str:
    """Two habits may share a title, and a title may have no letter a file name can hold."""
    title, photo = slugify(check_in.habit.title) or "habit", slot.photo_id_given.hex[-8:]
    return f"photos/{check_in.date}-{title}-{slot.n}-{photo}.webp"
