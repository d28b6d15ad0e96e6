"""Reading about the standing letter. Its words are for the witnesses who keep it, and for nobody else."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from server.habits.models import Habit, Miss
from server.habits.selectors.audiences import get_visible_habit
from server.habits.selectors.histories import load_history
from server.letters.models import BlueLetter, SealedLetter
from server.letters.selectors.allowed import letters_allowed
from server.letters.selectors.keepers import keeping_seats
from server.people.models import Person
from shared import limits
from shared.codes import Code, Refused
from shared.letter_states import LetterState
from shared.moods import Role
from shared.states import DayState, fold

KEPT = (DayState.DONE, DayState.LATE)


@dataclass(frozen=True, slots=True)
class OwnersView:
    """All an owner is told of their letter. `since`: when its present words were written (instant)."""

    has: bool
    since: datetime | None
    offered: bool
    off: bool


@dataclass(frozen=True, slots=True)
class KeepersView:
    """What a witness is told; `text` only to one who keeps the letter."""

    has: bool
    keeps: bool
    text: str | None


def view_letter(viewer: Person, habit_id: UUID, *, now: datetime) -> OwnersView | KeepersView:
    """The letter as this person may know of it. Refused(not_found) for all but owner and witnesses."""
    habit, relation = get_visible_habit(viewer, habit_id)
    if relation == "owner":
        return view_own_letter(habit, now=now)
    if relation != Role.WITNESS:
        raise Refused(Code.NOT_FOUND)
    letter = BlueLetter.objects.filter(habit=habit, off_at__isnull=True).first()
    keeps = keeping_seats().filter(habit=habit, person=viewer).exists()
    return KeepersView(letter is not None, keeps, letter.text if letter and keeps else None)


def view_own_letter(habit: Habit, *, now: datetime) -> OwnersView:
    letter = BlueLetter.objects.filter(habit=habit).first()
    has = letter is not None and letter.off_at is None
    return OwnersView(
        has=has,
        since=letter.written_at if letter and has else None,
        offered=letter is None and letters_allowed(habit, now) and _is_earned(habit, now),
        off=letter is not None and not has,
    )


def miss_is_open(habit: Habit, *, now: datetime) -> bool:
    return Miss.objects.filter(habit=habit, state=Miss.State.OPEN, opens_at__gt=now).exists()


def letters_of(miss_ids: list[UUID]) -> dict[UUID, SealedLetter]:
    """By miss. One query."""
    return {letter.miss_id: letter for letter in SealedLetter.objects.filter(miss__in=miss_ids)}


def get_own_sealed(owner: Person, miss_id: UUID) -> SealedLetter:
    """What a miss of this person made of their letter. Raises Refused(not_found)."""
    mine = SealedLetter.objects.filter(owner=owner, miss__habit__archived_at__isnull=True)
    letter = mine.filter(miss=miss_id).select_related("miss__habit__owner").first()
    if letter is None:
        raise Refused(Code.NOT_FOUND)
    return letter


def opened_blue(habit: Habit) -> QuerySet[SealedLetter]:
    """Copies their owner opened, in that order."""
    opened = SealedLetter.objects.filter(miss__habit=habit, state=LetterState.OPENED)
    return opened.select_related("miss").order_by("opened_at", "id")


def _is_earned(habit: Habit, now: datetime) -> bool:
    states = fold(load_history(habit, now=now), now).states.values()
    return sum(state in KEPT for state in states) >= limits.LETTER_OFFERED_AFTER
