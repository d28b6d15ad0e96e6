"""Changing a promise: its name and sign, its days from the next one on, when it rings; or putting it away."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from mobile.actions.habits import archive_habit, edit_habit
from mobile.presenters import copy, habit_copy
from mobile.presenters.base import Phone, Presenter
from mobile.presenters.change_state import ChangeState, Choice, Rhythm
from mobile.presenters.ringing import ask_to_ring, open_ring_settings
from mobile.store import clock_history, own
from mobile.store.database import Body
from shared import limits
from shared.codes import Refused
from shared.days import habit_day
from shared.languages import say
from shared.plans import Frequency, Measure, Schedule
from shared.schedule import next_version_day

_WEEK = range(7)
_USUAL = (7 * 60, 12 * 60, 18 * 60, 20 * 60, 21 * 60 + 30)
"""Times of day at which people like to be reminded, in minutes after midnight."""


@dataclass
class _Draft:
    title: str = ""
    icon: str = ""
    rhythm: Rhythm = Rhythm.DAYS
    weekdays: frozenset[int] = frozenset(_WEEK)
    times: int = 3
    reminders: frozenset[int] = frozenset()
    discreet: bool = False
    rings: str = ""
    """What this phone can't promise about them, once one was chosen."""


@dataclass
class _Open:
    """The habit as it stood when the page was opened."""

    habit: Body = field(default_factory=dict)
    schedule: Schedule = field(default_factory=lambda: Schedule(Frequency.DAILY))
    today: date = date.min


