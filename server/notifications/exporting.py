"""What Kith told a person, for their export: in the words it has now, and only what may still be said."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from server.kernel.batches import in_batches
from server.notifications.models import Notice
from server.notifications.selectors import readable_notices
from server.people.models import Person


def notices(person: Person, now: datetime) -> Iterator[dict[str, Any]]:
    for batch in in_batches(Notice.objects.filter(recipient=person).select_related("recipient")):
        texts = readable_notices(batch, now=now)
        for notice in batch:
            if notice.id in texts:
                yield {
                    "kind": notice.kind, "text": texts[notice.id], "told_at": notice.created_at,
                    "read_at": notice.read_at,
                }  # fmt: skip
