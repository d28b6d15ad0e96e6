"""Strength, streak and weekdays of one habit: folded from its states, for its owner's eyes alone."""

from collections.abc import Sequence

from mobile.presenters import habit_copy
from mobile.presenters.habit_state import Numbers, Weekday
from mobile.presenters.reading import Reading
from shared.languages import say
from shared.states import DayState
from shared.streaks import streak
from shared.strength import strength_curve

_POINTS = 60
"""A curve on a phone shows no more."""
_KEPT = (DayState.DONE, DayState.LATE)
_DECIDED = (*_KEPT, DayState.PARTIAL, DayState.MISSED, DayState.FORGIVEN)
_TELLING = 2
"""Kept days before a weekday is named."""


def numbers_of(reading: Reading) -> Numbers:
    values = [value for _, value in strength_curve(reading.history, reading.fold)]
    run = streak(reading.history, reading.fold)
    return Numbers(
        percent=round(100 * values[-1]) if values else 0,
        streak=run.current,
        best=run.best,
        kept=sum(state in _KEPT for state in reading.fold.states.values()),
        curve=_thinned(values) if reading.fold.day_number and len(values) > 1 else (),
    )


def _thinned(values: Sequence[float]) -> tuple[float, ...]:
    """Every value, or as many as a curve shows, the first and the last among them."""
    if len(values) <= _POINTS:
        return tuple(values)
    return tuple(values[round(step * (len(values) - 1) / (_POINTS - 1))] for step in range(_POINTS))


def weekdays_of(reading: Reading) -> tuple[Weekday, ...]:
    """How often each weekday was kept, of the times it was due; empty before anything was decided."""
    kept, due = [0] * 7, [0] * 7
    for day, state in reading.fold.states.items():
        kept[day.weekday()] += state in _KEPT
        due[day.weekday()] += state in _DECIDED
    if not any(due):
        return ()
    return tuple(Weekday(say(habit_copy.LETTERS)[n], kept[n], due[n]) for n in range(7))


def easiest_of(weekdays: Sequence[Weekday]) -> str:
    """The weekday that comes easiest, where one clearly does."""
    if not weekdays:
        return ""
    best = max(weekdays, key=lambda one: one.share)
    others = [one for one in weekdays if one is not best and one.due]
    clearly = others and all(one.share < best.share for one in others) and best.kept >= _TELLING
    return habit_copy.easiest(list(weekdays).index(best)) if clearly else ""
