"""What a moderator is shown: the one thing that was reported, and what was said and decided about its person before."""

from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from server.habits.models import CheckIn, CheckInPhoto
from server.habits.selectors.days import slots_of
from server.letters.models import GoldLetter
from server.media.models import Photo, PhotoState
from server.moderation.models import Report, Ruling
from server.people.models import Person
from shared import limits
from shared.codes import Code, Refused

OF_THINGS = (Ruling.Act.HIDE, Ruling.Act.SHOW)
SHOWN = 50
"""Of a history."""


def queue() -> QuerySet[Report]:
    """What waits first, what cannot wait before the rest, then whoever has waited longest."""
    urgent = Case(When(reason__in=limits.URGENT_REASONS, then=Value(0)), default=Value(1), output_field=IntegerField())
    return Report.objects.annotate(urgency=urgent).order_by("-state", "urgency", "created_at", "id")


def acts_on(report: Report) -> tuple[Ruling.Act, ...]:
    """What can be decided about this report. A person is not hidden: they are suspended."""
    acts = tuple(Ruling.Act)
    return acts if report.subject != Report.Subject.PERSON else tuple(act for act in acts if act not in OF_THINGS)


def person_behind(report: Report) -> Person:
    """Whose day, letter or name was reported. Raises Refused(not_found) once they are gone."""
    if report.subject == Report.Subject.CHECK_IN:
        found = Person.objects.filter(id__in=CheckIn.objects.filter(id=report.subject_id).values("owner"))
    elif report.subject == Report.Subject.LETTER:
        found = Person.objects.filter(id__in=GoldLetter.objects.filter(id=report.subject_id).values("writer"))
    else:
        found = Person.objects.filter(id=report.subject_id)
    person = found.first()
    if person is None:
        raise Refused(Code.NOT_FOUND)
    return person


def reported_words(report: Report) -> str:
    """The caption or the letter that was reported; of a person, their name."""
    if report.subject == Report.Subject.CHECK_IN:
        return CheckIn.objects.filter(id=report.subject_id).values_list("caption", flat=True).first() or ""
    if report.subject == Report.Subject.LETTER:
        return GoldLetter.objects.filter(id=report.subject_id).values_list("text", flat=True).first() or ""
    return Person.objects.filter(id=report.subject_id).values_list("name", flat=True).first() or ""


def reported_slots(report: Report) -> list[CheckInPhoto]:
    """The photos of a reported day that can be shown; of anything else none."""
    if report.subject != Report.Subject.CHECK_IN:
        return []
    slots = slots_of(CheckIn.objects.filter(id=report.subject_id))
    return [slot for slot in slots[report.subject_id] if slot.photo and slot.photo.state == PhotoState.READY]


def get_reported_photo(report: Report, n: int) -> Photo:
    """The photo in slot `n` of a reported day. Raises Refused(not_found)."""
    for slot in reported_slots(report):
        if slot.n == n and slot.photo is not None:
            return slot.photo
    raise Refused(Code.NOT_FOUND)


def reports_about(person_id: UUID) -> QuerySet[Report]:
    """Every report about this person, their days or the letters they wrote."""
    days = CheckIn.objects.filter(owner=person_id).values("pk")
    letters = GoldLetter.objects.filter(writer=person_id).values("pk")
    return Report.objects.filter(
        Q(subject=Report.Subject.PERSON, subject_id=person_id)
        | Q(subject=Report.Subject.CHECK_IN, subject_id__in=days)
        | Q(subject=Report.Subject.LETTER, subject_id__in=letters)
    )  # fmt: skip


def history_of(person_id: UUID) -> tuple[list[Report], list[Ruling]]:
    """The latest reports about a person and the latest rulings, newest first."""
    rulings = Ruling.objects.filter(person_id=person_id).order_by("-id")
    return list(reports_about(person_id).order_by("-id")[:SHOWN]), list(rulings[:SHOWN])
