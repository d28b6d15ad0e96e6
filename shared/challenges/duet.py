"""Duet: two people, the same thing each day, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.challenges.members import Member, Run, who_is_in

PAIR = 2


@dataclass(frozen=True, slots=True)
class Duet:
    """Dates on which both were there, in their order, and dates on which one was. No date is ever lost again."""

    side_by_side: tuple[date, ...]
    one_half: tuple[date, ...]


def duet(run: Run, members: Sequence[Member]) -> Duet:
    """Counted over the dates the duet asks for. A pair is any two: if one leaves and another comes, the days go on."""
    there = {day: len(who_is_in(members, day)) for day in run.days()}
    return Duet(
        side_by_side=tuple(day for day, count in there.items() if count >= PAIR),
        one_half=tuple(day for day, count in there.items() if count == 1),
    )
