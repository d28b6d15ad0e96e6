"""Which days ask something of the person: worked out once for a whole history."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from shared.days import is_skipped
from shared.history import History, Mark
from shared.plans import Frequency, Measure, Plan, Schedule, period

_DAY = timedelta(days=1)


class Duty(StrEnum):
    MUST = "must"
    OPTIONAL = "optional"
    NOT_DUE = "not_due"


def quota(plan: Plan, day: date, rest_days: Collection[date]) -> int:
    """How many check-ins the period of `day` needs once its rest days (and days outside the habit) are taken off."""
    schedule = plan.in_force(day)
    if not schedule.is_quota:
        return 0
    first, last = plan.span(day)
    free = sum(first <= rest <= last for rest in frozenset(rest_days))
    available = (last - first).days + 1 - free
    return _share(schedule, day, available)


class DutyBook:
    """Answers about single days of one history; periods are worked out when first asked for, then kept."""

    def __init__(self, history: History) -> None:
        self.plan = history.plan
        self.marks: dict[date, Mark] = {mark.day: mark for mark in history.marks}
        self._history = history
        self._skipped: dict[date, bool] = {}
        self._quota_duties: dict[date, Duty] = {}

    def duty(self, day: date) -> Duty:
        """Whether `day` must be kept, may be, or asks nothing. Looks only at marks of earlier days."""
        schedule = self.plan.in_force(day)
        if day < self.plan.starts_on or self.is_free(day):
            return Duty.NOT_DUE
        if not schedule.is_quota:
            return Duty.MUST if self._is_due(day) else Duty.NOT_DUE
        if day not in self._quota_duties:
            self._work_out_period(day)
        return self._quota_duties[day]

    def due_after(self, day: date, until: date) -> date | None:
        """The first day after `day`, up to `until`, that must be kept."""
        day = max(day + _DAY, self.plan.starts_on)
        while day <= until:
            if self.duty(day) is Duty.MUST:
                return day
            day += _DAY
        return None

    def is_rest(self, day: date) -> bool:
        return any(rest.covers(day) for rest in self._history.rests)

    def is_free(self, day: date) -> bool:
        """Whether rest or travel takes the day out of every count."""
        return self.is_rest(day) or self._is_skipped(day)

    def meets_target(self, mark: Mark) -> bool:
        """Whether the mark does what the schedule of its day asks for."""
        schedule = self.plan.in_force(mark.day)
        amount, target = mark.amount or 0, schedule.target or 0
        if schedule.measure is Measure.AT_LEAST:
            return amount >= target
        return schedule.measure is not Measure.AT_MOST or amount <= target

    def span_count(self, day: date) -> tuple[int, int]:
        """(kept, needed) of the period of `day`."""
        days = self._span(day)
        resting = [other for other in days if self.is_rest(other)]
        return sum(self._counts(other) for other in days), quota(self.plan, day, resting)

    def _is_skipped(self, day: date) -> bool:
        if day not in self._skipped:
            self._skipped[day] = is_skipped(self._history.clock, day)
        return self._skipped[day]

    def _is_due(self, day: date) -> bool:
        schedule = self.plan.in_force(day)
        if schedule.frequency is Frequency.WEEKDAYS:
            return day.weekday() in schedule.weekdays
        if schedule.frequency is Frequency.EVERY_N:
            return (day - self.plan.starts_on).days % schedule.every == 0
        return True

    def _work_out_period(self, day: date) -> None:
        days, schedule = self._span(day), self.plan.in_force(day)
        resting = self._rest_known_from(days)
        kept, given_up = 0, False
        for index, other in enumerate(days):
            known = [rest for rest, since in resting.items() if since <= other]
            needed = _share(schedule, day, len(days) - len(known)) - kept
            left = len(days) - index - sum(rest >= other for rest in known)
            must = needed > 0 and needed >= left and not given_up and not self.is_free(other)
            self._quota_duties[other] = Duty.MUST if must else Duty.OPTIONAL
            # Missed once, the period asks for nothing more.
            given_up = given_up or (must and other not in self.marks)
            kept += self._counts(other)

    def _rest_known_from(self, days: list[date]) -> dict[date, date]:
        """The rest days among `days`, each with the first day on which the person had said so."""
        known: dict[date, date] = {}
        for rest in self._history.rests:
            since = rest.set_on or date.min
            known |= {day: min(since, known.get(day, since)) for day in days if rest.covers(day)}
        return known

    def _span(self, day: date) -> list[date]:
        first, last = self.plan.span(day)
        return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]

    def _counts(self, day: date) -> bool:
        return day in self.marks and self.meets_target(self.marks[day])


def _share(schedule: Schedule, day: date, available: int) -> int:
    first, last = period(schedule, day)
    length = (last - first).days + 1
    return min(available, -(-schedule.times * available // length))
