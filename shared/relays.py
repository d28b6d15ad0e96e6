"""When a check-in that nobody answered asks one witness for a face, and which."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from shared import limits
from shared.person_clock import PersonClock
from shared.quiet_hours import holds_until
from shared.zones import load


@dataclass(frozen=True, slots=True)
class Candidate:
    """A present witness. `asked_at` is when they were last asked about anything; minutes are their quiet hours."""

    person_id: UUID
    since: datetime
    clock: PersonClock
    quiet_from: int
    quiet_to: int
    asked_at: datetime | None = None


def asks_at(received_at: datetime, *, day: date, starts_on: date) -> datetime:
    """When a check-in that arrived then has waited long enough: the first week asks sooner."""
    gentle = (day - starts_on).days < limits.GENTLE_DAYS
    return received_at + (limits.RELAY_AFTER_GENTLE if gentle else limits.RELAY_AFTER)


def in_turn(candidates: Iterable[Candidate], *, now: datetime) -> list[Candidate]:
    """Those who may be asked now, the one asked longest ago first; of several never asked, who agreed first."""
    free = [one for one in candidates if _is_awake(one, now) and not _was_asked_today(one, now)]
    return sorted(free, key=lambda one: (one.asked_at is not None, one.asked_at or one.since, one.person_id))


def local_date(clock: PersonClock, now: datetime) -> date:
    """The date on this person's wall."""
    return now.astimezone(load(clock.zone_at(now))).date()


def _is_awake(one: Candidate, now: datetime) -> bool:
    night = holds_until(limits.RELAY_TO, limits.RELAY_FROM, clock=one.clock, now=now)
    return night is None and holds_until(one.quiet_from, one.quiet_to, clock=one.clock, now=now) is None


def _was_asked_today(one: Candidate, now: datetime) -> bool:
    return one.asked_at is not None and local_date(one.clock, one.asked_at) == local_date(one.clock, now)
