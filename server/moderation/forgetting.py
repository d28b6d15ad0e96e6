"""What stays of reports when somebody departs."""

from uuid import UUID

from django.db.models import Q

from server.habits.models import CheckIn
from server.kernel.batches import delete_batch
from server.letters.models import GoldLetter
from server.moderation.models import Report, Ruling


def forget_reports(person_id: UUID) -> int:
    """Reports about them go with what they were about; answers how many. To be called before their days are gone.

    What they reported about others stays for the people who run this Kith, without their name and words; what was
    decided about them does not.
    """
    Report.objects.filter(reporter=person_id).update(reporter=None, note="")
    Ruling.objects.filter(person_id=person_id).delete()
    days = CheckIn.objects.filter(owner=person_id).values("pk")
    about_person = Q(subject=Report.Subject.PERSON, subject_id=person_id)
    about_days = Q(subject=Report.Subject.CHECK_IN, subject_id__in=days)
    letters = GoldLetter.objects.filter(Q(writer=person_id) | Q(habit__owner=person_id)).values("pk")
    about_letters = Q(subject=Report.Subject.LETTER, subject_id__in=letters)
    return delete_batch(Report.objects.filter(about_person | about_days | about_letters))
