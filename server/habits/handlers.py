"""What habits hear about."""

from uuid import UUID

from django.db import transaction

from server.habits.models import CircleAudience, Habit
from server.habits.neighbours import follow
from server.habits.services.circles import give_seats
from server.habits.services.seats import end_seats_between
from server.habits.services.travel import move_deadlines
from server.kernel.models import Fact
from server.people.locks import lock_people
from server.people.models import Person
from shared import clock


def end_shared_seats(fact: Fact) -> None:
    """Two people are no longer friends: neither looks at the other's habits any more."""
    end_seats_between(
        UUID(fact.payload["person"]), UUID(fact.payload["friend"]), before=fact.happened_at, now=fact.happened_at
    )


def follow_distance(fact: Fact) -> None:
    """Somebody sees through a witness's seat no more, or once more: what hangs on it is folded anew."""
    with transaction.atomic():
        lock_people(fact.person_id)
        follow(fact.person_id, clock.now())


@transaction.atomic
def follow_circle(fact: Fact) -> None:
    """Somebody came into a circle or left it: the seats it gives follow. What they open is decided at each read."""
    lock_people(fact.person_id)
    for habit in Habit.objects.filter(owner=fact.person_id, id__in=CircleAudience.objects.values("habit")):
        give_seats(habit, now=fact.happened_at)


def follow_profile(fact: Fact) -> None:
    """A person may have shortened their grace: their deadlines are worked out anew."""
    move_deadlines(person=Person.objects.get(id=fact.person_id), now=clock.now())
