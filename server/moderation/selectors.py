"""What a moderator is shown: the one thing that was reported, and what was said and decided about its person before."""

from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When

from server.beside.selectors.anchors import frames_of
from server.habits.models import CheckIn
from server.habits.selectors.days import slots_of
from server.media.models import Photo, PhotoState
from server.moderation.models import Report, Ruling
from server.moderation.subjects import KINDS, reports_on
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
    return acts if KINDS[report.subject].hide else tuple(act for act in acts if act not in OF_THINGS)


def person_behind(report: Report) -> Person:
    """Whose it is that was reported. Raises Refused(not_found) once they, or the thing itself, are gone."""
    kind = KINDS[report.subject]
    person = Person.objects.filter(id__in=kind.rows.filter(pk=report.subject_id).values(kind.by)).first()
    if person is None:
        raise Refused(Code.NOT_FOUND)
    return person


def reported_words(report: Report) -> str:
    """The words that were reported; of a person, their name, of a picture none."""
    kind = KINDS[report.subject]
    found = kind.rows.filter(pk=report.subject_id)
    return (kind.says and found.values_list(kind.says, flat=True).first()) or ""


def reported_pictures(report: Report) -> dict[int, Photo]:
    """By number: the photos of a reported day that can be shown, the face, or the frames beside; else none."""
    if report.subject == Report.Subject.FACE:
        return dict(enumerate(Photo.objects.filter(pk=report.subject_id), start=1))
    if report.subject == Report.Subject.ANCHOR:
        return dict(enumerate(frames_of(report.subject_id), start=1))
    if report.subject != Report.Subject.CHECK_IN:
        return {}
    slots = slots_of(CheckIn.objects.filter(id=report.subject_id))[report.subject_id]
    return {slot.n: slot.photo for slot in slots if slot.photo and slot.photo.state == PhotoState.READY}


def get_reported_photo(report: Report, n: int) -> Photo:
    """One of those pictures. Raises Refused(not_found)."""
    photo = reported_pictures(report).get(n)
    if photo is None:
        raise Refused(Code.NOT_FOUND)
    return photo


def reports_about(person_id: UUID) -> QuerySet[Report]:
    """Every report about this person, their days, and what they wrote or sent."""
    return Report.objects.filter(reports_on(lambda kind: kind.about(person_id)))


def history_of(person_id: UUID) -> tuple[list[Report], list[Ruling]]:
    """The latest reports about a person and the latest rulings, newest first."""
    rulings = Ruling.objects.filter(person_id=person_id).order_by("-id")
    return list(reports_about(person_id).order_by("-id")[:SHOWN]), list(rulings[:SHOWN])
