"""Packing exports that are due, and throwing them away when their time is over.

Killed at any instant, an export is packed anew from its beginning once the lease has run out: a package is whole or it
is not there.
"""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from server.kernel import facts, leases
from server.leaving.archive import storage
from server.leaving.archive.packing import pack
from server.leaving.facts import EXPORT_READY
from server.leaving.models import Export
from shared import clock, limits

log = logging.getLogger(__name__)

TRIES = 6
REMEMBERED = timedelta(days=30)
"""How long the list still says that there was an export."""
SEEN_EVERY = timedelta(seconds=15)


def work_on_exports(*, now: datetime) -> int:
    """Take one export further that is due and answer how many were taken. Safe to run from anywhere, at once."""
    taken: list[Export] = leases.claim(Export.objects.filter(next_at__isnull=False), now=now, limit=1)
    for export in taken:
        if export.state == Export.State.WAITING:
            _try(export, now)
        else:
            _let_go(export, now)
    return len(taken)


def remove_stray_files(*, now: datetime) -> None:
    """Remove what killed attempts left behind and what no ready export owns."""
    for path, export_id in storage.old_files(now):
        is_kept = path.suffix == ".zip" and Export.objects.filter(id=export_id, state=Export.State.READY).exists()
        # One that is waiting may just have been finished, between its file's name and its row.
        if not is_kept and not Export.objects.filter(id=export_id, leased_until__gt=now).exists():
            path.unlink(missing_ok=True)


def _try(export: Export, now: datetime) -> None:
    """Tries are counted before they begin: one that kills its worker must not be tried for ever."""
    try:
        leases.hold(export, now=now, attempts=export.attempts + 1)
        if export.attempts >= TRIES:
            _stop(export, now)
        else:
            _make(export, now)
    except leases.LeaseLostError:
        log.info("an export was taken over or is gone", extra={"export_id": str(export.pk)})
    except Exception:  # a disk that is full, a row that cannot be read: it is tried again later, alone
        log.exception("an export could not be packed", extra={"export_id": str(export.pk)})
        leases.postpone(export, now=now, attempts=export.attempts)


def _make(export: Export, now: datetime) -> None:
    progress = _Progress(export)
    with storage.unfinished(export.id) as (file, path):
        pack(file, export.person, now=now, seen=progress.seen)
        progress.hold(99)
        size = storage.keep(file, path, export.id)
    try:
        _finish(export, size)
    except leases.LeaseLostError:
        if not Export.objects.filter(id=export.id, state=Export.State.WAITING).exists():
            storage.remove(export.id)  # its person is gone; another worker would still need it
        raise


@transaction.atomic
def _finish(export: Export, size: int) -> None:
    now = clock.now()
    until = now + limits.EXPORT_KEPT
    leases.hold(
        export, now=now, state=Export.State.READY, progress=100, size=size, ready_at=now, expires_at=until
    )  # fmt: skip
    leases.finish(export, next_at=until)
    facts.record(
        EXPORT_READY, person_id=export.person_id, now=now, export=str(export.id), until=until.isoformat()
    )  # fmt: skip


def _stop(export: Export, now: datetime) -> None:
    Export.objects.filter(pk=export.pk).update(state=Export.State.STOPPED)
    leases.finish(export, next_at=now + REMEMBERED)


def _let_go(export: Export, now: datetime) -> None:
    """The file first, then the word that it was there, at last the row."""
    storage.remove(export.id)
    if export.state == Export.State.READY:
        Export.objects.filter(pk=export.pk).update(state=Export.State.EXPIRED, size=0)
        leases.finish(export, next_at=now + REMEMBERED)
    else:
        Export.objects.filter(pk=export.pk).delete()


class _Progress:
    """Tells how far it is, keeps the lease and looks at the disk, now and then; stops when the export is not ours."""

    def __init__(self, export: Export) -> None:
        self._export = export
        self._percent, self._said_at = -1, clock.now()

    def seen(self, percent: int) -> None:
        if percent != self._percent or clock.now() - self._said_at >= SEEN_EVERY:
            storage.check_room()
            self.hold(percent)

    def hold(self, percent: int) -> None:
        self._percent, self._said_at = percent, clock.now()
        leases.hold(self._export, now=self._said_at, progress=percent)
