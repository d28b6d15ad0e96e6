"""Letters for the export of who wrote or was given them: the one place where an owner finds their blue letter again."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from server.kernel.batches import each
from server.letters.models import BlueLetter, GoldLetter, SealedLetter, Visit
from server.letters.selectors.gold_letters import opened_for
from server.people.models import Person
from server.people.selectors import friendships_of
from shared.letter_states import LetterState

Row = dict[str, Any]


def blue_letters(person: Person) -> Iterator[Row]:
    for letter in each(BlueLetter.objects.filter(habit__owner=person)):
        yield {
            "habit": letter.habit_id, "text": letter.text, "written_at": letter.written_at, "off_at": letter.off_at,
        }  # fmt: skip


def sealed_letters(person: Person) -> Iterator[Row]:
    """What became of each copy; its words once it was opened."""
    for letter in each(SealedLetter.objects.filter(owner=person).select_related("miss")):
        yield {
            "habit": letter.miss.habit_id, "date": letter.miss.date, "state": letter.state, "reason": letter.reason,
            "opened_at": letter.opened_at, "text": letter.text if letter.state == LetterState.OPENED else None,
        }  # fmt: skip


def gold_letters_received(person: Person) -> Iterator[Row]:
    """Those that opened: they were written for this person."""
    names = _names(person)
    for letter in opened_for(person):
        yield {
            "habit": letter.habit_id, "milestone": letter.milestone, "text": letter.text,
            **_who(letter.writer_id, names), "opened_at": letter.opened_at,
            "thanked_at": letter.thanked_at,
        }  # fmt: skip


def gold_letters_written(person: Person) -> Iterator[Row]:
    """Whether they have opened is the other's day to tell."""
    names = _names(person)
    for letter in each(GoldLetter.objects.filter(writer=person).select_related("habit")):
        yield {
            **_who(letter.habit.owner_id, names), "milestone": letter.milestone, "text": letter.text,
            "written_at": letter.created_at,
        }  # fmt: skip


def visits(person: Person) -> Iterator[Row]:
    for visit in Visit.objects.filter(person=person):
        yield {"last_on": visit.last_on, "back_on": visit.back_on}


def _names(person: Person) -> Mapping[UUID, str]:
    return {row.friend_id: row.friend.name for row in friendships_of(person)}


def _who(person_id: UUID, names: Mapping[UUID, str]) -> Row:
    """Somebody who is no friend any more is nobody in particular."""
    return {"person": person_id if person_id in names else None, "name": names.get(person_id, "")}
