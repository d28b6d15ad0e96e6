"""Everything the rules need to know about one habit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from shared import limits
from shared.person_clock import PersonClock
from shared.plans import Plan


@dataclass(frozen=True, slots=True)
class Mark:
    """A check-in that stands (an undone one is not given). `amount` is the day's absolute total."""

    day: date
    captured_at: datetime
    late: bool = False
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RestSpan:
    """Rest from `first` to `last`, both included; without `last`, until further notice.

    `set_on`: the habit day it was set on (see `ids.instant_of`). It keeps rest set on Saturday from making Friday a
    day that had to be kept. None: known all along.
    """

    first: date
    last: date | None = None
    set_on: date | None = None

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class History:
    """One habit's whole past. The order of marks and rests means nothing.

    `judged_through`: the last day the server has judged; None where nobody judges but the clock.
    `grace_moved`: grace ends that an outage moved, by habit day.
    """

    clock: PersonClock
    plan: Plan
    marks: tuple[Mark, ...] = ()
    rests: tuple[RestSpan, ...] = ()
    grace: timedelta = limits.GRACE_DEFAULT
    judged_through: date | None = None
    grace_moved: Mapping[date, datetime] = field(default_factory=dict)
