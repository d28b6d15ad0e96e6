"""What a witness does about a miss. Only presets and letting go: around a miss there is no free text."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.habits.models import Miss
from server.habits.neighbours import follow
from server.habits.selectors.misses import get_witnessed_miss
from server.kernel.facts import FactKind, record
from server.people.locks import lock_people
from server.people.models import Person
from server.responses import facts
from server.responses.models import MissAnswer, MissLook
from shared.codes import Code, Refused


@transaction.atomic
def look_at_miss(*, witness: Person, miss_id: UUID, now: datetime) -> None:
    """Remember that this witness has seen the card; the first time counts. Raises Refused(not_found)."""
    lock_people(get_witnessed_miss(witness, miss_id).owner_id, witness.id)
    miss = get_witnessed_miss(witness, miss_id)
    _look(miss, witness, now)
    follow(miss.owner_id, now)


@transaction.atomic
def answer_miss(*, witness: Person, miss_id: UUID, kind: str, preset: str, now: datetime) -> MissAnswer:
    """Cheer with a preset, or let it go (preset ""). The same again is done; another replaces it while the window runs.

    Raises Refused: not_found, already_back after a comeback, window_closed from `opens_at` on.
    """
    # A comeback that arrives now stands in the same line: whoever comes second sees the other.
    lock_people(get_witnessed_miss(witness, miss_id).owner_id, witness.id)
    miss = get_witnessed_miss(witness, miss_id)
    answer = MissAnswer.objects.filter(miss=miss, person=witness).first()
    if answer is not None and (answer.kind, answer.preset) == (kind, preset):
        return answer
    _check_window(miss, now)
    _look(miss, witness, now)
    answer, _ = MissAnswer.objects.update_or_create(
        miss=miss, person=witness, defaults={"kind": kind, "preset": preset, "answered_at": now}
    )
    follow(miss.owner_id, now)
    _tell(facts.MISS_ANSWERED, miss, witness, now=now)
    return answer


def _check_window(miss: Miss, now: datetime) -> None:
    if miss.state == Miss.State.RETURNED:
        raise Refused(Code.ALREADY_BACK)
    if miss.state != Miss.State.OPEN or now >= miss.opens_at:
        raise Refused(Code.WINDOW_CLOSED)


def _look(miss: Miss, witness: Person, now: datetime) -> None:
    _, made = MissLook.objects.get_or_create(miss=miss, person=witness, defaults={"looked_at": now})
    if made:
        _tell(facts.MISS_SEEN, miss, witness, now=now)


def _tell(kind: FactKind, miss: Miss, witness: Person, *, now: datetime) -> None:
    day = {"habit": str(miss.habit_id), "date": miss.date.isoformat(), "miss": str(miss.id)}
    record(kind, person_id=miss.owner_id, now=now, person=str(witness.id), **day)
