"""Remembering the day on which a person last opened Kith, and nothing finer."""

from datetime import datetime

from django.db import transaction

from server.letters.models import Visit
from server.letters.selectors.visits import today_of, unopened_days, visit_of
from server.letters.services.following import follow_letters
from server.people.locks import lock_people
from server.people.models import Person
from shared import limits


def note_visit(*, person: Person, now: datetime) -> None:
    """This person opens Kith. The first time a habit day is remembered; letters are judged by the absence before."""
    visit = visit_of(person)
    if visit is None or visit.last_on < today_of(person, now):
        _note(person, now)


@transaction.atomic
def _note(person: Person, now: datetime) -> None:
    lock_people(person.id)
    follow_letters(person.id, now)
    visit, today = visit_of(person), today_of(person, now)
    if visit is None:
        Visit.objects.create(person=person, last_on=today)
    elif visit.last_on < today:
        away = unopened_days(visit, today) >= limits.UNOPENED_DAYS
        visit.last_on, visit.back_on = today, today if away else visit.back_on
        visit.save()
        follow_letters(person.id, now)
