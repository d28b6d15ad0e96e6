"""A witness's own face in a cheer: between the two, deletable by either, gone when the day was no miss after all."""

from uuid import UUID

from django.db import transaction

from server.habits.selectors.misses import get_witnessed_miss
from server.media.models import Photo
from server.people.models import Person
from server.responses.models import MissAnswer
from server.responses.pictures import discard_picture, shown_to
from shared.codes import Code, Refused


@transaction.atomic
def remove_miss_face(*, remover: Person, miss_id: UUID, person_id: UUID) -> None:
    """Delete the picture: the one it cheered may, and whose it is. The cheer stays. Raises Refused(not_found)."""
    answer = _get_visible_cheer(remover, miss_id, person_id)
    former, answer.photo = answer.photo, None
    answer.save(update_fields=["photo"])
    discard_picture(former)


def get_miss_face(viewer: Person, miss_id: UUID, person_id: UUID) -> Photo:
    """The picture, as long as its witness may see the miss. Raises Refused(not_found)."""
    return shown_to(viewer, _get_visible_cheer(viewer, miss_id, person_id).photo)


def _get_visible_cheer(viewer: Person, miss_id: UUID, person_id: UUID) -> MissAnswer:
    given = MissAnswer.objects.filter(miss=miss_id, person=person_id, kind="cheer")
    answer = given.select_related("person", "photo").first()
    if answer is None or viewer.id not in (get_witnessed_miss(answer.person, miss_id).owner_id, person_id):
        raise Refused(Code.NOT_FOUND)
    return answer
