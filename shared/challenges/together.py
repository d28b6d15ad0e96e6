"""Together: everybody is asked in the same window of their own day, and sees the others once they have shown up.

The window is wall time: it begins at the same minute of everybody's own day and lasts two hours. Nobody is asked at
night because somebody else's sun is up.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from shared.challenges.members import Member, Run, who_is_in

WINDOW = 120
"""Minutes."""
_A_DAY = 24 * 60
PARTS = ((5 * 60, "morning"), (12 * 60, "afternoon"), (18 * 60, "evening"))
"""As everywhere in Kith: from which minute each begins; the night belongs to the evening."""


@dataclass(frozen=True, slots=True)
class Together:
    """How many were there on each date it asks for. A number is no judgement: it says nothing about who was not."""

    there: tuple[tuple[date, int], ...]
    days: int
    """Dates on which at least one was."""


def together(run: Run, members: Sequence[Member]) -> Together:
    there = tuple((day, len(who_is_in(members, day))) for day in run.days())
    return Together(there, sum(count > 0 for _, count in there))


def is_open(day: date, *, own_today: date, own_posts: Collection[date]) -> bool:
    """Whether somebody may look at the others' `day`: they posted it too, or it is over on their own wall.

    Until then it is blurred, dates that have only begun further east included.
    """
    return day in own_posts or day < own_today


def part_of_day(minute: int, asks_at: int) -> str:
    """What is said about a check-in made at this minute of its member's wall clock: nothing within the window.

    Outside it, the part of the day; never a clock time.
    """
    return "" if (minute - asks_at) % _A_DAY < WINDOW else part_of(minute)


def part_of(minute: int) -> str:
    """Which part of the day a minute of it belongs to."""
    return next((name for begins, name in reversed(PARTS) if minute >= begins), "evening")
