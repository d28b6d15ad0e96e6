"""What there is to compare between a Kith and its backup: rows, photo files, and what every habit's days were."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from server.habits.models import Habit
from server.habits.selectors.histories import load_histories
from server.media import storage
from server.media.models import Photo, PhotoState
from shared.states import fold

BATCH = 100
"""Habits whose histories are in memory at once."""


def applied_migrations() -> list[str]:
    """The schema's version: every migration that was run, as app.name."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def count_rows() -> dict[str, int]:
    """Rows by table, counted in plain SQL: the tables may be older than the models."""
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        return {table: _count(cursor, table) for table in tables}


def photo_files() -> Iterator[tuple[UUID, str]]:
    """Every file a ready photo needs: the photo's id and the file's name below the photo folder."""
    ready = Photo.objects.filter(state=PhotoState.READY).order_by("id")
    for photo_id, sha256 in ready.values_list("id", "sha256").iterator():
        for size in storage.SIZES:
            yield photo_id, storage.name_of(photo_id, sha256, size)


def digest_folds(*, now: datetime) -> str:
    """One digest over what every day of every habit is at `now`: equal digests mean that no streak has changed."""
    digest = hashlib.sha256()
    ids = list(Habit.objects.order_by("id").values_list("id", flat=True))
    for start in range(0, len(ids), BATCH):
        habits = list(Habit.objects.filter(id__in=ids[start : start + BATCH]).order_by("id"))
        for habit_id, history in load_histories(habits, now=now).items():
            days = " ".join(f"{day}={state}" for day, state in sorted(fold(history, now).states.items()))
            digest.update(f"{habit_id} {days}\n".encode())
    return digest.hexdigest()


def _count(cursor: Any, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # nosec B608  # noqa: S608 (a table's own name)
    return int(cursor.fetchone()[0])
