"""Writing the blue letter, and opening what a miss made of it."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from server.habits.models import Habit
from server.habits.selectors.days import standing_check_ins
from server.habits.services.locks import lock_own_habit
from server.kernel.facts import record
from server.letters import facts
from server.letters.models import BlueLetter, SealedLetter
from server.letters.selectors.allowed import letters_allowed
from server.letters.selectors.blue_letters import get_own_sealed, miss_is_open
from server.letters.services.following import follow_letters, remove_letter, tell_turned, turn
from server.letters.services.visits import note_visit
from server.people.locks import lock_people
from server.people.models import Person
from shared import limits
from shared.codes import Code, Refused
from shared.letter_states import OPENABLE, LetterState, switches_off
from shared.words import one_line

Choice = Literal["open", "leave_closed"]


@transaction.atomic
def write_letter(*, owner: Person, habit_id: UUID, text: str, now: datetime) -> Habit:
    """Give the habit these words, in place of any before. The same words again change nothing.

    Raises Refused: not_found, invalid, letter_not_here, or miss_still_open while a miss of the habit is open.
    """
    habit = lock_own_habit(owner, habit_id)
    words = one_line(text, limits.BLUE_LETTER_MAX)
    if not letters_allowed(habit, now):
        raise Refused(Code.LETTER_NOT_HERE)
    letter = BlueLetter.objects.filter(habit=habit).first()
    if letter is not None and letter.text == words:
        return habit
    _check_no_miss(habit, now)
    note_visit(person=owner, now=now)
    if letter is not None and letter.off_at:
        letter.delete()
        letter = None
    letter = letter or BlueLetter(habit=habit, created_at=now)
    letter.text, letter.written_at = words, now
    letter.save()
    _tell_changed(habit, now)
    return habit


@transaction.atomic
def take_letter_back(*, owner: Person, habit_id: UUID, now: datetime) -> None:
    """No letter any more. None there is fine. Raises Refused: not_found, or miss_still_open."""
    habit = lock_own_habit(owner, habit_id)
    letter = BlueLetter.objects.filter(habit=habit).select_related("habit__owner").first()
    if letter is not None:
        _check_no_miss(habit, now)
        remove_letter(letter, now=now)


@transaction.atomic
def answer_letter(*, owner: Person, miss_id: UUID, choice: Choice, now: datetime) -> SealedLetter:
    """Open the letter, or leave it closed: then it burns in seven days, and may be opened until it does.

    The same again is done, and so is anything about an opened letter but closing it.
    Raises Refused: not_found, letter_not_yet, letter_gone, conflict (it was opened already).
    """
    lock_people(owner.id)
    get_own_sealed(owner, miss_id)
    follow_letters(owner.id, now)
    letter = get_own_sealed(owner, miss_id)
    if letter.state == LetterState.OPENED:
        if choice == "leave_closed":
            raise Refused(Code.CONFLICT)
        return letter
    if letter.state not in OPENABLE:
        raise Refused(Code.LETTER_NOT_YET if letter.state == LetterState.SEALED else Code.LETTER_GONE)
    if choice == "open":
        _open(letter, now)
    elif letter.left_closed_at is None:
        letter.left_closed_at = now
        turn(letter, now=now)
    return letter


def _open(letter: SealedLetter, now: datetime) -> None:
    letter.state, letter.opened_at, letter.next_at = LetterState.OPENED.value, now, None
    letter.save()
    tell_turned(letter, now=now)
    _switch_off_if_no_help(letter.miss.habit, now)
    # Others that could have opened this week burn.
    follow_letters(letter.owner_id, now)


def _switch_off_if_no_help(habit: Habit, now: datetime) -> None:
    opened = SealedLetter.objects.filter(miss__habit=habit, opened_at__isnull=False)
    openings = [at for at in opened.values_list("opened_at", flat=True) if at is not None]
    last = standing_check_ins().filter(habit=habit).order_by("-captured_at").values_list("captured_at", flat=True)
    if switches_off(openings, last.first()):
        BlueLetter.objects.filter(habit=habit, off_at__isnull=True).update(text="", off_at=now)
        _tell_changed(habit, now)


def _check_no_miss(habit: Habit, now: datetime) -> None:
    if miss_is_open(habit, now=now):
        raise Refused(Code.MISS_STILL_OPEN)


def _tell_changed(habit: Habit, now: datetime) -> None:
    record(facts.BLUE_LETTER_CHANGED, person_id=habit.owner_id, now=now, habit=str(habit.id), blue_letter=str(habit.id))
