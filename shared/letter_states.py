"""What becomes of one sealed copy of a blue letter: a pure fold, decided anew whenever anything changed.

What was opened stays opened and what was burnt stays burnt; everything else follows from what is true at `now`.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from shared import limits


class LetterState(StrEnum):
    SEALED = "sealed"
    MAY_OPEN = "may_open"
    CLOSED = "closed"  # the owner left it closed; until it burns they may think otherwise
    OPENED = "opened"
    BURNT = "burnt"


class Burn(StrEnum):
    """Why a letter burnt."""

    COMEBACK = "comeback"
    VOIDED = "voided"  # the day was no miss after all
    RESTED = "rested"
    ENDED = "ended"  # the promise ended, or goes without letters now
    BAD_WEEK = "bad_week"
    UNKEPT = "unkept"  # nobody holds a copy any more
    LET_GO = "let_go"
    ONE_A_WEEK = "one_a_week"
    UNSEEN = "unseen"  # no present witness saw the card and kept their copy
    UNREAD = "unread"


LIVE = (LetterState.SEALED, LetterState.MAY_OPEN, LetterState.CLOSED)
OPENABLE = (LetterState.MAY_OPEN, LetterState.CLOSED)


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of one witness who holds their seat still. `seen` and `present` are as of the end of the window."""

    seen: bool = False
    let_go: bool = False
    present: bool = True

    @property
    def opens(self) -> bool:
        return self.present and self.seen and not self.let_go


@dataclass(frozen=True, slots=True)
class Letter:
    """What has been decided so far. `left_closed_at`: the instant the owner chose to leave it closed."""

    state: LetterState = LetterState.SEALED
    reason: Burn | None = None
    left_closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Everything a letter's fate hangs on. `opens_at` ends the window of its miss (instant).

    `missed_together`: habits of this person missed on that date. `unopened_days`: whole habit days without opening
    Kith, up to now but no farther than the window. `openings`: instants at which this person's other letters opened.
    """

    opens_at: datetime
    copies: Collection[Copy] = ()
    came_back: bool = False
    voided: bool = False
    resting: bool = False
    ended: bool = False
    missed_together: int = 1
    unopened_days: int = 0
    openings: Collection[datetime] = ()


def fold_letter(letter: Letter, around: Circumstances, now: datetime) -> Letter:
    """What the letter is at `now`."""
    if letter.state not in LIVE:
        return letter
    reason = _burn(letter, around, now)
    if reason is not None:
        return replace(letter, state=LetterState.BURNT, reason=reason)
    if now < around.opens_at:
        return replace(letter, state=LetterState.SEALED)
    return replace(letter, state=LetterState.CLOSED if letter.left_closed_at else LetterState.MAY_OPEN)


def burns_at(opens_at: datetime, left_closed_at: datetime | None) -> datetime:
    """When a letter that is left unread burns (instant)."""
    return (left_closed_at or opens_at) + limits.LETTER_UNREAD


def is_bad_week(missed_together: int, unopened_days: int) -> bool:
    """Whether this is too much to add a letter or the cold to."""
    return missed_together >= limits.MISSED_TOGETHER or unopened_days >= limits.UNOPENED_DAYS


def switches_off(openings: Collection[datetime], last_check_in: datetime | None) -> bool:
    """Whether the standing letter has been opened so often, with no return since, that it is no help."""
    since = [at for at in openings if last_check_in is None or at > last_check_in]
    return len(since) >= limits.LETTERS_UNANSWERED_MAX


def _burn(letter: Letter, around: Circumstances, now: datetime) -> Burn | None:
    reason = _by_owner(around) or _by_witnesses(around.copies)
    if reason is None and now >= around.opens_at:
        reason = _after_window(letter, around, now)
    return reason


def _by_owner(around: Circumstances) -> Burn | None:
    reasons = {
        Burn.COMEBACK: around.came_back,
        Burn.VOIDED: around.voided,
        Burn.RESTED: around.resting,
        Burn.ENDED: around.ended,
        Burn.BAD_WEEK: is_bad_week(around.missed_together, around.unopened_days),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _by_witnesses(copies: Collection[Copy]) -> Burn | None:
    if not copies:
        return Burn.UNKEPT
    return Burn.LET_GO if all(copy.let_go for copy in copies) else None


def _after_window(letter: Letter, around: Circumstances, now: datetime) -> Burn | None:
    # Whatever opened since seven days before this one could is too near to it, whenever this one would be read.
    if any(at > around.opens_at - limits.LETTERS_APART for at in around.openings):
        return Burn.ONE_A_WEEK
    if not any(copy.opens for copy in around.copies):
        return Burn.UNSEEN
    return Burn.UNREAD if now >= burns_at(around.opens_at, letter.left_closed_at) else None
