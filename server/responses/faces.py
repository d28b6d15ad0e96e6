"""Answering with one's own face: a picture for the one who was answered, which either of the two can take away."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.habits.models import CheckIn
from server.habits.selectors.audiences import open_seats
from server.habits.selectors.days import get_visible_check_in
from server.media.models import Photo, PhotoState
from server.media.services import mark_attached
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import person_clock
from server.responses.models import Reaction
from server.responses.pictures import discard_picture
from server.responses.services import get_others_check_in, give_answer
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.limits import FACE


@transaction.atomic
def answer_with_face(*, viewer: Person, habit_id: UUID, date: date, photo_id: UUID, now: datetime) -> Reaction:
    """Answer a check-in with a picture sent before. The same picture again is done.

    Raises Refused: not_found, presets_only where the owner may be under 18 and the viewer is not, photo_missing or
    the photo's own refusal where there is no picture, photo_conflict if it shows something else already.
    """
    # A day of theirs that is posted with this picture now stands in the same line.
    lock_people(viewer.id)
    check_in = get_others_check_in(viewer, habit_id, date)
    if _is_adult(viewer, now) and not _is_adult(check_in.owner, now):
        raise Refused(Code.PRESETS_ONLY)
    photo = _get_picture(viewer, photo_id)
    if photo.attached_at and not Reaction.objects.filter(check_in=check_in, person=viewer, photo=photo).exists():
        raise Refused(Code.PHOTO_CONFLICT)
    mark_attached([photo], now=now)
    return give_answer(check_in, viewer, kind=FACE, photo=photo, now=now)


@transaction.atomic
def remove_face(*, remover: Person, habit_id: UUID, date: date, person_id: UUID) -> None:
    """Delete the picture: the one it answered may, and whose it is. The answer stays. Raises Refused(not_found)."""
    reaction = _get_visible_answer(remover, habit_id, date, person_id)
    former, reaction.photo = reaction.photo, None
    reaction.save(update_fields=["photo"])
    discard_picture(former)


def get_visible_face(viewer: Person, habit_id: UUID, date: date, person_id: UUID) -> Photo:
    """The picture, for the two it is between and as long as both may see the day. Raises Refused(not_found)."""
    reaction = _get_visible_answer(viewer, habit_id, date, person_id)
    if reaction.photo is None:
        raise Refused(Code.NOT_FOUND)
    return reaction.photo


def _is_adult(person: Person, now: datetime) -> bool:
    return person.is_adult(habit_day(person_clock(person.id), now))


def _get_visible_answer(viewer: Person, habit_id: UUID, date: date, person_id: UUID) -> Reaction:
    check_in = get_visible_check_in(viewer, habit_id, date)
    given = Reaction.objects.filter(check_in=check_in, person=person_id, kind=FACE).select_related("photo").first()
    if given is None or viewer.id not in (check_in.owner_id, person_id) or not _is_seated(check_in, person_id):
        raise Refused(Code.NOT_FOUND)
    return given


def _is_seated(check_in: CheckIn, person_id: UUID) -> bool:
    return open_seats().filter(habit=check_in.habit_id, person=person_id).exists()


def _get_picture(owner: Person, photo_id: UUID) -> Photo:
    photo = Photo.objects.select_for_update().filter(id=photo_id, owner=owner).first()
    if photo is None:
        raise Refused(Code.PHOTO_MISSING, "This picture never arrived.")
    if photo.state == PhotoState.REFUSED:
        raise Refused(photo.code, photo.detail)
    return photo
