"""Reading exports and departures: a person's own, nobody else's."""

from uuid import UUID

from django.db.models import QuerySet

from server.leaving.models import Departure, Export
from server.people.models import Person
from shared.codes import Code, Refused


def exports_of(person: Person) -> QuerySet[Export]:
    """This person's exports, latest first. What is no longer kept stays in the list for a while."""
    return Export.objects.filter(person=person).order_by("-created_at", "-id")


def get_export(person: Person, export_id: UUID) -> Export:
    """Raises Refused(not_found) for another's, whether it exists or not."""
    export = exports_of(person).filter(id=export_id).first()
    if export is None:
        raise Refused(Code.NOT_FOUND)
    return export


def get_departure(person: Person) -> Departure | None:
    """When this person is leaving; None while they are not."""
    return Departure.objects.filter(person=person).first()
