"""What a day that was shown means for those it was shown to. Each may run twice."""

from server.habits.models import CheckIn
from server.habits.selectors.audiences import open_seats
from server.kernel.models import Fact
from server.notifications.relays import await_answer
from server.notifications.rounds import arm_bell, move_bell
from server.people.models import Person
from shared import clock


def arm_rounds(fact: Fact) -> None:
    """Everybody with a seat has something new to look at."""
    seats = open_seats().filter(habit=fact.payload["habit"]).exclude(person__rounds_minute=None)
    for seat in seats.select_related("person"):
        arm_bell(seat.person, now=clock.now())


def await_first_answer(fact: Fact) -> None:
    check_in = CheckIn.objects.filter(id=fact.payload["check_in"], undone_at__isnull=True).select_related("habit")
    for posted in check_in:
        await_answer(posted)


def move_rounds(fact: Fact) -> None:
    """Their hour, or the clock they live by, is another."""
    move_bell(Person.objects.get(id=fact.person_id), now=clock.now())
