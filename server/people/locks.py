"""Whoever changes what holds between two people locks both, in one order, so that nobody waits in a circle."""

from uuid import UUID

from server.people.models import Person


def lock_people(*ids: UUID) -> dict[UUID, Person]:
    """Hold these people's rows until the transaction ends. Rows that point at them can still be written meanwhile."""
    held = Person.objects.select_for_update(no_key=True).filter(id__in=ids).order_by("id")
    return {person.id: person for person in held}
