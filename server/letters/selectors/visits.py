"""How long a person has not opened Kith, in whole habit days."""

from datetime import date, datetime

from server.letters.models import Visit
from server.people.models import Person
from server.people.selectors import person_clock
from shared.days import habit_day


def unopened_days(visit: Visit | None, today: date) -> int:
    """Days strictly between the last visit and `today`. Who never came has nothing to come back to: none."""
    return max(0, (today - visit.last_on).days - 1) if visit else 0


def visit_of(person: Person) -> Visit | None:
    return Visit.objects.filter(person=person).first()


def today_of(person: Person, at: datetime) -> date:
    return habit_day(person_clock(person.id), at)
