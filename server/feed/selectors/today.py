"""Today: each habit of the owner with its day, its mood and its crowd, gathered for all habits at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from server.beside.selectors.anchors import Beside, anchors_of
from server.beside.selectors.role_models import Model, models_of, named_beside
from server.comments.models import Comment
from server.comments.selectors import readable_on
from server.feed import neighbours
from server.feed.selectors.misses import OwnMiss, misses_now
from server.feed.selectors.rounds import count_waiting
from server.habits.models import CheckIn, Habit, Seat
from server.habits.selectors.audiences import audience_of, own_habits
from server.habits.selectors.days import standing_check_ins
from server.habits.selectors.histories import load_histories
from server.habits.selectors.photo_places import Ends, first_and_last_photos
from server.people.models import Person
from server.responses.presence import away_witnesses
from server.responses.selectors import DayAct, acts_on
from shared import moods
from shared.days import closes_at, habit_day
from shared.duties import DutyBook
from shared.history import History
from shared.letters import grace_end
from shared.plans import Measure
from shared.schedule import quota_count
from shared.seasons import Standing, standing
from shared.states import DayState, Fold, fold
from shared.streaks import Streak, streak
from shared.strength import strength

_DAY = timedelta(days=1)
_KEPT = (DayState.DONE, DayState.LATE)


@dataclass(frozen=True, slots=True)
class Today:
    """Everything one habit says at `now`. `acts`, by person, and `comments` are about today's check-in.

    Witnesses who are away are in neither seats nor crowd. `waiting_letter` asks to be opened or left closed; a
    `spared` miss is not cold.
    """

    habit: Habit
    now: datetime
    day: date
    history: History
    fold: Fold
    check_in: CheckIn | None
    miss: OwnMiss | None
    waiting_letter: OwnMiss | None
    spared: bool
    seats: Sequence[Seat]
    acts: Mapping[UUID, DayAct]
    comments: Sequence[Comment]
    ends: Ends | None
    named: Person | None
    beside: Beside | None
    models: Sequence[Model]

    @property
    def state(self) -> DayState:
        return self.state_of(self.day)

    def state_of(self, day: date) -> DayState:
        return self.fold.states.get(day, DayState.NOT_DUE)

    @property
    def duty(self) -> str:
        return DutyBook(self.history).duty(self.day).value

    @property
    def done(self) -> bool:
        return self.check_in is not None and self.state in _KEPT

    @property
    def day_number(self) -> int:
        """The number today has, or will have once it is posted."""
        return self.fold.day_number + (self.check_in is None)

    @property
    def resting(self) -> bool:
        return any(span.covers(self.day) for span in self.history.rests)

    @property
    def came_back(self) -> bool:
        return self.done and moods.came_back(self.fold, self.day)

    @property
    def forgiven(self) -> list[date]:
        """Days that today's comeback turned."""
        return [miss.day for miss in self.fold.misses if miss.forgiven and miss.returned_on == self.day]

    @property
    def mood(self) -> moods.Mood:
        return moods.mood(
            resting=self.resting and not self.done,
            done_today=self.done,
            came_back=self.came_back,
            miss_closed_at=self.miss.miss.closed_at if self.miss else None,
            miss_seen=bool(self.miss and self.miss.acts) and not self.spared,
            now=self.now,
        )

    @property
    def grace(self) -> tuple[date, datetime] | None:
        """The day that may still be added late, and until when. An at-most day asks for nothing."""
        for day in (self.day - _DAY, self.day - 2 * _DAY):
            at_most = self.history.plan.in_force(day).measure is Measure.AT_MOST
            if self.state_of(day) is DayState.GRACE and not at_most and self.now < grace_end(self.history, day):
                return day, grace_end(self.history, day)
        return None

    @property
    def closes_at(self) -> datetime:
        return closes_at(self.history.clock, self.day)

    @property
    def quota(self) -> tuple[int, int] | None:
        return quota_count(self.history, self.day)

    @property
    def week(self) -> list[date]:
        return [self.day - back * _DAY for back in range(6, -1, -1)]

    @property
    def season(self) -> Standing:
        return standing(self.history.plan.seasons, self.day)

    @property
    def streak(self) -> Streak:
        return streak(self.history, self.fold)

    @property
    def strength(self) -> float:
        return strength(self.history, self.fold)


@dataclass(frozen=True, slots=True)
class Overview:
    """Today as a whole: `waiting` cards in the rounds, `notices` not read."""

    person: Person
    habits: list[Today]
    waiting: int
    notices: int


def read_today(person: Person, *, now: datetime) -> Overview:
    """The person's habits at `now`, oldest first. The number of queries doesn't depend on habits or friends."""
    habits = list(own_habits(person))
    waiting, notices = count_waiting(person, now=now), neighbours.count_notices(person, now)
    return Overview(person, _todays(person, habits, now), waiting, notices)


def _todays(owner: Person, habits: Sequence[Habit], now: datetime) -> list[Today]:
    ids = [habit.id for habit in habits]
    histories = load_histories(habits, now=now)
    days = {habit_id: habit_day(history.clock, now) for habit_id, history in histories.items()}
    check_ins = _check_ins_of(days)
    posted = [check_in.id for check_in in check_ins.values()]
    acts, said = acts_on(posted), readable_on(posted)
    audiences, ends, named = audience_of(ids), first_and_last_photos(ids), named_beside(ids, now=now)
    misses, away = misses_now(ids, now=now), away_witnesses(ids, at=now)
    anchors, models = anchors_of(list(days.items()), viewer=owner), models_of(ids)
    return [
        Today(
            habit=habit, now=now, day=days[habit.id], history=histories[habit.id], fold=fold(histories[habit.id], now),
            check_in=check_ins.get(habit.id), miss=misses.running.get(habit.id),
            waiting_letter=misses.waiting.get(habit.id), spared=misses.spares(habit.id),
            seats=[seat for seat in audiences.get(habit.id, []) if seat.id not in away],
            acts=acts[check_ins[habit.id].id] if habit.id in check_ins else {},
            comments=said[check_ins[habit.id].id] if habit.id in check_ins else (),
            ends=ends.get(habit.id), named=named.get(habit.id),
            beside=anchors.get((habit.id, days[habit.id])), models=models.get(habit.id, ()),
        )
        for habit in habits
    ]  # fmt: skip


def _check_ins_of(days: Mapping[UUID, date]) -> dict[UUID, CheckIn]:
    """Each habit's check-in of its own present day."""
    near = standing_check_ins().filter(habit__in=list(days), date__in=set(days.values()))
    return {check_in.habit_id: check_in for check_in in near if check_in.date == days[check_in.habit_id]}
