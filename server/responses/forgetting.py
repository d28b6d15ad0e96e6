"""Letting go of what a departed person did about others' days. One batch at a time; 0: nothing is left."""

from uuid import UUID

from server.kernel.batches import delete_batch
from server.responses.models import Look, MissAnswer, MissLook, Reaction


def forget_acts(person_id: UUID) -> int:
    """Their looks and answers: on others' days their face is simply not there any more."""
    acts = (Look, Reaction, MissLook, MissAnswer)
    return sum(delete_batch(act._default_manager.filter(person_id=person_id)) for act in acts)
