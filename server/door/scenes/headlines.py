"""The headline of Today, by the table of words, condition by condition. A test holds it equal to the phone's."""

from dataclasses import dataclass

from server.door.scenes.faces import by_closeness, saw_miss
from server.feed.selectors.today import Today
from server.letters.models import SealedLetter
from shared import limits
from shared import sentences as words
from shared.languages import say
from shared.letter_states import Burn
from shared.moods import Mood
from shared.plans import Frequency, Measure, Schedule
from shared.schedule import Duty, due_after


@dataclass(frozen=True, slots=True)
class Headline:
    big: str
    accent: str = ""
    small: str = ""


def headline_of(today: Today) -> Headline:
    number = words.day_label(today.day_number)
    if today.came_back:
        burnt = _burnt_by_comeback(today)
        return Headline(say(words.CAME_BACK), small=say(words.LETTER_GONE) if burnt else f"{number} {say(words.IS_IN)}")
    if today.done:
        return Headline(number, say(words.IS_IN), say(words.NOTHING_LEFT))
    if today.mood is Mood.QUIET:
        return Headline(say(words.RESTING), small=say(words.RESTING_SMALL))
    if is_fresh(today):
        return _about_miss(today)
    return _open(today)


def is_fresh(today: Today) -> bool:
    """Whether the open miss is young enough to be spoken of."""
    return today.miss is not None and today.now - today.miss.miss.closed_at <= limits.COLD_MAX


def schedule_of(today: Today) -> Schedule:
    return today.history.plan.in_force(today.day)


def foot_of(today: Today) -> str:
    """What became of the empty day."""
    if today.came_back:
        return words.forgiven(today.forgiven[-1]) if today.forgiven else ""
    if today.done or not is_fresh(today) or today.miss is None:
        return ""
    acts = today.miss.acts
    let_go = [
        s.person.name for s in by_closeness(today) if s.person_id in acts and acts[s.person_id].answer == "let_go"
    ]
    return words.let_it_go(words.joined(let_go), today.day_number) if let_go else ""


def _about_miss(today: Today) -> Headline:
    if today.spared or today.miss is None:
        return Headline(say(words.ROUGH_WEEK), small=say(words.ROUGH_WEEK_SMALL))
    small = words.saw(saw_miss(today)) or say(words.TODAY_IS_OPEN)
    return Headline(words.stayed_empty(today.miss.miss.date, today.day), small=small)


def _open(today: Today) -> Headline:
    if today.duty == Duty.NOT_DUE:
        due = due_after(today.history, today.day)
        return Headline(say(words.NOTHING_DUE), small=words.next_due(due, today.day) if due else "")
    schedule = schedule_of(today)
    if schedule.measure is not Measure.TICK:
        return _amount(today, schedule)
    if today.quota is None:
        return _waiting(today, say(words.ANY_TIME))
    done, needed = today.quota
    per_week = schedule.frequency is Frequency.PER_WEEK
    if today.duty == Duty.OPTIONAL:
        return Headline(words.quota(done, needed, per_week), small=say(words.ANY_DAY))
    return _waiting(today, words.to_go(needed - done, per_week))


def _waiting(today: Today, small: str) -> Headline:
    friends = by_closeness(today)
    alone = say(words.ALONE_ACCENT) if today.fold.day_number else ""
    accent = words.show(friends[0].person.name) if friends else alone
    return Headline(f"{words.day_label(today.day_number)}.", accent, small)


def _amount(today: Today, schedule: Schedule) -> Headline:
    """How far today's amount has come; an at-most habit waits for nobody and says so."""
    logged, goal = today.check_in.amount if today.check_in else None, words.amount(schedule.target, schedule.unit)
    if schedule.measure is Measure.AT_MOST:
        return Headline(words.so_far(words.amount(logged or "0", ""), goal), small=say(words.KEPT_AT_THE_END))
    if logged is None:
        return _waiting(today, words.goal_any_time(goal))
    return Headline(f"{words.amount(logged, schedule.unit)}.", words.is_the_goal(goal), say(words.ANY_TIME))


def _burnt_by_comeback(today: Today) -> bool:
    burnt = SealedLetter.objects.filter(
        miss__habit=today.habit, miss__returned_on=today.day, reason=Burn.COMEBACK.value
    )
    return burnt.exists()
