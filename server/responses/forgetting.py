"""Letting go of what a departed person did about others' days. One batch at a time; 0: nothing is left."""

from uuid import UUID

from server.kernel.batches import delete_batch
from server.responses.models import Look, MissAnswer, MissLook, Reaction
from server.responses.pictures import let_go_of_pictures


def forget_acts(person_id: UUID) -> int:
    """Their looks and answers: on others' days their face is simply not there any more."""
    acts = (Look, Reaction, MissLook, MissAnswer)
    return sum(delete_batch(act._default_manager.filter(person_id=person_id)) for act in acts)


def forget_faces(person_id: UUID) -> int:
    """The pictures friends answered them with: nobody would find them any more once the days are gone."""
    answers = Reaction.objects.filter(check_in__owner=person_id)
    return let_go_of_pictures(answers) or let_go_of_pictures(MissAnswer.objects.filter(miss__owner=person_id))
