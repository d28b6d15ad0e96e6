"""Quiet hours, in the zone the person lives in now."""

from datetime import datetime

from server.people.models import Person
from shared import limits
from shared.person_clock import PersonClock
from shared.quiet_hours import holds_until


def quiet_until(person: Person, clock: PersonClock, now: datetime) -> datetime | None:
    """When this person's quiet hours end, if `now` falls into them."""
    return holds_until(person.quiet_from, person.quiet_to, clock=clock, now=now)


def relay_held_until(person: Person, clock: PersonClock, now: datetime) -> datetime | None:
    """When this person may be asked for an answer, if they may not be now: a longer night than their own."""
    night = holds_until(limits.RELAY_TO, limits.RELAY_FROM, clock=clock, now=now)
    ends = [end for end in (night, quiet_until(person, clock, now)) if end is not None]
    return max(ends, default=None)
