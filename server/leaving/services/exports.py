"""Asking for one's data, and fetching it."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import transaction

from server.leaving.archive import storage
from server.leaving.models import Export
from server.leaving.selectors import exports_of, get_export
from server.leaving.services.bell import ring_on_commit
from server.people.locks import lock_people
from server.people.models import Person
from shared import ids, limits
from shared.codes import Code, Refused

_DAY = timedelta(days=1)


@transaction.atomic
def ask_export(*, person: Person, export_id: UUID, now: datetime) -> tuple[Export, bool]:
    """The export of this id, and whether it is new. Asking again for the same one changes nothing.

    Raises Refused: invalid (no UUIDv7), not_found (another's id), export_running, too_many_exports.
    """
    if not ids.is_uuid7(export_id):
        raise Refused(Code.INVALID, "An export's id is a UUIDv7.")
    lock_people(person.id)
    if Export.objects.filter(id=export_id).exists():
        return get_export(person, export_id), False
    if exports_of(person).filter(state=Export.State.WAITING).exists():
        raise Refused(Code.EXPORT_RUNNING)
    if exports_of(person).filter(created_at__gt=now - _DAY).count() >= limits.EXPORTS_PER_DAY:
        raise Refused(Code.TOO_MANY_EXPORTS)
    export = Export.objects.create(id=export_id, person=person, created_at=now, next_at=now)
    ring_on_commit()
    return export, True


def open_export(*, person: Person, export_id: UUID, now: datetime) -> Path:
    """The file of a finished export. Raises Refused: not_found, export_not_ready, export_expired."""
    export = get_export(person, export_id)
    if export.state == Export.State.WAITING:
        raise Refused(Code.EXPORT_NOT_READY)
    path = storage.path_of(export.id)
    is_kept = export.state == Export.State.READY and export.expires_at and now < export.expires_at
    if not is_kept or not path.exists():
        raise Refused(Code.EXPORT_EXPIRED)
    return path
