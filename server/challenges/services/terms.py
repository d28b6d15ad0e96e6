"""What a challenge may ask for, and which habits fit it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from server.challenges.models import Challenge
from server.habits.models import Habit
from server.habits.selectors.audiences import get_own_habit
from server.habits.selectors.histories import load_history
from server.habits.services.habits import Promise, save_habit
from server.people.models import Person
from shared import limits
from shared.challenges.kinds import GROWN_UPS_ONLY, PRIVATE_STAYS_OUT, Kind
from shared.challenges.members import EVERY_DAY, Run
from shared.challenges.templates import ASKS_AT
from shared.codes import Code, Refused
from shared.plans import Frequency, Measure, Schedule

_DAY = timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Terms:
    """What a group agrees on. `goal` and `unit` belong to a goal, `asks_at` to a together; others have none."""

    kind: Kind
    title: str
    icon: str
    starts_on: date
    ends_on: date
    weekdays: frozenset[int] = EVERY_DAY
    unit: str = ""
    goal: Decimal | None = None
    asks_at: int | None = None
    reward: str = ""
    open_to_fork: bool = True

    @property
    def run(self) -> Run:
        return Run(self.starts_on, self.ends_on, self.weekdays)


@dataclass(frozen=True, slots=True)
class Brought:
    """The habit somebody brings: one of theirs, or, under an id nothing has yet, one that is made for it.

    `own_target`: what the made one asks for a day, in a goal's unit.
    """

    habit_id: UUID
    own_target: Decimal | None = None


def check_terms(terms: Terms, *, today: date) -> None:
    """Raises Refused: challenge_dates, invalid. `today`: the creator's own."""
    check_dates(terms.kind, terms.run)
    if not today <= terms.starts_on <= today + limits.CHALLENGE_AHEAD:
        raise Refused(Code.CHALLENGE_DATES)
    is_goal = terms.kind is Kind.GOAL
    is_named = bool(terms.unit.strip()) and terms.unit.isprintable()
    if is_goal != (terms.goal is not None) or (not is_named if is_goal else bool(terms.unit)):
        raise Refused(Code.INVALID, "goal")
    if terms.goal is not None and terms.goal <= 0:
        raise Refused(Code.INVALID, "goal")
    if terms.asks_at is not None and terms.kind is not Kind.TOGETHER:
        raise Refused(Code.INVALID, "asks_at")


def check_dates(kind: Kind, run: Run) -> None:
    """Raises Refused(challenge_dates): reversed, over a year, no day to ask for, no whole weeks of a league."""
    length = (run.ends_on - run.starts_on).days + 1
    if not 1 <= length <= limits.CHALLENGE_DAYS_MAX or not any(run.days()):
        raise Refused(Code.CHALLENGE_DATES)
    if kind is Kind.LEAGUE and (run.starts_on.weekday() or length % _WEEK):
        raise Refused(Code.CHALLENGE_DATES)


def check_age(kind: Kind, person: Person, *, today: date) -> None:
    """Raises Refused(grown_ups_only)."""
    if kind in GROWN_UPS_ONLY and not person.is_adult(today):
        raise Refused(Code.GROWN_UPS_ONLY)


def bring_habit(person: Person, challenge: Challenge, brought: Brought, *, now: datetime) -> Habit:
    """The person's habit for this challenge, made of what it asks for if there is none under the id.

    Raises Refused: not_found, habit_unfit, sensitive_here, and what making a habit refuses.
    """
    if not Habit.objects.filter(id=brought.habit_id).exists():
        promise = _promise(challenge, brought.own_target)
        habit, _ = save_habit(owner=person, habit_id=brought.habit_id, promise=promise, now=now)
        return habit
    habit = get_own_habit(person, brought.habit_id)
    _check_fit(challenge, habit, now)
    return habit


def _promise(challenge: Challenge, own_target: Decimal | None) -> Promise:
    weekdays = frozenset(challenge.weekdays)
    rhythm = Frequency.DAILY if weekdays == EVERY_DAY else Frequency.WEEKDAYS
    schedule = Schedule(rhythm, weekdays=weekdays)
    if challenge.kind == Kind.GOAL:
        if own_target is None:
            raise Refused(Code.INVALID, "own_target")
        schedule = Schedule(
            rhythm, weekdays=weekdays, measure=Measure.AT_LEAST, target=own_target, unit=challenge.unit
        )  # fmt: skip
    reminders = () if challenge.asks_at is None else (challenge.asks_at,)
    return Promise(title=challenge.title, icon=challenge.icon, schedule=schedule, reminders=reminders)


def _check_fit(challenge: Challenge, habit: Habit, now: datetime) -> None:
    """Staying below something is kept by silence: there is nothing to show together."""
    if habit.sensitive and challenge.kind in PRIVATE_STAYS_OUT:
        raise Refused(Code.SENSITIVE_HERE)
    schedule = load_history(habit, now=now).plan.versions[-1].schedule
    if schedule.measure is Measure.AT_MOST:
        raise Refused(Code.HABIT_UNFIT)
    if challenge.kind == Kind.GOAL and (schedule.measure, schedule.unit) != (Measure.AT_LEAST, challenge.unit):
        raise Refused(Code.HABIT_UNFIT)


def with_defaults(terms: Terms) -> Terms:
    """A together that says no time asks in the evening."""
    if terms.kind is Kind.TOGETHER and terms.asks_at is None:
        return Terms(**{name: getattr(terms, name) for name in terms.__slots__} | {"asks_at": ASKS_AT})
    return terms
