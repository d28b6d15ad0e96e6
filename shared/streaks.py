"""Day states -> the streak: consecutive kept days, or kept weeks and months for quotas."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shared.duties import Duty, DutyBook
from shared.history import History
from shared.states import DayState, Fold

_KEPT = (DayState.DONE, DayState.LATE)


@dataclass(frozen=True, slots=True)
class Streak:
    current: int
    best: int


def streak(history: History, fold: Fold) -> Streak:
    """The streak now and the longest ever. Private to the owner."""
    current = best = 0
    for step in _steps(DutyBook(history), fold):
        current = 0 if step is None else current + step
        best = max(best, current)
    return Streak(current, best)


def _steps(book: DutyBook, fold: Fold) -> Iterator[int | None]:
    """For every fixed day and every quota period in order: 1 kept, 0 held, None broken."""
    through: date | None = None
    for day, state in fold.states.items():
        if day < book.plan.starts_on or (through is not None and day <= through):
            continue
        if book.plan.in_force(day).is_quota:
            through = book.plan.span(day)[1]
            yield _period_step(book, fold, day, through)
        else:
            yield _day_step(book, day, state)


def _day_step(book: DutyBook, day: date, state: DayState) -> int | None:
    if state is DayState.MISSED:
        return None
    return int(state in _KEPT and book.duty(day) is Duty.MUST)


def _period_step(book: DutyBook, fold: Fold, first: date, last: date) -> int | None:
    kept, needed = book.span_count(first)
    if kept >= needed:
        return int(needed > 0)
    missed = any(first <= miss.day <= last and not miss.forgiven for miss in fold.misses)
    return None if missed else 0
