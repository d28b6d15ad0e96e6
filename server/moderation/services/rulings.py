"""Deciding about a report: one act, written down in the same transaction as what it does."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.kernel.facts import record
from server.moderation.facts import MODERATED
from server.moderation.models import Report, Ruling
from server.moderation.selectors import OF_THINGS, acts_on, person_behind
from server.moderation.subjects import KINDS
from server.people.models import Person
from server.people.services.standing import set_standing
from shared.codes import Code, Refused

TOLD = (Ruling.Act.HIDE, Ruling.Act.WARN)
"""What the person hears about. Who reported them, nobody learns."""


@transaction.atomic
def rule(*, moderator: Person, report_id: UUID, act: str, note: str, now: datetime) -> Ruling:
    """Do it, settle the report and add to the trail.

    Raises Refused: not_found when the person reported is gone, invalid for an act that does not fit what was reported
    or for a moderator's own case.
    """
    report = Report.objects.select_for_update().get(id=report_id)
    person = person_behind(report)
    if act not in acts_on(report) or person.id == moderator.id:
        raise Refused(Code.INVALID)
    _do(Ruling.Act(act), report, person, now)
    Report.objects.filter(id=report.id).update(state=Report.State.CLOSED)
    ruling = Ruling.objects.create(
        moderator_id=moderator.id, report_id=report.id, person_id=person.id, subject=report.subject,
        subject_id=report.subject_id, act=act, note=note, created_at=now,
    )  # fmt: skip
    if act in TOLD:
        record(MODERATED, person_id=person.id, now=now, ruling=str(ruling.id), act=act)
    return ruling


def _do(act: Ruling.Act, report: Report, person: Person, now: datetime) -> None:
    hide = KINDS[report.subject].hide
    if hide is not None and act in OF_THINGS:
        hide(report.subject_id, hidden=act == Ruling.Act.HIDE, now=now)
    elif act in (Ruling.Act.SUSPEND, Ruling.Act.LET_BACK):
        set_standing(person=person, active=act == Ruling.Act.LET_BACK, now=now)
