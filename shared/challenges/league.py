"""League: a week at a time, fresh on Monday. You see yourself and the leader, and nobody else.

Everybody has 70 points on Monday and loses ten with each date the league asks for that stayed empty. What a member
promised elsewhere, and whether they rested, plays no part: ten points gone say an empty day, and nothing about it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from shared.challenges.members import Member, Run

ON_MONDAY = 70
A_DAY = 10
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Standing:
    """One week as one member sees it. `mine`: None in a week before their first. `leader`: None while they lead
    themselves, alone or with others; `lead` is whoever's points lead."""

    monday: date
    mine: int | None
    leader: UUID | None
    lead: int | None


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def standing(
    run: Run, members: Sequence[Member], viewer: UUID, monday: date, *, over_through: Mapping[UUID, date]
) -> Standing:  # fmt: skip
    """The week that begins on `monday`. `over_through`: each member's last date whose grace has ended.

    Of several who lead, the one longest here is named.
    """
    playing = [member for member in members if member.is_counted(monday)]
    points = {one.key: _points(run, one, monday, over_through[one.key]) for one in playing}
    if not points:
        return Standing(monday, None, None, None)
    lead, mine = max(points.values()), points.get(viewer)
    ahead = sorted((one for one in playing if points[one.key] == lead), key=_longest_here)
    return Standing(monday, mine, None if mine == lead else ahead[0].key, lead)


def _points(run: Run, member: Member, monday: date, over_through: date) -> int:
    week = [monday + timedelta(days=offset) for offset in range(_WEEK)]
    empty = [day for day in week if run.asks(day) and day <= over_through and not member.is_in(day)]
    return ON_MONDAY - A_DAY * len(empty)


def _longest_here(member: Member) -> tuple[date, UUID]:
    return min(span.first for span in member.spans), member.key
