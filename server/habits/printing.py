"""Habits, seats and rests as JSON."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from server.habits.models import CircleAudience, Habit, ReminderTime, Rest, ScheduleVersion, Seat
from server.habits.printing_days import print_instant
from server.habits.selectors.audiences import seats_of
from server.habits.selectors.photo_places import PhotoPlace
from server.habits.selectors.seasons import seasons_of
from server.people.printing import brief


def print_habit(habit: Habit) -> dict[str, Any]:
    """A habit as its owner sees it."""
    return print_habits([habit])[0]


def print_habits(habits: Sequence[Habit]) -> list[dict[str, Any]]:
    """Habits as their owner sees them, in five queries. `schedule` is the one asked for last."""
    ids = [habit.id for habit in habits]
    versions, reminders, seats, seasons = _versions(ids), _reminders(ids), seats_of(ids), seasons_of(ids)
    circles = _circles(ids)
    return [
        {
            "id": str(habit.id),
            "title": habit.title,
            "icon": habit.icon,
            "starts_on": habit.starts_on.isoformat(),
            "sensitive": habit.sensitive,
            "beside_allowed": habit.opens_beside,
            "archived": habit.archived_at is not None,
            "created_at": print_instant(habit.created_at),
            "schedule": versions[habit.id][-1]["schedule"],
            "versions": versions[habit.id],
            "reminders": reminders[habit.id],
            "seasons": [season.to_json() for season in seasons[habit.id]],
            "judged_through": habit.judged_through.isoformat(),
            "circles": circles[habit.id],
            "seats": [_print_seat(seat) for seat in seats.get(habit.id, [])],
        }
        for habit in habits
    ]


def print_glimpse(habit: Habit, *, role: str, day_number: int) -> dict[str, Any]:
    """A habit as somebody with a seat sees it."""
    named = {"id": str(habit.id), "title": habit.title, "icon": habit.icon, "owner": brief(habit.owner)}
    return named | {"day_number": day_number, "role": role}


def print_seat_held(seat: Seat) -> dict[str, Any]:
    """A seat as the one who was asked sees it."""
    habit = seat.habit
    named = {"id": str(habit.id), "title": habit.title, "icon": habit.icon, "owner": brief(habit.owner)}
    return {"habit": named, "role": seat.role, "state": seat.state, "keeps_letter": bool(seat.keeps_letter_since)}


def print_habit_name(habit: Habit) -> dict[str, Any]:
    return {"id": str(habit.id), "title": habit.title, "icon": habit.icon}


def print_place(place: PhotoPlace | None) -> dict[str, Any] | None:
    """Where a photo is found."""
    return {"date": place.date.isoformat(), "n": place.n} if place else None


def print_rest(rest: Rest) -> dict[str, Any]:
    return {
        "id": str(rest.id),
        "habit": str(rest.habit_id) if rest.habit_id else None,
        "first": rest.first.isoformat(),
        "last": rest.last.isoformat() if rest.last else None,
    }


def _print_seat(seat: Seat) -> dict[str, Any]:
    printed = {"person": brief(seat.person), "role": seat.role, "state": seat.state}
    circle = str(seat.circle_id) if seat.circle_id else None
    return printed | {"keeps_letter": bool(seat.keeps_letter_since), "circle": circle}


def _circles(ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    shown = CircleAudience.objects.filter(habit__in=ids).order_by("pk")
    for habit_id, circle_id in shown.values_list("habit_id", "circle_id"):
        found[habit_id].append(str(circle_id))
    return found


def _versions(ids: Sequence[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in ScheduleVersion.objects.filter(habit__in=ids).order_by("valid_from"):
        found[row.habit_id].append({"valid_from": row.valid_from.isoformat(), "schedule": row.schedule})
    return found


def _reminders(ids: Sequence[UUID]) -> dict[UUID, list[int]]:
    found: dict[UUID, list[int]] = defaultdict(list)
    for row in ReminderTime.objects.filter(habit__in=ids).order_by("slot"):
        found[row.habit_id].append(row.minute)
    return found
