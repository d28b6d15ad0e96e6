"""The words about schedules other code asks with: quota, duty, what is due next, when an edit takes hold."""

from datetime import date, timedelta

from shared.duties import Duty, DutyBook, quota
from shared.history import History
from shared.plans import Frequency, Measure, Plan, Schedule, Version, period

__all__ = [
    "Duty",
    "Frequency",
    "Measure",
    "Plan",
    "Schedule",
    "Version",
    "due_after",
    "duty",
    "is_extra",
    "next_version_day",
    "period",
    "quota",
    "quota_count",
]

# Past the longest "every N days" and the longest quiet stretch between two months' must days.
_HORIZON = timedelta(days=800)


def duty(history: History, day: date) -> Duty:
    """Whether `day` must be kept, may be (a quota with days to spare), or asks nothing."""
    return DutyBook(history).duty(day)


def is_extra(history: History, day: date) -> bool:
    """Whether a check-in on `day` is more than was asked for."""
    return duty(history, day) is Duty.NOT_DUE


def due_after(history: History, day: date) -> date | None:
    """The next due or must day strictly after `day`, as things stand; None while rest has no end."""
    return DutyBook(history).due_after(day, day + _HORIZON)


def quota_count(history: History, day: date) -> tuple[int, int] | None:
    """(done, needed) of the week or month of `day`; None for schedules of fixed days."""
    if not history.plan.in_force(day).is_quota:
        return None
    return DutyBook(history).span_count(day)


def next_version_day(schedule_in_force: Schedule, today: date) -> date:
    """The first day an edit made `today` holds: tomorrow, or for quotas the first day of the next period."""
    return period(schedule_in_force, today)[1] + timedelta(days=1)
