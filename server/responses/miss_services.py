"""What a witness does about a miss: presets, one's own face, or letting go.

Free text there is none, but for the few words of somebody the owner named for that.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.habits.models import Miss
from server.habits.neighbours import follow
from server.habits.selectors.misses import get_witnessed_miss
from server.kernel.facts import FactKind, record
from server.people.locks import lock_people
from server.people.models import Person
from server.people.own_words import may_write, needs_presets
from server.responses import facts
from server.responses.models import MissAnswer, MissLook
from server.responses.pictures import attach_picture, discard_picture
from shared import limits
from shared.codes import Code, Refused
from shared.words import one_line


@transaction.atomic
def look_at_miss(*, witness: Person, miss_id: UUID, now: datetime) -> None:
    """Remember that this witness has seen the card; the first time counts. Raises Refused(not_found)."""
    lock_people(get_witnessed_miss(witness, miss_id).owner_id, witness.id)
    miss = get_witnessed_miss(witness, miss_id)
    _look(miss, witness, now)
    follow(miss.owner_id, now)


@dataclass(frozen=True, slots=True)
class Said:
    """What an answer says. `kind` is cheer or let_go; a cheer has a preset, a picture sent before, or both."""

    kind: str
    preset: str = ""
    words: str = ""
    photo: UUID | None = None


@transaction.atomic
def answer_miss(*, witness: Person, miss_id: UUID, said: Said, now: datetime) -> MissAnswer:
    """Cheer, or let it go. The same again is done; another answer replaces it while the window runs.

    Raises Refused: not_found, already_back after a comeback, window_closed from `opens_at` on, invalid words,
    own_words_closed from somebody who may not write them, and what stands in the way of a picture.
    """
    # A comeback that arrives now stands in the same line: whoever comes second sees the other.
    lock_people(get_witnessed_miss(witness, miss_id).owner_id, witness.id)
    miss = get_witnessed_miss(witness, miss_id)
    if said.words:
        said = replace(said, words=one_line(said.words, limits.CHEER_WORDS_MAX))
    answer = MissAnswer.objects.filter(miss=miss, person=witness).select_related("photo").first()
    if answer is not None and Said(answer.kind, answer.preset, answer.words, answer.photo_id) == said:
        return answer
    _check_window(miss, now)
    _check_own(miss, witness, said, now)
    _look(miss, witness, now)
    answer = _put(miss, witness, said, answer, now)
    follow(miss.owner_id, now)
    _tell(facts.MISS_ANSWERED, miss, witness, now=now)
    return answer


@transaction.atomic
def hide_cheer(answer_id: UUID, *, hidden: bool, now: datetime) -> bool:
    """Keep a cheer's own words from whom they were written to, or show them once more; whether that changed anything.

    A moderator's act. That they cheered stays.
    """
    rows = MissAnswer.objects.filter(id=answer_id, hidden_at__isnull=hidden)
    return bool(rows.update(hidden_at=now if hidden else None))


def _check_own(miss: Miss, witness: Person, said: Said, now: datetime) -> None:
    """Words and a face of one's own are not for everybody to send."""
    if said.words and not may_write(witness, miss.owner, now=now):
        raise Refused(Code.OWN_WORDS_CLOSED)
    if said.photo and needs_presets(witness, miss.owner, now=now):
        raise Refused(Code.PRESETS_ONLY)


def _put(miss: Miss, witness: Person, said: Said, former: MissAnswer | None, now: datetime) -> MissAnswer:
    """The picture of an answer that is replaced goes; words a moderator hid stay hidden as long as they are said."""
    before = former.photo if former else None
    photo = attach_picture(witness, said.photo, shown=former and former.photo_id, now=now) if said.photo else None
    given = {"kind": said.kind, "preset": said.preset, "words": said.words, "photo": photo, "answered_at": now}
    if former is None or former.words != said.words:
        given["hidden_at"] = None
    answer, _ = MissAnswer.objects.update_or_create(miss=miss, person=witness, defaults=given)
    if before != photo:
        discard_picture(before)
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
