"""The one push a day about friends' days, at the hour each person chose, and only if something new waits for them."""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from server.kernel import leases
from server.notifications.kinds import Kind
from server.notifications.models import RoundsBell
from server.notifications.services import notify
from server.people.models import Person
from server.people.selectors import person_clock
from server.responses.waiting import unseen_check_ins
from shared import limits
from shared.person_clock import PersonClock
from shared.relays import local_date
from shared.zones import first_instant

log = logging.getLogger(__name__)
_DAY = timedelta(days=1)


def arm_bell(person: Person, *, now: datetime) -> None:
    """Something new was shown to this person: their bell rings at its hour. One that waits already is left alone."""
    bell, _ = RoundsBell.objects.get_or_create(person=person)
    if bell.next_at is None:
        _plan(bell, person, now=now)


def move_bell(person: Person, *, now: datetime) -> None:
    """Their hour or their clock changed: what was going to ring rings by the new one. What is due now still is."""
    bell = RoundsBell.objects.filter(person=person, next_at__gt=now).first()
    if bell is not None:
        _plan(bell, person, now=now)


def ring_due_rounds(*, now: datetime, limit: int = 100) -> int:
    """Tell whoever's hour has come; answers how many bells were taken. Safe to run twice at once."""
    taken: list[RoundsBell] = leases.claim(RoundsBell.objects.all(), now=now, limit=limit)
    for bell in taken:
        _ring(bell, now=now)
    return len(taken)


def _ring(taken: RoundsBell, *, now: datetime) -> None:
    try:
        with transaction.atomic():
            # A beat that lost its lease finds the bell planned anew, and leaves it.
            bell = RoundsBell.objects.select_for_update().filter(pk=taken.pk, next_at=taken.next_at).first()
            if bell is not None:
                _tell(bell, Person.objects.get(pk=bell.person_id), now=now)
    except Exception:  # one bell that cannot ring must not silence the others
        log.exception("rounds could not be told", extra={"person_id": str(taken.person_id)})
        leases.postpone(taken, now=now, attempts=taken.attempts)


def _tell(bell: RoundsBell, person: Person, *, now: datetime) -> None:
    due_at, today = bell.next_at or now, local_date(person_clock(person.id), now)
    if person.rounds_minute is None or now - due_at > limits.ROUNDS_AT_MOST_LATE:
        _plan(bell, person, now=now)
        return
    if bell.rung_on != today and unseen_check_ins(person, now=now).exists():
        notify(recipient_id=person.id, kind=Kind.ROUNDS, about=today.isoformat(), now=now, date=today.isoformat())
    leases.finish(bell, next_at=None, rung_on=today)


def _plan(bell: RoundsBell, person: Person, *, now: datetime) -> None:
    minute = person.rounds_minute
    next_at = None if minute is None else _next_ring(person_clock(person.id), minute, bell, now=now)
    RoundsBell.objects.filter(pk=bell.pk).update(next_at=next_at, leased_until=None)


def _next_ring(clock: PersonClock, minute: int, bell: RoundsBell, *, now: datetime) -> datetime:
    """The first instant after `now` at which their wall shows this minute, on a date it has not rung on."""
    day = local_date(clock, now) if bell.rung_on is None else max(local_date(clock, now), bell.rung_on + _DAY)
    while (rings := first_instant(clock.zone_at(now), day, minute)) <= now:
        day += _DAY
    return rings
