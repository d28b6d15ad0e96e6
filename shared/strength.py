"""Day states -> strength, by the formula of Loop Habit Tracker."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from shared.history import History
from shared.plans import Frequency, Measure, Schedule
from shared.states import DayState, Fold

_KEPT = (DayState.DONE, DayState.LATE)
# Nothing is decided on these yet, so they neither raise nor lower anything; rest is Loop's SKIP.
_HELD = (DayState.OPEN, DayState.GRACE, DayState.REST)


def strength(history: History, fold: Fold) -> float:
    """Between 0 and 1, as of the last decided day."""
    values = [value for _, value in strength_curve(history, fold)]
    return values[-1] if values else _at_start(history)


def strength_curve(history: History, fold: Fold) -> list[tuple[date, float]]:
    """The strength at the end of every day of the fold, oldest first."""
    return list(_walk(history, fold))


@dataclass(frozen=True, slots=True)
class _Rate:
    """`times` in `days`, as Loop counts a frequency."""

    times: int
    days: int

    @property
    def keep(self) -> float:
        """How much of yesterday's strength is left today."""
        return float(0.5 ** ((self.times / self.days) ** 0.5 / 13))


def _walk(history: History, fold: Fold) -> Iterator[tuple[date, float]]:
    days = list(fold.states)
    amounts = {mark.day: mark.amount or Decimal(0) for mark in history.marks}
    dones = [0, *accumulate(int(fold.states[day] in _KEPT) for day in days)]
    totals = [Decimal(0), *accumulate(amounts.get(day, Decimal(0)) for day in days)]
    value = _at_start(history)
    for index, day in enumerate(days):
        if fold.states[day] not in _HELD:
            schedule = history.plan.in_force(day)
            rate = _rate(schedule)
            if schedule.measure is Measure.TICK:
                today = _share_done(rate, dones, index)
            else:
                today = _share_amount(rate, schedule, totals, index)
            value = value * rate.keep + today * (1 - rate.keep)
        yield day, value


def _at_start(history: History) -> float:
    return 1.0 if history.plan.versions[0].schedule.measure is Measure.AT_MOST else 0.0


def _rate(schedule: Schedule) -> _Rate:
    match schedule.frequency:
        case Frequency.WEEKDAYS:
            rate = _Rate(len(schedule.weekdays), 7)
        case Frequency.PER_WEEK:
            rate = _Rate(schedule.times, 7)
        case Frequency.PER_MONTH:
            rate = _Rate(min(schedule.times, 30), 30)
        case Frequency.EVERY_N:
            rate = _Rate(1, schedule.every)
        case _:
            rate = _Rate(1, 1)
    return _Rate(1, 1) if rate.times == rate.days else rate


def _share_done(rate: _Rate, dones: list[int], index: int) -> float:
    # Loop looks at twice the window of anything rarer than daily, to smooth irregular weeks.
    smooth = 1 if rate.times == rate.days else 2
    done = dones[index + 1] - dones[max(0, index + 1 - smooth * rate.days)]
    return min(1.0, done / (smooth * rate.times))


def _share_amount(rate: _Rate, schedule: Schedule, totals: list[Decimal], index: int) -> float:
    # Our targets are per due day, Loop's per window: with one time a window the two are the same.
    target = (schedule.target or Decimal(0)) * rate.times
    total = totals[index + 1] - totals[max(0, index + 1 - rate.days)]
    if schedule.measure is Measure.AT_LEAST:
        return float(min(Decimal(1), total / target))
    if target == 0:
        return 0.0 if total else 1.0
    return float(min(Decimal(1), max(Decimal(0), 1 - (total - target) / target)))
