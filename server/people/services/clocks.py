"""The clock a person lives by, and how it changes."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from server.kernel import facts
from server.people.facts import CLOCK_CHANGED
from server.people.locks import lock_people
from server.people.models import ClockChange, Person
from server.people.selectors import person_clock
from shared import days, limits
from shared import person_clock as history
from shared.codes import Code, Refused


@transaction.atomic
def record_clock_change(
    *, person: Person, zone: str, day_start: int, at: datetime, now: datetime, from_the_start: bool = False
) -> bool:
    """Let the person live by this zone from the instant `at`, and by this day_start from the next habit day on.

    Answers whether anything changed. A change older than the latest one in force is out of date and changes nothing.
    `from_the_start` (for somebody who has promised nothing yet) lets the new clock hold for all earlier days too.
    Raises Refused(unknown_zone, invalid_clock, too_old).
    """
    lock_people(person.id)
    before = person_clock(person.id)
    after = (
        _begun_with(zone, day_start, now) if from_the_start else _continued(before, zone, day_start, min(at, now), now)
    )
    if _spoken(after) == _spoken(before):
        return False
    _store(person, before, after)
    facts.record(CLOCK_CHANGED, person_id=person.id, now=now, person=str(person.id))
    return True


def _begun_with(zone: str, day_start: int, now: datetime) -> history.PersonClock:
    days.check_zone(zone)
    return history.PersonClock((history.ClockChange(now, zone, day_start),))


def _continued(
    clock: history.PersonClock, zone: str, day_start: int, at: datetime, now: datetime
) -> history.PersonClock:
    if now - at > limits.TOO_OLD:
        raise Refused(Code.TOO_OLD)
    days.check_zone(zone)
    if at >= clock.at(now).from_instant:
        clock = days.with_change(clock, replace(clock.at(at), from_instant=at, zone=zone))
    if clock.changes[-1].day_start != day_start:
        clock = days.with_change(clock, days.next_day_change(clock, now, day_start))
    return clock


def _spoken(clock: history.PersonClock) -> list[tuple[object, ...]]:
    """What a clock says. One that never changed says the same whenever it began: it holds for all time."""
    since_ever = len(clock.changes) == 1
    return [(None if since_ever else change.from_instant, change.zone, change.day_start) for change in clock.changes]


def _store(person: Person, before: history.PersonClock, after: history.PersonClock) -> None:
    gone = set(before.changes) - set(after.changes)
    rows = ClockChange.objects.filter(person=person)
    rows.filter(from_instant__in=[change.from_instant for change in gone]).delete()
    added = [change for change in after.changes if change not in set(before.changes)]
    ClockChange.objects.bulk_create(
        ClockChange(person=person, from_instant=change.from_instant, zone=change.zone, day_start=change.day_start)
        for change in added
    )
