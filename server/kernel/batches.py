"""Many rows, a batch at a time: memory and transactions stay small however long a life here was."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

BATCH = 500


def in_batches(rows: QuerySet[Any], size: int = BATCH) -> Iterator[list[Any]]:
    """Every row, in lists of up to `size`, in the order of their keys (UUIDv7: oldest first)."""
    batch = list(rows.order_by("pk")[:size])
    while batch:
        yield batch
        batch = list(rows.filter(pk__gt=batch[-1].pk).order_by("pk")[:size])


def each(rows: QuerySet[Any]) -> Iterator[Any]:
    """Every row, one by one, read in batches."""
    return (row for batch in in_batches(rows) for row in batch)


def delete_batch(rows: QuerySet[Any], size: int = BATCH) -> int:
    """Delete up to `size` of these rows with all that hangs on them; answers how many of them were found."""
    keys = list(rows.order_by("pk").values_list("pk", flat=True)[:size])
    rows.model._default_manager.filter(pk__in=keys).delete()
    return len(keys)
