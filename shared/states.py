"""The fold: marks, rests and the clock -> the state of every day, and the misses."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from shared import limits
from shared.days import closes_at, habit_day
from shared.duties import Duty, DutyBook
from shared.history import History, Mark, RestSpan
from shared.letters import grace_end, opens_at_of
from shared.plans import Measure

__all__ = ["DayState", "Fold", "History", "Mark", "MissFold", "MissStatus", "RestSpan", "fold"]

_DAY = timedelta(days=1)
# No zone and no day_start keep a day in grace longer than this many dates after it.
_SURELY_OVER = 4 * _DAY


class DayState(StrEnum):
    OPEN = "open"
    GRACE = "grace"
    DONE = "done"
    LATE = "late"
    PARTIAL = "partial"
    REST = "rest"
    FORGIVEN = "forgiven"
    MISSED = "missed"
    NOT_DUE = "not_due"


class MissStatus(StrEnum):
    OPEN = "open"
    RETURNED = "returned"
    PASSED = "passed"  # opens_at went by without a comeback


@dataclass(frozen=True, slots=True)
class MissFold:
    """One miss. `closed_at` is the end of grace; `returned_on` the habit day of the first check-in after it, if any,
    in time for a comeback or not; `forgiven` whether a pass turned the day."""

    day: date
    closed_at: datetime
    opens_at: datetime
    status: MissStatus
    returned_on: date | None = None
    forgiven: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """States from the first day (start or first mark) to today or the last mark; misses by date."""

    states: dict[date, DayState]
    misses: tuple[MissFold, ...]
    day_number: int


def fold(history: History, now: datetime) -> Fold:
    """Everything the rules say about this habit at `now`. Pure: the same for marks and rests in any order."""
    book = DutyBook(history)
    phases = _Phases(history, now)
    states = {day: _state(book, phases, day) for day in _days(book, phases.today)}
    missed = [day for day, state in states.items() if state is DayState.MISSED]
    misses = tuple(_with_passes(_misses(book, history, missed, now)))
    states |= {miss.day: DayState.FORGIVEN for miss in misses if miss.forgiven}
    return Fold(states, misses, len(book.marks))


class _Phases:
    """Whether a day is still open, in grace, or over."""

    def __init__(self, history: History, now: datetime) -> None:
        self.today = habit_day(history.clock, now)
        self._history = history
        self._now = now

    def is_open(self, day: date) -> bool:
        return not self._is_long_over(day) and self._now < closes_at(self._history.clock, day)

    def is_over(self, day: date) -> bool:
        judged = self._history.judged_through
        if judged is not None:
            return day <= judged
        return self._is_long_over(day) or self._now >= grace_end(self._history, day)

    def _is_long_over(self, day: date) -> bool:
        # Years of old days need no zone arithmetic; only an outage can hold one of them up.
        return day <= self.today - _SURELY_OVER and day not in self._history.grace_moved


def _days(book: DutyBook, today: date) -> Iterator[date]:
    day = min([book.plan.starts_on, *book.marks])
    last = max([today, *book.marks])
    while day <= last:
        yield day
        day += _DAY


def _state(book: DutyBook, phases: _Phases, day: date) -> DayState:
    mark, duty = book.marks.get(day), book.duty(day)
    if duty is Duty.MUST and book.plan.in_force(day).measure is Measure.AT_MOST:
        return _at_most_state(book, phases, day, mark)
    if mark is not None:
        return _marked_state(book, phases, mark)
    if book.is_rest(day):
        return DayState.REST
    if duty is Duty.NOT_DUE:
        return DayState.NOT_DUE
    if duty is Duty.OPTIONAL:
        return DayState.OPEN if phases.is_open(day) else DayState.NOT_DUE
    return _undecided(phases, day) or _unkept(book, day)


def _at_most_state(book: DutyBook, phases: _Phases, day: date, mark: Mark | None) -> DayState:
    """Silence keeps the day; nothing is decided before grace has ended."""
    undecided = _undecided(phases, day)
    if undecided is not None:
        return undecided
    if mark is None:
        return DayState.DONE
    if not book.meets_target(mark):
        return _unkept(book, day)
    return DayState.LATE if mark.late else DayState.DONE


def _marked_state(book: DutyBook, phases: _Phases, mark: Mark) -> DayState:
    if book.meets_target(mark):
        return DayState.LATE if mark.late else DayState.DONE
    return DayState.OPEN if phases.is_open(mark.day) else DayState.PARTIAL


def _undecided(phases: _Phases, day: date) -> DayState | None:
    if phases.is_over(day):
        return None
    return DayState.OPEN if phases.is_open(day) else DayState.GRACE


def _unkept(book: DutyBook, day: date) -> DayState:
    return DayState.FORGIVEN if book.plan.is_gentle(day) else DayState.MISSED


def _misses(book: DutyBook, history: History, days: list[date], now: datetime) -> Iterator[MissFold]:
    marks = sorted(book.marks.values(), key=lambda mark: (mark.captured_at, mark.day))
    captures = [mark.captured_at for mark in marks]
    for day in days:
        after = bisect_left(captures, closes_at(history.clock, day))
        # A log over an at-most target is the miss itself, however late it was written down.
        back = next((mark for mark in marks[after:] if mark.day != day), None)
        opens_at = opens_at_of(book, history, day)
        yield MissFold(
            day=day,
            closed_at=grace_end(history, day),
            opens_at=opens_at,
            status=_status(back, opens_at, now),
            returned_on=back.day if back else None,
        )


def _status(back: Mark | None, opens_at: datetime, now: datetime) -> MissStatus:
    if back is not None and back.captured_at < opens_at:
        return MissStatus.RETURNED
    return MissStatus.PASSED if now >= opens_at else MissStatus.OPEN


def _with_passes(misses: Iterator[MissFold]) -> Iterator[MissFold]:
    """Forgives the first returned misses of each calendar month, by the date missed."""
    used: Counter[tuple[int, int]] = Counter()
    for miss in misses:
        month = (miss.day.year, miss.day.month)
        forgiven = miss.status is MissStatus.RETURNED and used[month] < limits.PASSES_PER_MONTH
        used[month] += forgiven
        yield replace(miss, forgiven=forgiven)
