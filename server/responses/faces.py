"""Answering with one's own face: a picture for the one who was answered, which either of the two can take away."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.habits.models import CheckIn
from server.habits.selectors.audiences import open_seats
from server.habits.selectors.days import get_visible_check_in
from server.media.models import Photo
from server.people.locks import lock_people
from server.people.models import Person
from server.people.own_words import needs_presets
from server.responses.models import Reaction
from server.responses.pictures import attach_picture, discard_picture, shown_to
from server.responses.services import get_others_check_in, give_answer
from shared.codes import Code, Refused
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
    if needs_presets(viewer, check_in.owner, now=now):
        raise Refused(Code.PRESETS_ONLY)
    given = Reaction.objects.filter(check_in=check_in, person=viewer).first()
    photo = attach_picture(viewer, photo_id, shown=given.photo_id if given else None, now=now)
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
    return shown_to(viewer, _get_visible_answer(viewer, habit_id, date, person_id).photo)


def _get_visible_answer(viewer: Person, habit_id: UUID, date: date, person_id: UUID) -> Reaction:
    check_in = get_visible_check_in(viewer, habit_id, date)
    given = Reaction.objects.filter(check_in=check_in, person=person_id, kind=FACE).select_related("photo").first()
    if given is None or viewer.id not in (check_in.owner_id, person_id) or not _is_seated(check_in, person_id):
        raise Refused(Code.NOT_FOUND)
    return given


def _is_seated(check_in: CheckIn, person_id: UUID) -> bool:
    return open_seats().filter(habit=check_in.habit_id, person=person_id).exists()
