"""Hours of a day in which nothing rings. Minutes after midnight, on the wall clock of whoever is told."""

from datetime import datetime, timedelta

from shared.person_clock import PersonClock
from shared.zones import first_instant, load


def holds_until(begins: int, ends: int, *, clock: PersonClock, now: datetime) -> datetime | None:
    """When the hours from `begins` to `ends` are over, if `now` falls into them. Equal ends mean none."""
    zone = clock.zone_at(now)
    local = now.astimezone(load(zone))
    minute = local.hour * 60 + local.minute
    over_midnight = begins > ends
    holds = minute >= begins or minute < ends if over_midnight else begins <= minute < ends
    if not holds:
        return None
    tomorrow = over_midnight and minute >= begins
    return first_instant(zone, local.date() + timedelta(days=int(tomorrow)), ends)
