"""Circles as audiences: each present member sits in the gallery, and leaves it with the circle. Nobody is told.

A circle never makes a witness. Who gave such a seat up is not given it anew by the same membership.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from server.habits import facts
from server.habits.models import CircleAudience, Habit, Seat
from server.habits.services.locks import lock_own_habit
from server.habits.services.season_starts import begin_if_alone
from server.habits.services.seats import end_all, tell_seat
from server.kernel.facts import record
from server.people.models import CircleMember, Person
from server.people.selectors import get_circle
from shared.moods import Role


@transaction.atomic
def show_to_circle(*, owner: Person, habit_id: UUID, circle_id: UUID, now: datetime) -> None:
    """From now on everybody in this circle sees what the habit shows. Twice is once. Raises Refused(not_found)."""
    habit = lock_own_habit(owner, habit_id)
    circle = get_circle(owner, circle_id)
    _, is_new = CircleAudience.objects.get_or_create(habit=habit, circle=circle, defaults={"created_at": now})
    if is_new:
        begin_if_alone(habit, now)
        give_seats(habit, now=now)
        _tell(habit, now)


@transaction.atomic
def hide_from_circle(*, owner: Person, habit_id: UUID, circle_id: UUID, now: datetime) -> None:
    """The circle's seats end, silently. Not shown to it is fine. Raises Refused(not_found): no habit of theirs."""
    habit = lock_own_habit(owner, habit_id)
    if CircleAudience.objects.filter(habit=habit, circle=circle_id).delete()[0]:
        end_all(Seat.objects.filter(habit=habit, circle=circle_id), now)
        give_seats(habit, now=now)
        _tell(habit, now)


def give_seats(habit: Habit, *, now: datetime) -> None:
    """Bring the seats of a habit's circles into line with who is in them now. The caller holds the owner."""
    here = CircleMember.objects.filter(circle=OuterRef("circle"), person=OuterRef("person"))
    end_all(Seat.objects.filter(~Exists(here), habit=habit, circle__isnull=False), now)
    audiences = CircleAudience.objects.filter(habit=habit).values("circle")
    taken = Seat.objects.filter(habit=habit, person=OuterRef("person")).filter(
        Q(ended_at__isnull=True) | Q(circle=OuterRef("circle"), created_at__gte=OuterRef("since"))
    )
    for member in CircleMember.objects.filter(~Exists(taken), circle__in=audiences).order_by("since", "pk"):
        if Seat.objects.filter(habit=habit, person=member.person_id, ended_at__isnull=True).exists():
            continue  # sits there already, by another circle
        seat = Seat.objects.create(
            habit=habit, person_id=member.person_id, role=Role.GALLERY, state=Seat.State.ACCEPTED,
            circle_id=member.circle_id, accepted_at=now, created_at=now,
        )  # fmt: skip
        tell_seat(facts.SEAT_CHANGED, seat, now)


def _tell(habit: Habit, now: datetime) -> None:
    record(facts.HABIT_CHANGED, person_id=habit.owner_id, now=now, habit=str(habit.id))
