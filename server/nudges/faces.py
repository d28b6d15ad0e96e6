"""The face in a nudge: between the two, while the day it waits for is the present one, deletable by either."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.habits.selectors.audiences import open_seats
from server.media.models import Photo
from server.nudges.models import Nudge
from server.people.models import Person
from server.people.selectors import muted_by, person_clock
from server.responses.pictures import discard_picture, let_go_of_pictures, shown_to
from shared import limits
from shared.codes import Code, Refused
from shared.days import habit_day


@transaction.atomic
def remove_nudge_face(*, remover: Person, habit_id: UUID, date: date, person_id: UUID, now: datetime) -> None:
    """Delete the picture for good; the nudge stays. Raises Refused(not_found)."""
    found = _get_visible_nudge(remover, habit_id, date, person_id, now)
    former, found.photo = found.photo, None
    found.save(update_fields=["photo"])
    discard_picture(former)


def get_nudge_face(viewer: Person, habit_id: UUID, date: date, person_id: UUID, *, now: datetime) -> Photo:
    """The picture. Raises Refused(not_found), to an owner whom the nudge never reached as well."""
    return shown_to(viewer, _get_visible_nudge(viewer, habit_id, date, person_id, now).photo)


def forget_old_faces(*, now: datetime) -> int:
    """Delete a batch of pictures whose dates are over everywhere; answers how many."""
    return let_go_of_pictures(Nudge.objects.filter(created_at__lt=now - limits.LONGEST_DATE))


def _get_visible_nudge(viewer: Person, habit_id: UUID, date: date, person_id: UUID, now: datetime) -> Nudge:
    """While the sender's seat is open, and the date is the owner's present one."""
    sent = Nudge.objects.filter(habit=habit_id, sender=person_id, date=date).select_related("photo").first()
    if sent is None or not _may_see(viewer, sent) or habit_day(person_clock(sent.owner_id), now) != date:
        raise Refused(Code.NOT_FOUND)
    if not open_seats().filter(habit=habit_id, person=person_id).exists():
        raise Refused(Code.NOT_FOUND)
    return sent


def _may_see(viewer: Person, sent: Nudge) -> bool:
    heard = viewer.id == sent.owner_id and sent.arrived and sent.sender_id not in muted_by(viewer)
    return heard or viewer.id == sent.sender_id
