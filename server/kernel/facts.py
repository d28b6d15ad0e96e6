"""Facts: how one app tells others that something happened, without knowing who listens.

A service records a fact in its own transaction; the relay hands it to every subscribed handler afterwards. Handlers
are repeatable, and each fails and is retried alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.module_loading import import_string

from server.kernel.models import ChangeCounter, Fact

GAP = 100_000
"""More than anybody does between a backup and its restore."""

Handler = Callable[[Fact], None]


@dataclass(frozen=True, slots=True)
class FactKind:
    """A kind of fact, declared in an app's `facts` module: `name` is past tense and unique."""

    name: str


Table = Mapping[FactKind, tuple[Handler, ...]]


@cache
def _subscriptions(table_path: str) -> dict[str, dict[str, Handler]]:
    table: Table = import_string(table_path)
    return {
        kind.name: {f"{handler.__module__}.{handler.__qualname__}": handler for handler in handlers}
        for kind, handlers in table.items()
    }


def handlers_of(kind: str) -> dict[str, Handler]:
    """The handlers subscribed to a kind, by the name kept in `Fact.owed`; the table is named by a setting."""
    return _subscriptions(settings.FACT_SUBSCRIPTIONS).get(kind, {})


@transaction.atomic(savepoint=False)
def record(kind: FactKind, *, person_id: UUID, now: datetime, **payload: str | int | None) -> Fact:
    """Write a fact into the current transaction and ring the relay on commit.

    `person_id` is whose own data changed: the fact becomes the next entry of that person's change log.
    """
    owed = list(handlers_of(kind.name))
    fact = Fact.objects.create(
        person_id=person_id, seq=_next_seq(person_id), kind=kind.name, payload=payload,
        owed=owed, next_at=now if owed else None, happened_at=now,
    )  # fmt: skip
    if owed:
        transaction.on_commit(ring, robust=True)
    return fact


def current_seq(person_id: UUID) -> int:
    """The seq of the latest fact in a person's change log; 0 while it is empty."""
    return ChangeCounter.objects.filter(person_id=person_id).values_list("seq", flat=True).first() or 0


def start_everybody_anew() -> None:
    """After a restore: leave a gap in every change log, so that phones ahead of it ask for everything once.

    What a phone remembers from after the backup carries numbers that are about to be given out a second time.
    """
    ChangeCounter.objects.update(seq=F("seq") + GAP)


def ring() -> None:
    """Wake the relay. A lost ring costs seconds, so nobody waits for a broker that is away."""
    current_app.send_task("kernel.relay_facts", ignore_result=True, retry=False)


def _next_seq(person_id: UUID) -> int:
    counter = ChangeCounter.objects.filter(person_id=person_id)
    if not counter.update(seq=F("seq") + 1):
        ChangeCounter.objects.get_or_create(person_id=person_id)
        counter.update(seq=F("seq") + 1)
    return counter.get().seq
