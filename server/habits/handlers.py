"""What habits hear about."""

from uuid import UUID

from server.habits.services.seats import end_seats_between
from server.habits.services.travel import move_deadlines
from server.kernel.models import Fact
from server.people.models import Person
from shared import clock


def end_shared_seats(fact: Fact) -> None:
    """Two people are no longer friends: neither looks at the other's habits any more."""
    end_seats_between(
        UUID(fact.payload["person"]), UUID(fact.payload["friend"]), before=fact.happened_at, now=fact.happened_at
    )


def follow_profile(fact: Fact) -> None:
    """A person may have shortened their grace: their deadlines are worked out anew."""
    move_deadlines(person=Person.objects.get(id=fact.person_id), now=clock.now())
