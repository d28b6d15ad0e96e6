"""Reading notices: words are made at each read, and what its reader may no longer hear is not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from server.kernel.pages import PAGE
from server.notifications.enclosures import Enclosure, enclosed
from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.notifications.present import load_present
from server.notifications.telling import tell
from server.people.models import Distance, Person
from shared.languages import speaking

COUNTED = 100
"""Nobody is told of more unread notices than this, and older ones are not looked at for the count."""


@dataclass(frozen=True, slots=True)
class Told:
    """A notice's words now, and what comes with it in the list."""

    text: str
    enclosure: Enclosure


def told_notices(notices: Sequence[Notice], *, now: datetime) -> dict[UUID, Told]:
    """Those that may be read now, by id, in the language spoken here."""
    if not notices:
        return {}
    present = load_present(notices, now=now)
    said = {notice: tell(notice, present) for notice in notices}
    return {one.id: Told(text, enclosed(one, present)) for one, text in said.items() if text is not None}


def readable_notices(notices: Sequence[Notice], *, now: datetime) -> dict[UUID, str]:
    """The words of those notices that may be read now, by id; each in its reader's own language."""
    if not notices:
        return {}
    present, texts = load_present(notices, now=now), {}
    for notice in notices:
        with speaking(notice.recipient.language):
            texts[notice.id] = tell(notice, present)
    return {notice_id: text for notice_id, text in texts.items() if text is not None}


def silenced(notices: Sequence[Notice]) -> set[UUID]:
    """Own words of friends whom their readers mute, by notice: they are in the list, and ring nowhere."""
    written = [notice for notice in notices if notice.kind == Kind.COMMENT]
    writers = [notice.payload["person"] for notice in written]
    muted = Distance.objects.filter(friend__in=writers, muted_at__isnull=False).values_list("person", "friend")
    pairs = set(muted)
    return {one.id for one in written if (one.recipient_id, UUID(one.payload["person"])) in pairs}


def read_notices(reader: Person, *, before: UUID | None) -> list[Notice]:
    """Up to one notice more than a page, newest first."""
    notices = Notice.objects.filter(recipient=reader)
    if before is not None:
        notices = notices.filter(id__lt=before)
    return list(notices.order_by("-id")[: PAGE + 1])


def count_unread(reader: Person, now: datetime) -> int:
    """How many notices this person has not read and may read now."""
    unread = Notice.objects.filter(recipient=reader, read_at__isnull=True)
    # How many there are is the same in every language: nobody's own is asked for.
    return len(told_notices(list(unread.order_by("-id")[:COUNTED]), now=now))
