"""Reports a person filed, for their export. What became of one is not told."""

from collections.abc import Iterator
from typing import Any

from server.moderation.models import Report
from server.people.models import Person


def reports(person: Person) -> Iterator[dict[str, Any]]:
    for report in Report.objects.filter(reporter=person).order_by("pk"):
        yield {
            "id": report.id, "filed_at": report.created_at, "subject": report.subject,
            "subject_id": report.subject_id, "reason": report.reason, "note": report.note,
        }  # fmt: skip
