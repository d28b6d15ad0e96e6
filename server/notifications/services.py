"""Writing notices: one row per thing told, one delivery per way out."""

from datetime import datetime, timedelta
from uuid import UUID

from celery import current_app
from django.db import transaction

from server.notifications.channels import channels_of
from server.notifications.kinds import Kind
from server.notifications.models import Delivery, Notice
from server.notifications.selectors import readable_notices
from server.people.models import Person
from shared.codes import Code, Refused

KEPT = timedelta(days=90)
"""How long a notice stays in the list, and with it the memory that it was told."""


@transaction.atomic
def notify(
    *, recipient_id: UUID, kind: Kind, about: str, now: datetime, gather: timedelta = timedelta(0), **payload: str
) -> tuple[Notice, bool]:
    """Tell one person one thing, and whether it is told for the first time. `about` names the thing: never twice.

    `gather` lets what belongs together arrive before it is sent; the list shows it at once.
    """
    notice, made = Notice.objects.get_or_create(
        dedupe=f"{kind}:{about}:{recipient_id}",
        defaults={"recipient_id": recipient_id, "kind": kind, "payload": payload, "created_at": now},
    )
    if made:
        due = now + gather
        Delivery.objects.bulk_create(Delivery(notice=notice, channel=name, next_at=due) for name in channels_of(kind))
        transaction.on_commit(ring, robust=True)
    return notice, made


def ring() -> None:
    """Wake the sender. A lost ring costs seconds, so no handler waits or fails for a broker that is away."""
    current_app.send_task("notifications.send_due_deliveries", ignore_result=True, retry=False)


def forget_old_notices(*, now: datetime) -> int:
    """Delete notices older than KEPT with their deliveries; answers how many rows."""
    return Notice.objects.filter(created_at__lt=now - KEPT).delete()[0]


def mark_read(*, reader: Person, notice_id: UUID, now: datetime) -> None:
    """Remember that a notice was read; the first time counts. Raises Refused(not_found) for one they can't read now."""
    notice = Notice.objects.filter(id=notice_id, recipient=reader).first()
    if notice is None or not readable_notices([notice], now=now):
        raise Refused(Code.NOT_FOUND)
    Notice.objects.filter(pk=notice.pk, read_at__isnull=True).update(read_at=now)
