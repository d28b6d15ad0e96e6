"""Seasons: a promise runs thirty habit days at a time, whatever happens on them. Day numbers and history run on.

A season is over when its last date is. Then its owner is asked: again, lighter, or done? While the question waits
nothing is missed; a renewal begins the next season, and a season nobody renews lapses.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from shared import limits

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Season:
    """One season of a habit, all in habit days. A `gentle_through` before `first`: it has no gentle days.

    `closed_on`: the day on which its owner said "done", or the last one on which they were asked. None: it runs, it
    waits for an answer, or it was renewed.
    """

    number: int
    first: date
    gentle_through: date
    closed_on: date | None = None

    @property
    def last(self) -> date:
        return self.first + (limits.SEASON_DAYS - 1) * _DAY

    def to_json(self) -> dict[str, object]:
        """The wire form."""
        closed = self.closed_on.isoformat() if self.closed_on else None
        first, gentle_through = self.first.isoformat(), self.gentle_through.isoformat()
        return {"number": self.number, "first": first, "gentle_through": gentle_through, "closed_on": closed}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Season":
        """Reads what `to_json` wrote."""
        first, gentle_through = (date.fromisoformat(data[name]) for name in ("first", "gentle_through"))
        closed = date.fromisoformat(data["closed_on"]) if data["closed_on"] else None
        return cls(data["number"], first, gentle_through, closed)

    def day_of(self, day: date) -> int:
        """Which of its thirty days this is, from 1."""
        return (day - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Standing:
    """How a habit stands to its seasons on a day. `season`: the latest begun; None before the first day.

    `runs`: the day is one of its thirty. `asks`: they are over, and nobody has answered. Neither: it goes on alone.
    """

    season: Season | None
    runs: bool = False
    asks: bool = False


def begin(number: int, first: date) -> Season:
    """A season as it begins, its gentle days ahead."""
    return Season(number, first, first + (limits.GENTLE_DAYS - 1) * _DAY)


def standing(seasons: Sequence[Season], day: date) -> Standing:
    """Seasons are given in their order."""
    begun = [season for season in seasons if season.first <= day]
    if not begun:
        return Standing(None)
    season = begun[-1]
    if day <= season.last:
        return Standing(season, runs=True)
    return Standing(season, asks=season.closed_on is None)


def is_gentle(seasons: Sequence[Season], day: date) -> bool:
    """Whether a due day left empty is forgiven: a gentle day of its season, or one on which the question waited."""
    stands = standing(seasons, day)
    season = stands.season
    if season is None:
        return True
    if stands.runs:
        return day <= season.gentle_through
    return season.closed_on is None or day <= season.closed_on


def without_gentle_days(season: Season, today: date) -> Season:
    """From tomorrow on this season is in earnest; before it began, all of it is."""
    return replace(season, gentle_through=min(season.gentle_through, max(today, season.first - _DAY)))


def lapses_after(season: Season, is_rest: Callable[[date], bool], until: date) -> date | None:
    """The last day on which the question is asked: the seventh after the season that is not rested.

    None where that day is not before `until`: who rests is not hurried.
    """
    asked, day = 0, season.last
    while day + _DAY < until:
        day += _DAY
        asked += not is_rest(day)
        if asked == limits.SEASON_ASKED_DAYS:
            return day
    return None
