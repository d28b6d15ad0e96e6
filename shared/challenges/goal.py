"""Goal: a shared amount by a date. No ranking; nobody's great day makes another's small."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shared.challenges.members import Member, Run, Share

TIMES = 3
"""Of a member's own daily target, so many are counted on one date. The rest is theirs all the same."""


@dataclass(frozen=True, slots=True)
class Goal:
    """`total` in the goal's unit; `reached_on`: the first date with whose amounts it is there, if it is."""

    total: Decimal
    reached_on: date | None


def goal(run: Run, members: Sequence[Member], target: Decimal, *, remembered: Decimal = Decimal(0)) -> Goal:
    """Everything logged from the first date to the last, on any weekday, by whoever was a member that day.

    `remembered`: what people gave who have no account any more; it has no dates, and counts from the beginning.
    """
    by_day: dict[date, Decimal] = defaultdict(Decimal)
    for member in members:
        for day in member.shares:
            by_day[day] += given(run, member, day)
    total, reached_on = remembered, run.starts_on if remembered >= target else None
    for day in sorted(by_day):
        total += by_day[day]
        if reached_on is None and total >= target:
            reached_on = day
    return Goal(total, reached_on)


def given(run: Run, member: Member, day: date) -> Decimal:
    """What this member's date adds to the sum."""
    share = member.shares.get(day)
    is_theirs = run.starts_on <= day <= run.ends_on and member.is_counted(day)
    return counted(share) if share is not None and is_theirs else Decimal(0)


def given_by(run: Run, member: Member) -> Decimal:
    """What this member has added on all their days."""
    return sum((given(run, member, day) for day in member.shares), Decimal(0))


def counted(share: Share) -> Decimal:
    """At most three times the day's own target, and never less than nothing."""
    return max(Decimal(0), min(share.amount, TIMES * share.target))
