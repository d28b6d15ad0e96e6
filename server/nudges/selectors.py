"""Whom a witness may nudge now: read off the schedule and what was shown, never off a rest or a setting."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from server.habits.models import Habit, Seat
from server.habits.selectors.audiences import open_seats
from server.habits.selectors.histories import load_histories
from server.nudges.models import Nudge
from server.people.models import Person
from server.people.selectors import muted_by
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.history import History
from shared.moods import Role
from shared.plans import Measure
from shared.schedule import Duty, duty


@dataclass(frozen=True, slots=True)
class Waiting:
    """A habit of a friend's whose present day (`date`, their habit day) is still waited for."""

    habit: Habit
    date: date
    day_number: int


def get_witnessed(sender: Person, habit_id: UUID) -> Habit:
    """A habit this person witnesses now, with its owner. Raises Refused(not_found)."""
    seat = _witness_seats(sender).filter(habit=habit_id).first()
    if seat is None:
        raise Refused(Code.NOT_FOUND)
    return seat.habit


def waited_for(viewer: Person, *, now: datetime) -> list[Waiting]:
    """One habit of each friend this person witnesses and has not nudged on that day. Constant number of queries."""
    seats = _witness_seats(viewer).exclude(habit__owner__in=muted_by(viewer)).order_by("created_at", "id")
    habits = [seat.habit for seat in seats]
    histories = load_histories(habits, now=now)
    found: dict[UUID, Waiting] = {}
    for habit in habits:
        history = histories[habit.id]
        day = habit_day(history.clock, now)
        if is_waited_for(habit, history, day):
            found.setdefault(habit.owner_id, Waiting(habit, day, len(history.marks) + 1))
    return _not_nudged(viewer, found.values())


def is_waited_for(habit: Habit, history: History, day: date) -> bool:
    """Whether this day must be kept and nothing was shown yet. As if nobody ever rested: that is nobody's to know."""
    if habit.sensitive or history.plan.in_force(day).measure is Measure.AT_MOST:
        return False
    if any(mark.day == day for mark in history.marks):
        return False
    return duty(replace(history, rests=()), day) is Duty.MUST


def _witness_seats(person: Person) -> QuerySet[Seat]:
    return open_seats().filter(person=person, role=Role.WITNESS).select_related("habit__owner")


def _not_nudged(viewer: Person, waiting: Iterable[Waiting]) -> list[Waiting]:
    listed = list(waiting)
    days = {one.date for one in listed}
    said = set(Nudge.objects.filter(sender=viewer, date__in=days).values_list("owner", "date"))
    return [one for one in listed if (one.habit.owner_id, one.date) not in said]
