"""Reading notices: words are made at each read, and what its reader may no longer hear is not there."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from server.kernel.pages import PAGE
from server.notifications.models import Notice
from server.notifications.present import load_present
from server.notifications.telling import tell
from server.people.models import Person

COUNTED = 100
"""Nobody is told of more unread notices than this, and older ones are not looked at for the count."""


def readable_notices(notices: Sequence[Notice], *, now: datetime) -> dict[UUID, str]:
    """The words of those notices that may be read now, by id."""
    if not notices:
        return {}
    present = load_present(notices, now=now)
    told = {notice.id: tell(notice, present) for notice in notices}
    return {notice_id: text for notice_id, text in told.items() if text is not None}


def read_notices(reader: Person, *, before: UUID | None) -> list[Notice]:
    """Up to one notice more than a page, newest first."""
    notices = Notice.objects.filter(recipient=reader)
    if before is not None:
        notices = notices.filter(id__lt=before)
    return list(notices.order_by("-id")[: PAGE + 1])


def count_unread(reader: Person, now: datetime) -> int:
    """How many notices this person has not read and may read now."""
    unread = Notice.objects.filter(recipient=reader, read_at__isnull=True)
    return len(readable_notices(list(unread.order_by("-id")[:COUNTED]), now=now))
