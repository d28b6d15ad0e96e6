"""Quiet hours, in the zone the person lives in now."""

from datetime import datetime, timedelta

from server.people.models import Person
from shared.person_clock import PersonClock
from shared.zones import first_instant, load


def quiet_until(person: Person, clock: PersonClock, now: datetime) -> datetime | None:
    """When this person's quiet hours end, if `now` falls into them. Equal ends mean none."""
    zone = clock.zone_at(now)
    local = now.astimezone(load(zone))
    minute = local.hour * 60 + local.minute
    begins, ends = person.quiet_from, person.quiet_to
    over_midnight = begins > ends
    is_quiet = minute >= begins or minute < ends if over_midnight else begins <= minute < ends
    if not is_quiet:
        return None
    tomorrow = over_midnight and minute >= begins
    return first_instant(zone, local.date() + timedelta(days=int(tomorrow)), ends)
