"""The owner's clock changes: every deadline of theirs moves in the same transaction."""

from datetime import datetime

from django.db import transaction

from server.habits.models import Habit
from server.habits.selectors.audiences import own_habits
from server.habits.services.reminders import plan_reminders
from server.habits.services.settle import settle_habit
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import person_clock
from server.people.services.clocks import record_clock_change


@transaction.atomic
def move_clock(*, person: Person, zone: str, at: datetime, now: datetime, day_start: int | None = None) -> bool:
    """Let the person live by this zone from `at` on, and by this day start (minutes) from the next habit day on.

    Answers whether anything changed. Raises Refused(unknown_zone, invalid_clock, too_old).
    """
    lock_people(person.id)
    wanted = person_clock(person.id).changes[-1].day_start if day_start is None else day_start
    changed = record_clock_change(
        person=person, zone=zone, day_start=wanted, at=at, now=now,
        from_the_start=not Habit.objects.filter(owner=person).exists(),
    )  # fmt: skip
    if changed:
        move_deadlines(person=person, now=now)
        clock = person_clock(person.id)
        for habit in own_habits(person):
            plan_reminders(habit, clock=clock, now=now)
    return changed


@transaction.atomic
def move_deadlines(*, person: Person, now: datetime) -> None:
    """Work out anew when each of this person's days is over and each miss closes."""
    lock_people(person.id)
    for habit in own_habits(person).select_for_update():
        settle_habit(habit, now=now)
