"""Rows that are work. The one way due rows are claimed, given back and pushed ahead; every sweep and outbox uses it."""

from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
LEASE = timedelta(minutes=2)
"""How long a worker may hold a row. A killed worker's rows are free again after this."""
FIRST_RETRY = timedelta(seconds=10)
LONGEST_RETRY = timedelta(hours=1)


class LeaseLostError(Exception):
    """The row was taken over or removed while its work went on: whatever was begun is somebody else's now."""


def claim(rows: QuerySet[Row], *, now: datetime, limit: int = 100) -> list[Row]:
    """Take up to `limit` due rows that nobody holds, most overdue first, and hold them for LEASE."""
    free = rows.filter(next_at__lte=now).filter(Q(leased_until__isnull=True) | Q(leased_until__lte=now))
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            free = free.select_for_update(skip_locked=True)
        taken = list(free.order_by("next_at", "pk")[:limit])
        rows.model._default_manager.filter(pk__in=[row.pk for row in taken]).update(leased_until=now + LEASE)
    for row in taken:
        row.leased_until = now + LEASE
    return taken


def hold(row: Model, *, now: datetime, **seen: Any) -> None:
    """Keep a claimed row for another LEASE while long work goes on, and set what is `seen` of it so far.

    Raises LeaseLostError when it is nobody's to work on any more, or somebody else's.
    """
    ours = type(row)._default_manager.filter(pk=row.pk, leased_until=row.leased_until)
    if not ours.update(leased_until=now + LEASE, **seen):
        raise LeaseLostError(row.pk)
    row.leased_until = now + LEASE


def finish(row: Model, *, next_at: datetime | None, **outcome: Any) -> None:
    """Give a row back after its work is done; it is due again at `next_at`, or never.

    `outcome` are fields that say what came of it. They are written with the rest: a worker that dies in between would
    leave a row that is done and held for ever.
    """
    type(row)._default_manager.filter(pk=row.pk).update(next_at=next_at, leased_until=None, attempts=0, **outcome)


def postpone(row: Model, *, now: datetime, attempts: int, **outcome: Any) -> None:
    """Give back a row whose work failed, pushed ahead so that one poisoned row never stops the others."""
    wait = min(FIRST_RETRY * 2 ** min(attempts, 20), LONGEST_RETRY)
    type(row)._default_manager.filter(pk=row.pk).update(
        next_at=now + wait, leased_until=None, attempts=attempts + 1, **outcome
    )
