"""What a person promises and when: schedules, their versions over time, and periods."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from shared import limits
from shared.codes import Code, Refused
from shared.seasons import Season, is_gentle

_DAY = timedelta(days=1)


class Frequency(StrEnum):
    DAILY = "daily"
    WEEKDAYS = "weekdays"
    PER_WEEK = "per_week"
    PER_MONTH = "per_month"
    EVERY_N = "every_n_days"


class Measure(StrEnum):
    TICK = "tick"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Schedule:
    """One rhythm. Fields of other frequencies and measures are ignored. Raises Refused(invalid_schedule)."""

    frequency: Frequency
    weekdays: frozenset[int] = frozenset()  # Monday is 0
    times: int = 1
    every: int = 1
    measure: Measure = Measure.TICK
    target: Decimal | None = None
    unit: str = ""

    def __post_init__(self) -> None:
        if not (_has_rhythm(self) and _has_measure(self)):
            raise Refused(Code.INVALID_SCHEDULE)

    @property
    def is_quota(self) -> bool:
        """Whether a number per period is promised rather than certain days."""
        return self.frequency in (Frequency.PER_WEEK, Frequency.PER_MONTH)

    def to_json(self) -> dict[str, object]:
        """The wire form: only the fields this schedule uses."""
        data: dict[str, object] = {"frequency": self.frequency.value, "measure": self.measure.value}
        if self.frequency is Frequency.WEEKDAYS:
            data["weekdays"] = sorted(self.weekdays)
        if self.is_quota:
            data["times"] = self.times
        if self.frequency is Frequency.EVERY_N:
            data["every"] = self.every
        if self.measure is not Measure.TICK:
            data |= {"target": str(self.target), "unit": self.unit}
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> "Schedule":
        """Reads the wire form; raises Refused(invalid_schedule) for anything it doesn't understand."""
        try:
            frequency = Frequency(_text(data, "frequency"))
            measure = Measure(_text(data, "measure", Measure.TICK))
            return cls(
                frequency=frequency,
                weekdays=_weekdays(data) if frequency is Frequency.WEEKDAYS else frozenset(),
                times=_number(data, "times"),
                every=_number(data, "every"),
                measure=measure,
                target=_amount(data) if measure is not Measure.TICK else None,
                unit=_text(data, "unit", "") if measure is not Measure.TICK else "",
            )
        except (AttributeError, InvalidOperation, TypeError, ValueError) as error:
            raise Refused(Code.INVALID_SCHEDULE) from error


@dataclass(frozen=True, slots=True)
class Version:
    """A schedule as edited, in force from `valid_from` until the next version's."""

    valid_from: date
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole promise of one habit. Versions are sorted; the first also holds for earlier days.

    Without `seasons` (in their order), only the first `gentle_days` are gentle.
    """

    starts_on: date
    versions: tuple[Version, ...]
    gentle_days: int = limits.GENTLE_DAYS
    seasons: tuple[Season, ...] = ()

    def in_force(self, day: date) -> Schedule:
        return self.versions[self._index(day)].schedule

    def span(self, day: date) -> tuple[date, date]:
        """First and last day of the period of `day` that belong to this habit and to the version in force."""
        index = self._index(day)
        first, last = period(self.versions[index].schedule, day)
        first = max(first, self.starts_on) if day >= self.starts_on else first
        if index:
            first = max(first, self.versions[index].valid_from)
        if index + 1 < len(self.versions):
            last = min(last, self.versions[index + 1].valid_from - _DAY)
        return first, last

    def is_gentle(self, day: date) -> bool:
        if self.seasons:
            return is_gentle(self.seasons, day)
        return day < self.starts_on + timedelta(days=self.gentle_days)

    def _index(self, day: date) -> int:
        later = (index for index, version in enumerate(self.versions) if version.valid_from > day)
        return max(0, next(later, len(self.versions)) - 1)


def period(schedule: Schedule, day: date) -> tuple[date, date]:
    """First and last day of the Monday week or calendar month of `day`; for fixed days, the day itself."""
    if schedule.frequency is Frequency.PER_WEEK:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if schedule.frequency is Frequency.PER_MONTH:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day, day


def _has_rhythm(schedule: Schedule) -> bool:
    match schedule.frequency:
        case Frequency.WEEKDAYS:
            return bool(schedule.weekdays) and schedule.weekdays <= frozenset(range(7))
        case Frequency.PER_WEEK:
            return 1 <= schedule.times <= limits.TIMES_PER_WEEK_MAX
        case Frequency.PER_MONTH:
            return 1 <= schedule.times <= limits.TIMES_PER_MONTH_MAX
        case Frequency.EVERY_N:
            return 1 <= schedule.every <= limits.EVERY_MAX
    return True


def _has_measure(schedule: Schedule) -> bool:
    if schedule.measure is Measure.TICK:
        return True
    target = schedule.target
    if target is None or not target.is_finite() or not 0 <= target <= limits.AMOUNT_MAX:
        return False
    if len(schedule.unit) > limits.UNIT_MAX:
        return False
    # Staying below something is kept by doing nothing, so "three times a week" says nothing about it.
    return target > 0 if schedule.measure is Measure.AT_LEAST else not schedule.is_quota


def _text(data: Mapping[str, object], key: str, default: str | None = None) -> str:
    value = data.get(key, default)
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _number(data: Mapping[str, object], key: str) -> int:
    value = data.get(key, 1)
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(key)
    return value


def _weekdays(data: Mapping[str, object]) -> frozenset[int]:
    value = data.get("weekdays")
    if not isinstance(value, list) or not all(type(day) is int for day in value):
        raise TypeError("weekdays")
    return frozenset(value)


def _amount(data: Mapping[str, object]) -> Decimal:
    value = data.get("target")
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise TypeError("target")
    amount = Decimal(str(value))
    if amount.is_finite() and amount != round(amount, limits.AMOUNT_PLACES):
        raise ValueError("target")
    return amount
