"""Letting the change logs forget a person. Each function does one batch; 0 means that nothing is left."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from server.kernel.batches import delete_batch
from server.kernel.models import ChangeCounter, Fact

NOBODY = str(UUID(int=0))
"""Stands where somebody was named who is no longer here. Nobody ever has this id."""
BATCH = 200


def forget_log(person_id: UUID) -> int:
    """Delete the facts of this person's own change log, and at last its counter."""
    gone = delete_batch(Fact.objects.filter(person_id=person_id))
    return gone or ChangeCounter.objects.filter(person_id=person_id).delete()[0]


def forget_mentions(person_id: UUID) -> int:
    """Take the person out of others' facts.

    The rows stay, because a change log has no gaps. What is still owed of them would speak of somebody who is gone.
    """
    said = naming(Fact.objects.exclude(person_id=person_id), "payload", person_id)
    facts = list(said.order_by("pk")[:BATCH])
    for fact in facts:
        fact.payload = without(fact.payload, person_id)
        fact.owed, fact.next_at, fact.leased_until = [], None, None
    Fact.objects.bulk_update(facts, ["payload", "owed", "next_at", "leased_until"])
    return len(facts)


def naming(rows: QuerySet[Any], column: str, person_id: UUID) -> QuerySet[Any]:
    """Those of these rows whose JSON column says this id anywhere."""
    return rows.annotate(said=Cast(column, TextField())).filter(said__contains=str(person_id))


def without(payload: dict[str, Any], person_id: UUID) -> dict[str, Any]:
    """The payload with NOBODY where this person stood."""
    return {name: NOBODY if value == str(person_id) else value for name, value in payload.items()}
