"""What stays of reports when somebody departs."""

from uuid import UUID

from server.kernel.batches import delete_batch
from server.moderation.models import Report, Ruling
from server.moderation.subjects import reports_on


def forget_reports(person_id: UUID) -> int:
    """Reports about them go with what they were about; answers how many. To be called before their days are gone.

    What they reported about others stays for the people who run this Kith, without their name and words; what was
    decided about them does not.
    """
    Report.objects.filter(reporter=person_id).update(reporter=None, note="")
    Ruling.objects.filter(person_id=person_id).delete()
    about = reports_on(lambda kind: kind.about(person_id)) | reports_on(lambda kind: kind.sent_to(person_id))
    return delete_batch(Report.objects.filter(about))