class ChangePresenter(Presenter[ChangeState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, ChangeState())
        self._open, self._draft = _Open(), _Draft()

    def open(self, habit_id: str) -> None:
        with self.phone.store.read() as db:
            habit = own.read(db, days_of=habit_id).habit(habit_id)
            today = habit_day(clock_history.get(db), self.phone.clock.now())
        if habit is None:
            self._show(ChangeState(gone=True))
            return
        schedule = Schedule.from_json(habit["schedule"])
        self._open, self._draft = _Open(habit, schedule, today), _draft_of(habit, schedule)
        self._draw()

    # Changing
    def set_title(self, title: str) -> None:
        self._change(title=title[: limits.TITLE_MAX])

    def set_icon(self, icon: str) -> None:
        self._change(icon=icon)

    def set_rhythm(self, rhythm: Rhythm) -> None:
        self._change(rhythm=rhythm)

    def toggle_weekday(self, day: int) -> None:
        """Monday is 0. One day stays: without any there is no promise."""
        self._change(weekdays=(self._draft.weekdays ^ {day}) or self._draft.weekdays)

    def set_times(self, times: int) -> None:
        self._change(times=times)

    def toggle_reminder(self, minute: int) -> None:
        chosen = self._draft.reminders ^ {minute}
        if len(chosen) <= limits.REMINDERS_MAX:
            self._change(reminders=chosen, rings="")
        if minute in self._draft.reminders:
            ask_to_ring(self.phone, lambda rings: self._change(rings=rings))

    def open_settings(self) -> None:
        """Where this phone lets somebody allow what they refused."""
        open_ring_settings(self.phone, lambda rings: self._change(rings=rings))

    def set_discreet(self, discreet: bool) -> None:
        self._change(discreet=discreet)

    def _change(self, **changes: object) -> None:
        self._draft = replace(self._draft, **changes)  # type: ignore[arg-type]  # fields of the draft
        self._draw()

    # Doing
    def save(self) -> None:
        changes, now = self._changes(), self.phone.clock.now()
        if changes and self.state.can_save:
            habit_id = self.state.habit_id
            self._do(
                lambda: edit_habit(self.phone.store, habit_id=habit_id, changes=changes, now=now),
                replace(self.state, done=True),
            )

    def put_away(self) -> None:
        """Its days and photos are kept; friends see nothing new."""
        habit_id, now = self.state.habit_id, self.phone.clock.now()
        self._do(lambda: archive_habit(self.phone.store, habit_id=habit_id, now=now), replace(self.state, gone=True))

    def _do(self, act: Callable[[], object], end: ChangeState) -> None:
        try:
            act()
        except Refused as refused:
            self._draw(problem=copy.refusal(refused.code))
        else:
            self._show(end)

    def _changes(self) -> Body:
        """Only what is other than it was."""
        draft, habit = self._draft, self._open.habit
        wanted: Body = {
            "title": draft.title.strip(), "icon": draft.icon, "reminders": sorted(draft.reminders),
            "sensitive": draft.discreet,
        }  # fmt: skip
        changes = {name: value for name, value in wanted.items() if value != habit.get(name, value)}
        schedule = self._schedule()
        return changes if schedule == self._open.schedule else changes | {"schedule": schedule.to_json()}

    def _schedule(self) -> Schedule:
        """What is promised stays what it is; only when changes."""
        draft, before = self._draft, self._open.schedule
        if draft.rhythm is Rhythm.TIMES:
            return replace(
                before, frequency=Frequency.PER_WEEK, times=draft.times, weekdays=frozenset(), every=1
            )  # fmt: skip
        if draft.rhythm is Rhythm.AS_IT_IS:
            return before
        every_day = draft.weekdays == frozenset(_WEEK)
        days = frozenset() if every_day else draft.weekdays
        frequency = Frequency.DAILY if every_day else Frequency.WEEKDAYS
        return replace(before, frequency=frequency, weekdays=days, times=1, every=1)

    # Drawing
    def _draw(self, problem: str = "") -> None:
        draft, opened, changes = self._draft, self._open, self._changes()
        valid_from = next_version_day(opened.schedule, opened.today)
        names = enumerate(say(habit_copy.LETTERS))
        self._show(ChangeState(
            habit_id=opened.habit["id"],
            title=draft.title,
            icon=draft.icon,
            rhythms=_rhythms(opened.schedule),
            rhythm=draft.rhythm,
            as_it_is=habit_copy.rhythm(opened.schedule),
            weekdays=tuple(Choice(day, letter, day in draft.weekdays) for day, letter in names),
            times=tuple(Choice(n, str(n), n == draft.times) for n in range(1, limits.TIMES_PER_WEEK_MAX + 1)),
            holds_from=habit_copy.from_day(valid_from, opened.today) if "schedule" in changes else "",
            reminders=tuple(_reminder(minute, draft) for minute in _offered(opened.habit)),
            rings=draft.rings,
            discreet=draft.discreet,
            can_save=bool(changes and draft.title.strip()),
            problem=problem,
        ))  # fmt: skip


def _draft_of(habit: Body, schedule: Schedule) -> _Draft:
    rhythm = {
        Frequency.DAILY: Rhythm.DAYS, Frequency.WEEKDAYS: Rhythm.DAYS, Frequency.PER_WEEK: Rhythm.TIMES,
    }.get(schedule.frequency, Rhythm.AS_IT_IS)  # fmt: skip
    return _Draft(
        title=habit["title"],
        icon=habit["icon"],
        rhythm=rhythm,
        weekdays=schedule.weekdays or frozenset(_WEEK),
        times=schedule.times if rhythm is Rhythm.TIMES else 3,
        reminders=frozenset(habit["reminders"]),
        discreet=habit["sensitive"],
    )


def _rhythms(schedule: Schedule) -> tuple[Rhythm, ...]:
    """Staying below something is kept by doing nothing, so it cannot be counted by the week."""
    rhythms = [Rhythm.DAYS] if schedule.measure is Measure.AT_MOST else [Rhythm.DAYS, Rhythm.TIMES]
    fits = schedule.frequency in (Frequency.DAILY, Frequency.WEEKDAYS, Frequency.PER_WEEK)
    return tuple(rhythms if fits else [Rhythm.AS_IT_IS, *rhythms])


def _offered(habit: Body) -> list[int]:
    """The usual times, and those it has."""
    return sorted({*_USUAL, *habit["reminders"]})


def _reminder(minute: int, draft: _Draft) -> Choice:
    return Choice(minute, f"{minute // 60}:{minute % 60:02}", minute in draft.reminders)
