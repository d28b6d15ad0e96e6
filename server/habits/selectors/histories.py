"""Loads what the pure rules need to know about habits, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from server.habits.models import CheckIn, Habit, Rest, ScheduleVersion
from server.habits.selectors.seasons import seasons_of
from server.people.models import Person
from server.people.selectors import grace_of, person_clocks
from shared import ids, limits
from shared.days import habit_day
from shared.person_clock import PersonClock
from shared.schedule import Plan, Schedule, Version
from shared.states import History, Mark, RestSpan


def load_history(habit: Habit, *, now: datetime) -> History:
    """Everything the rules need about one habit."""
    return load_histories([habit], now=now)[habit.id]


def load_histories(habits: Sequence[Habit], *, now: datetime) -> dict[UUID, History]:
    """The history of each habit by its id: six queries, however many habits and owners there are."""
    owners = {habit.owner_id for habit in habits}
    clocks = person_clocks(owners)
    people = Person.objects.in_bulk(list(owners))
    versions, marks, rests = _versions(habits), _marks(habits), _rests(habits, clocks)
    seasons = seasons_of([habit.id for habit in habits])
    return {
        habit.id: History(
            clock=clocks[habit.owner_id],
            plan=Plan(habit.starts_on, tuple(versions[habit.id]), seasons=seasons[habit.id]),
            marks=tuple(marks[habit.id]),
            rests=tuple(rests[habit.id]),
            grace=grace_of(people[habit.owner_id]),
            judged_through=habit.judged_through,
            grace_moved=moved_graces(habit),
        )
        for habit in habits
    }


def rest_set_at(rest: Rest) -> datetime:
    """When the person said so (instant): the phone made the id at the tap, however long it took to arrive.

    A phone whose clock is ahead, or far behind, is not believed.
    """
    said_at = ids.instant_of(rest.id)
    too_old = rest.created_at - limits.TOO_OLD
    return said_at if too_old <= said_at <= rest.created_at else rest.created_at


def moved_graces(habit: Habit) -> dict[date, datetime]:
    """The ends of grace that an outage moved, by habit day."""
    return {date.fromisoformat(day): datetime.fromisoformat(at) for day, at in habit.grace_moved.items()}


def _versions(habits: Iterable[Habit]) -> dict[UUID, list[Version]]:
    rows = ScheduleVersion.objects.filter(habit__in=[habit.id for habit in habits]).order_by("valid_from")
    found: dict[UUID, list[Version]] = defaultdict(list)
    for row in rows:
        found[row.habit_id].append(Version(row.valid_from, Schedule.from_json(row.schedule)))
    return found


def _marks(habits: Iterable[Habit]) -> dict[UUID, list[Mark]]:
    standing = CheckIn.objects.filter(habit__in=[habit.id for habit in habits], undone_at__isnull=True)
    found: dict[UUID, list[Mark]] = defaultdict(list)
    for habit_id, day, captured_at, late, amount in standing.values_list(
        "habit_id", "date", "captured_at", "late", "amount"
    ):
        found[habit_id].append(Mark(day, captured_at, late, amount))
    return found


def _rests(habits: Sequence[Habit], clocks: dict[UUID, PersonClock]) -> dict[UUID, list[RestSpan]]:
    """A rest of all habits stands in each of its owner's histories."""
    owners = {habit.owner_id for habit in habits}
    ours = Q(habit__isnull=True) | Q(habit__in=[habit.id for habit in habits])
    found: dict[UUID, list[RestSpan]] = defaultdict(list)
    for rest in Rest.objects.filter(ours, owner__in=owners, cancelled_at__isnull=True):
        span = RestSpan(rest.first, rest.last, habit_day(clocks[rest.owner_id], rest_set_at(rest)))
        for habit in habits:
            if habit.owner_id == rest.owner_id and rest.habit_id in (None, habit.id):
                found[habit.id].append(span)
    return found
