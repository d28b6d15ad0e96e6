"""A witness writes what they will want to say when a milestone is made, or takes it back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.habits.models import Habit
from server.habits.selectors.days import standing_check_ins
from server.kernel.facts import record
from server.letters import facts
from server.letters.models import GoldLetter
from server.letters.selectors.allowed import letters_allowed
from server.letters.selectors.gold_letters import get_witness_seat, opened_for, sealed_of
from server.people.locks import lock_people
from server.people.models import Person
from shared import limits
from shared.codes import Code, Refused
from shared.gold_letters import next_milestone
from shared.words import one_line


@transaction.atomic
def write_gold_letter(*, witness: Person, habit_id: UUID, text: str, now: datetime) -> GoldLetter:
    """Seal these words for the next milestone, in place of what this witness has sealed already.

    Raises Refused: not_found, invalid, letter_not_here, no_milestone_left.
    """
    habit = _lock_witnessed(witness, habit_id)
    words = one_line(text, limits.GOLD_LETTER_MAX)
    if not letters_allowed(habit, now):
        raise Refused(Code.LETTER_NOT_HERE)
    sealed = sealed_of(witness, habit) or GoldLetter(
        habit=habit, writer=witness, milestone=_milestone(habit, witness), created_at=now
    )
    if sealed.text != words:
        sealed.text = words
        sealed.save()
    return sealed


@transaction.atomic
def withdraw_gold_letter(*, witness: Person, habit_id: UUID) -> None:
    """Take the sealed words back for good; none is fine. Raises Refused(not_found)."""
    sealed = sealed_of(witness, _lock_witnessed(witness, habit_id))
    if sealed is not None:
        sealed.delete()


@transaction.atomic
def hide_gold_letter(letter_id: UUID, *, hidden: bool, now: datetime) -> bool:
    """Keep an opened letter from whom it was written to, or show it once more; answers whether that changed anything.

    A moderator's act.
    """
    opened = GoldLetter.objects.select_for_update(of=("self",)).filter(id=letter_id, opened_at__isnull=False)
    letter = opened.select_related("habit").first()
    if letter is None or bool(letter.hidden_at) == hidden:
        return False
    letter.hidden_at = now if hidden else None
    letter.save(update_fields=["hidden_at"])
    owner, habit = letter.habit.owner_id, str(letter.habit_id)
    record(facts.GOLD_LETTER_HIDDEN, person_id=owner, now=now, habit=habit, gold_letter=str(letter.id))
    return True


@transaction.atomic
def thank_for_letter(*, owner: Person, letter_id: UUID, now: datetime) -> None:
    """Thank its writer for a letter that has opened. Once is enough. Raises Refused(not_found)."""
    letter = opened_for(owner).filter(id=letter_id).first()
    if letter is None:
        raise Refused(Code.NOT_FOUND)
    if GoldLetter.objects.filter(id=letter.id, thanked_at__isnull=True).update(thanked_at=now):
        record(
            facts.GOLD_LETTER_THANKED, person_id=owner.id, now=now,
            habit=str(letter.habit_id), person=str(letter.writer_id), gold_letter=str(letter.id),
        )  # fmt: skip


def _lock_witnessed(witness: Person, habit_id: UUID) -> Habit:
    """Whoever seals or withdraws stands in the owner's line, as the check-in that opens does."""
    lock_people(get_witness_seat(witness, habit_id).habit.owner_id)
    return get_witness_seat(witness, habit_id).habit


def _milestone(habit: Habit, witness: Person) -> int:
    opened = GoldLetter.objects.filter(habit=habit, writer=witness).values_list("milestone", flat=True)
    # After an undo the day number may lie below a milestone whose letter has been read.
    number = max([standing_check_ins().filter(habit=habit).count(), *opened])
    milestone = next_milestone(number)
    if milestone is None:
        raise Refused(Code.NO_MILESTONE_LEFT)
    return milestone
