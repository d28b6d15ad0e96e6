"""Easier schedules than the one a habit has."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_UP, Decimal

from shared.languages import message, say
from shared.plans import Frequency, Measure, Schedule
from shared.sentences import amount

_WEEK = 7
_FEWER = (5, 3, 2, 1)
_NAMES = {5: message("5 a week"), 3: message("3 a week"), 2: message("2 a week"), 1: message("Once a week")}


def lighter(schedule: Schedule) -> dict[str, tuple[str, Schedule]]:
    """Label and schedule by key, the hardest first. None where nothing easier can be said."""
    return dict(_amounts(schedule)) if schedule.measure is Measure.AT_MOST else dict(_fewer(schedule))


def _fewer(schedule: Schedule) -> Iterator[tuple[str, tuple[str, Schedule]]]:
    for times in _FEWER:
        if times < _days_a_week(schedule):
            easier = replace(schedule, frequency=Frequency.PER_WEEK, times=times, weekdays=frozenset(), every=1)
            yield f"week_{times}", (say(_NAMES[times]), easier)


def _amounts(schedule: Schedule) -> Iterator[tuple[str, tuple[str, Schedule]]]:
    """Of something to stay below, half as much more. Where nothing was allowed, easier is another promise."""
    target = schedule.target or Decimal(0)
    if target:
        more = (target * Decimal("1.5")).quantize(Decimal(1), ROUND_UP)
        yield "more", (say("Up to {amount}", amount=amount(more, schedule.unit)), replace(schedule, target=more))


def _days_a_week(schedule: Schedule) -> float:
    match schedule.frequency:
        case Frequency.DAILY:
            return _WEEK
        case Frequency.WEEKDAYS:
            return len(schedule.weekdays)
        case Frequency.PER_WEEK:
            return schedule.times
        case Frequency.EVERY_N:
            return _WEEK / schedule.every
    return schedule.times * _WEEK / 31
