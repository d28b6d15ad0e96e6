"""Circles: made, changed and given up by their owner, and never told to anybody."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.kernel.facts import record
from server.people.facts import CIRCLE_CHANGED
from server.people.locks import lock_people
from server.people.models import Circle, CircleMember, Person
from server.people.selectors import friend_ids
from shared import ids, limits
from shared.codes import Code, Refused


@transaction.atomic
def save_circle(
    *, owner: Person, circle_id: UUID, name: str, members: Collection[UUID], now: datetime
) -> tuple[Circle, bool]:
    """Make this circle, or say all of it anew; answers it and whether it is new. The same again changes nothing.

    Who is no friend is left out, silently. Raises Refused: not_found, invalid (no UUIDv7), too_many_circles.
    """
    lock_people(owner.id)
    circle = Circle.objects.filter(id=circle_id).first()
    is_new = circle is None
    if circle is None:
        circle = _make(owner, circle_id, name, now)
    if circle.owner_id != owner.id:
        raise Refused(Code.NOT_FOUND)
    renamed = circle.name != name
    if renamed:
        circle.name = name
        circle.save(update_fields=["name"])
    if _set_members(circle, friend_ids(owner.id) & set(members), now) or renamed or is_new:
        _tell(circle, now)
    return circle, is_new


@transaction.atomic
def give_up_circle(*, owner: Person, circle_id: UUID, now: datetime) -> None:
    """The circle is gone, and with it whatever it opened. None there is fine."""
    lock_people(owner.id)
    for circle in Circle.objects.filter(id=circle_id, owner=owner):
        _tell(circle, now)
        circle.delete()


def _make(owner: Person, circle_id: UUID, name: str, now: datetime) -> Circle:
    if not ids.is_uuid7(circle_id):
        raise Refused(Code.INVALID, "A circle's id is a UUIDv7.")
    if Circle.objects.filter(owner=owner).count() >= limits.CIRCLES_MAX:
        raise Refused(Code.TOO_MANY_CIRCLES)
    return Circle.objects.create(id=circle_id, owner=owner, name=name, created_at=now)


def _set_members(circle: Circle, wanted: set[UUID], now: datetime) -> bool:
    """Answers whether anybody came or went."""
    before = set(CircleMember.objects.filter(circle=circle).values_list("person_id", flat=True))
    CircleMember.objects.filter(circle=circle, person__in=before - wanted).delete()
    CircleMember.objects.bulk_create(
        CircleMember(circle=circle, person_id=person_id, since=now) for person_id in sorted(wanted - before)
    )
    return wanted != before


def _tell(circle: Circle, now: datetime) -> None:
    record(CIRCLE_CHANGED, person_id=circle.owner_id, now=now, circle=str(circle.id))
