"""What the page shows on which a promise is changed."""

from dataclasses import dataclass
from enum import StrEnum


class Rhythm(StrEnum):
    DAYS = "days"
    """On certain days of the week."""
    TIMES = "times"
    """So many times a week, on any days."""
    AS_IT_IS = "as_it_is"
    """Something this page cannot say: every third day, twice a month."""


@dataclass(frozen=True, slots=True)
class Choice:
    value: int
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ChangeState:
    habit_id: str = ""
    title: str = ""
    icon: str = "star"
    rhythms: tuple[Rhythm, ...] = ()
    """Those to choose from."""
    rhythm: Rhythm = Rhythm.DAYS
    as_it_is: str = ""
    weekdays: tuple[Choice, ...] = ()
    """Monday is 0."""
    times: tuple[Choice, ...] = ()
    holds_from: str = ""
    """Said once the days were changed."""
    reminders: tuple[Choice, ...] = ()
    """Minutes after midnight."""
    rings: str = ""
    """What this phone can't promise about them, in words."""
    discreet: bool = False
    can_save: bool = False
    problem: str = ""
    done: bool = False
    """Saved: there is nothing to stay for."""
    gone: bool = False
    """Put away, here or on another phone."""
