"""How far behind the work is that stands in the database. Numbers only: no row says whose it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from server.habits.models import Habit, ReminderTime
from server.kernel.models import Fact, OutgoingMail
from server.leaving.models import Departure, Export
from server.letters.models import SealedLetter
from server.notifications.models import Delivery, Relay, RoundsBell
from server.people.models import Arrival


@dataclass(frozen=True, slots=True)
class Queue:
    """One kind of work. `due` rows wait for a worker, the most overdue for `overdue` seconds.

    `retrying` rows were tried and put off; `oldest` is the age in seconds of the oldest row due or put off, where
    rows know their age.
    """

    name: str
    due: int
    overdue: float
    retrying: int
    oldest: float


@dataclass(frozen=True, slots=True)
class _Kind:
    rows: Callable[[], QuerySet[Any]]
    made_at: str | None = None


QUEUES = {
    "facts": _Kind(Fact.objects.all, "happened_at"),
    "deliveries": _Kind(Delivery.objects.all, "notice__created_at"),
    "mail": _Kind(OutgoingMail.objects.all, "made_at"),
    "days": _Kind(lambda: Habit.objects.filter(archived_at__isnull=True)),
    "reminders": _Kind(ReminderTime.objects.all),
    "letters": _Kind(SealedLetter.objects.all),
    "rounds": _Kind(RoundsBell.objects.all),
    "relays": _Kind(Relay.objects.all),
    "exports": _Kind(Export.objects.all, "created_at"),
    "departures": _Kind(Departure.objects.all),
    "arrivals": _Kind(Arrival.objects.all),
}
"""Every kind of leased row that somebody waits for."""


def measure_queues(*, now: datetime) -> list[Queue]:
    """One small query for each kind."""
    return [_measure(name, kind, now) for name, kind in QUEUES.items()]


def _measure(name: str, kind: _Kind, now: datetime) -> Queue:
    due, retrying = Q(next_at__lte=now), Q(attempts__gt=0)
    found = (
        kind.rows()
        .filter(next_at__isnull=False)
        .filter(due | retrying)
        .aggregate(
            due=Count("pk", filter=due), most_overdue=Min("next_at", filter=due), retrying=Count("pk", filter=retrying),
            oldest=Min(kind.made_at or "next_at"),
        )
    )  # fmt: skip
    return Queue(
        name=name, due=found["due"], overdue=_seconds_since(found["most_overdue"], now), retrying=found["retrying"],
        oldest=_seconds_since(found["oldest"], now),
    )  # fmt: skip


def _seconds_since(instant: datetime | None, now: datetime) -> float:
    return max((now - instant).total_seconds(), 0.0) if instant else 0.0
