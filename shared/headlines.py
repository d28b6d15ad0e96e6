"""The words under the faces of Today, by the table of words, condition by condition: one rule for phone and web door.

Whoever asks says what is known of one habit of the owner on one habit day (`Situation`); this says it in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shared import sentences as words
from shared.languages import say
from shared.moods import Mood
from shared.plans import Frequency, Measure, Schedule
from shared.schedule import Duty


@dataclass(frozen=True, slots=True)
class Headline:
    """Two lines of type and one quiet line."""

    big: str
    accent: str = ""
    small: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """One habit on `today`, a habit day of the owner's.

    `number` is the day number today has, or will have once it is posted. `empty_day` is the open miss while it is
    young enough to be spoken of; `saw` names those who saw it. `first_friend` is whom today is shown to; `began`
    whether there is a day 1 to look at. `quota` counts kept and needed, `logged` is today's amount so far.
    """

    number: int
    today: date
    mood: Mood
    duty: Duty
    schedule: Schedule
    done: bool
    came_back: bool
    letter_burnt: bool
    empty_day: date | None
    spared: bool
    saw: Sequence[str]
    first_friend: str | None
    began: bool
    quota: tuple[int, int] | None
    due_next: date | None
    logged: Decimal | str | None


def headline_of(seen: Situation) -> Headline:
    number = words.day_label(seen.number)
    if seen.came_back:
        small = say(words.LETTER_GONE) if seen.letter_burnt else f"{number} {say(words.IS_IN)}"
        return Headline(say(words.CAME_BACK), small=small)
    if seen.done:
        return Headline(number, say(words.IS_IN), say(words.NOTHING_LEFT))
    if seen.mood is Mood.QUIET:
        return Headline(say(words.RESTING), small=say(words.RESTING_SMALL))
    if seen.empty_day is not None:
        return _about_miss(seen, seen.empty_day)
    return _open(seen)


def _about_miss(seen: Situation, empty_day: date) -> Headline:
    if seen.spared:
        return Headline(say(words.ROUGH_WEEK), small=say(words.ROUGH_WEEK_SMALL))
    return Headline(words.stayed_empty(empty_day, seen.today), small=words.saw(seen.saw) or say(words.TODAY_IS_OPEN))


def _open(seen: Situation) -> Headline:
    if seen.duty is Duty.NOT_DUE:
        return Headline(
            say(words.NOTHING_DUE), small=words.next_due(seen.due_next, seen.today) if seen.due_next else ""
        )
    if seen.schedule.measure is not Measure.TICK:
        return _amount(seen)
    if seen.quota is None:
        return _waiting(seen, say(words.ANY_TIME))
    done, needed = seen.quota
    per_week = seen.schedule.frequency is Frequency.PER_WEEK
    if seen.duty is Duty.OPTIONAL:
        return Headline(words.quota(done, needed, per_week), small=say(words.ANY_DAY))
    return _waiting(seen, words.to_go(needed - done, per_week))


def _waiting(seen: Situation, small: str) -> Headline:
    alone = say(words.ALONE_ACCENT) if seen.began else ""
    accent = words.show(seen.first_friend) if seen.first_friend is not None else alone
    return Headline(f"{words.day_label(seen.number)}.", accent, small)


def _amount(seen: Situation) -> Headline:
    """How far today's amount has come; an at-most habit waits for nobody and says so."""
    unit = seen.schedule.unit
    goal = words.amount(seen.schedule.target, unit)
    if seen.schedule.measure is Measure.AT_MOST:
        so_far = words.so_far(words.amount(seen.logged or "0", ""), goal)
        return Headline(so_far, small=say(words.KEPT_AT_THE_END))
    if seen.logged is None:
        return _waiting(seen, words.goal_any_time(goal))
    return Headline(f"{words.amount(seen.logged, unit)}.", words.is_the_goal(goal), say(words.ANY_TIME))
