"""Hands recorded facts to the handlers still owed. Safe to run from anywhere, any number of times, at once."""

import logging
from datetime import datetime

from django.db import transaction
from structlog.contextvars import bound_contextvars

from server.kernel import facts, leases
from server.kernel.models import Fact

log = logging.getLogger(__name__)


def relay(*, now: datetime, limit: int = 200) -> int:
    """Deliver due facts and answer how many were taken. A handler that raises is retried later, alone."""
    taken: list[Fact] = leases.claim(Fact.objects.filter(next_at__isnull=False), now=now, limit=limit)
    for fact in taken:
        _deliver(fact, now=now)
    return len(taken)


def _deliver(fact: Fact, *, now: datetime) -> None:
    known = facts.handlers_of(fact.kind)
    still_owed = [name for name in fact.owed if name in known and not _heard(known[name], fact)]
    if still_owed:
        leases.postpone(fact, now=now, attempts=fact.attempts, owed=still_owed)
    else:
        leases.finish(fact, next_at=None, owed=[])


def _heard(handler: facts.Handler, fact: Fact) -> bool:
    try:
        with transaction.atomic(), bound_contextvars(fact_id=fact.pk):
            handler(fact)
    except Exception:  # whatever a handler raises, the others must still hear the fact
        heard_by = f"{handler.__module__}.{handler.__qualname__}"
        log.exception("handler failed", extra={"fact_id": fact.pk, "kind": fact.kind, "handler": heard_by})
        return False
    return True
