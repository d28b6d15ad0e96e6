"""Letters as JSON. Words stand in two places only: an opened copy, and what a witness keeps or wrote."""

from typing import Any

from server.habits.models import Miss
from server.habits.printing_days import print_instant
from server.letters.models import BlueLetter, GoldLetter, SealedLetter
from server.letters.selectors.blue_letters import KeepersView, OwnersView
from server.people.printing import brief
from shared.letter_states import OPENABLE, LetterState, burns_at


def print_view(view: OwnersView | KeepersView) -> dict[str, Any]:
    if isinstance(view, KeepersView):
        return {"has": view.has, "keeps": view.keeps, "text": view.text}
    return {"has": view.has, "since": print_instant(view.since), "offered": view.offered, "off": view.off}


def print_standing(habit_id: str, letter: BlueLetter | None) -> dict[str, Any]:
    """Whether a habit has its letter, for own-data sync."""
    has = letter is not None and letter.off_at is None
    since = print_instant(letter.written_at) if letter and has else None
    return {"habit": habit_id, "has": has, "since": since, "off": letter is not None and not has}


def print_sealed(letter: SealedLetter) -> dict[str, Any]:
    """A sealed copy for its owner; the letter comes with its miss."""
    return {
        "miss": str(letter.miss_id),
        "date": letter.miss.date.isoformat(),
        **print_fate(letter, letter.miss),
        "opened_at": print_instant(letter.opened_at),
        "text": letter.text if letter.state == LetterState.OPENED else None,
    }


def print_fate(letter: SealedLetter, miss: Miss) -> dict[str, Any]:
    """What became of it, without a word of it."""
    openable = letter.state in OPENABLE
    return {
        "state": letter.state,
        "reason": letter.reason or None,
        "opens_at": print_instant(miss.opens_at),
        "burns_at": print_instant(burns_at(miss.opens_at, letter.left_closed_at)) if openable else None,
        "before_photo": letter.state == LetterState.OPENED and miss.state in (Miss.State.VOIDED, Miss.State.RETURNED),
    }


def print_gold(letter: GoldLetter) -> dict[str, Any]:
    """An opened gold letter for the habit's owner."""
    return {
        "id": str(letter.id),
        "habit": str(letter.habit_id),
        "writer": brief(letter.writer),
        "milestone": letter.milestone,
        "text": letter.text,
        "opened_at": print_instant(letter.opened_at),
        "thanked": letter.thanked_at is not None,
    }


def print_my_gold(letter: GoldLetter | None) -> dict[str, Any]:
    """What a witness has sealed, for them to read."""
    return {"sealed": {"text": letter.text, "milestone": letter.milestone} if letter else None}
