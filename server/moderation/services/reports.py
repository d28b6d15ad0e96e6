"""Taking reports in. Nobody reported is ever told."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.kernel.allowances import spend
from server.moderation.models import Report
from server.moderation.selectors import person_behind
from server.moderation.subjects import KINDS
from server.people.models import Person
from server.people.services.blocks import block_person
from shared import limits
from shared.codes import Code, Refused


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is reported and why. `subject` is a Report.Subject, `reason` one of the listed reasons."""

    subject: str
    subject_id: UUID
    reason: str
    note: str = ""


@transaction.atomic
def file_report(*, reporter: Person, report_id: UUID, complaint: Complaint, now: datetime) -> tuple[Report, bool]:
    """The report, and whether this made it. The same again is done, whatever happened to the friendship meanwhile.

    Whoever asked for pictures of a body is blocked for the reporter in the same breath; moderators look later.

    Raises Refused: not_found for what the reporter may not see now, conflict when the id holds another report,
    too_many beyond what one person may report in a day.
    """
    known = Report.objects.filter(id=report_id).first()
    if known is None:
        _check_visible(reporter, complaint)
        spend("reports", reporter.id, rate=limits.REPORTS_PER_DAY, now=now)
        fields = {**asdict(complaint), "reporter": reporter, "created_at": now}
        known, made = Report.objects.get_or_create(id=report_id, defaults=fields)
        if made:
            _hide_asker(known, now)
            return known, True
    if known.reporter_id != reporter.id:
        raise Refused(Code.NOT_FOUND)
    if Complaint(known.subject, known.subject_id, known.reason, known.note) != complaint:
        raise Refused(Code.CONFLICT)
    return known, False


def _hide_asker(report: Report, now: datetime) -> None:
    if report.reason == "body_pictures" and report.reporter is not None:
        block_person(person=report.reporter, other_id=person_behind(report).id, now=now)


def _check_visible(reporter: Person, complaint: Complaint) -> None:
    if not KINDS[complaint.subject].seen_by(reporter).filter(pk=complaint.subject_id).exists():
        raise Refused(Code.NOT_FOUND)
