"""Going, and changing one's mind."""

from datetime import datetime

from django.db import transaction

from server.habits.services.rests import end_rest, save_rest
from server.kernel import facts
from server.leaving.facts import DEPARTURE_ASKED, DEPARTURE_ENDED
from server.leaving.models import Departure
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import person_clock
from server.people.services.parting import part_from_everybody
from shared import ids, limits
from shared.codes import Code, Refused
from shared.days import habit_day


@transaction.atomic
def leave(*, person: Person, now: datetime, by_host: bool = False) -> Departure:
    """Go: to others they are gone at once, and in seven days everything is deleted. Asking twice is asking once.

    Friendships, seats and open invites end now, silently and for good. Their own days stay theirs and rest meanwhile.
    """
    if _held(person) is None:
        part_from_everybody(person=person, now=now)
    departure = _held(person) or _depart(person, now)
    if by_host and not departure.by_host:
        departure.by_host = True
        departure.save(update_fields=["by_host"])
    return departure


@transaction.atomic
def stay(*, person: Person, now: datetime, by_host: bool = False) -> None:
    """Everything this person made is theirs as before; what ended between them and others stays ended.

    Nothing happens to somebody who isn't leaving. Raises Refused: departed (too late), closed_by_host.
    """
    lock_people(person.id)
    departure = _held(person)
    if departure is None:
        return
    if departure.begun_at is not None:
        raise Refused(Code.DEPARTED)
    if departure.by_host and not by_host:
        raise Refused(Code.CLOSED_BY_HOST)
    departure.delete()
    end_rest(owner=person, rest_id=departure.rest_id, now=now)
    facts.record(DEPARTURE_ENDED, person_id=person.id, now=now)


def _held(person: Person) -> Departure | None:
    return Departure.objects.filter(person=person).first()


def _depart(person: Person, now: datetime) -> Departure:
    """Everything rests from today on: nobody is missed, and nothing rings, while they make up their mind."""
    ends_at, today = now + limits.DEPARTURE_GRACE, habit_day(person_clock(person.id), now)
    rest, _ = save_rest(owner=person, rest_id=ids.uuid7_at(now), habit_id=None, first=today, last=None, now=now)
    facts.record(DEPARTURE_ASKED, person_id=person.id, now=now, until=ends_at.isoformat())
    return Departure.objects.create(
        person=person, asked_at=now, ends_at=ends_at, next_at=ends_at, by_host=False, rest_id=rest.id
    )  # fmt: skip
