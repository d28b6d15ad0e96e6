"""Promising, changing and archiving a habit."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from server.habits import facts
from server.habits.models import Habit, ReminderTime, ScheduleVersion, Seat
from server.habits.neighbours import follow
from server.habits.selectors.audiences import get_own_habit, own_habits
from server.habits.services.reminders import set_reminders
from server.habits.services.season_starts import begin_season
from server.habits.services.settle import settle_habit
from server.kernel.facts import record
from server.people.locks import lock_people
from server.people.models import Person
from server.people.selectors import person_clock
from shared import ids, limits
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.schedule import Schedule, next_version_day

_DAY = timedelta(days=1)
START_AHEAD = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Promise:
    """What a person promises. None leaves as it is (or, for a new habit, to its default)."""

    title: str | None = None
    icon: str | None = None
    schedule: Schedule | None = None
    reminders: tuple[int, ...] | None = None
    sensitive: bool | None = None
    beside_allowed: bool | None = None
    starts_on: date | None = None


@transaction.atomic
def save_habit(*, owner: Person, habit_id: UUID, promise: Promise, now: datetime) -> tuple[Habit, bool]:
    """Make this habit, or change it; answers it and whether it is new. Saying the same twice changes nothing.

    A new schedule holds from the next day (for quotas, the next period). Raises Refused: not_found for somebody
    else's or an archived habit, too_many_habits, invalid.
    """
    lock_people(owner.id)
    if not Habit.objects.filter(id=habit_id).exists():
        return _make(owner, habit_id, promise, now), True
    get_own_habit(owner, habit_id)
    return _change(Habit.objects.select_for_update().get(id=habit_id), promise, now), False


@transaction.atomic
def edit_habit(*, owner: Person, habit_id: UUID, promise: Promise, now: datetime) -> Habit:
    """Change a habit that is there already. Raises Refused(not_found)."""
    get_own_habit(owner, habit_id)
    return save_habit(owner=owner, habit_id=habit_id, promise=promise, now=now)[0]


@transaction.atomic
def archive_habit(*, owner: Person, habit_id: UUID, now: datetime) -> None:
    """End a promise. Its days are kept; its audience sees nothing of it any more, and is not told why."""
    lock_people(owner.id)
    get_own_habit(owner, habit_id)
    habit = Habit.objects.select_for_update().get(id=habit_id)
    habit.archived_at, habit.next_at = now, None
    habit.save(update_fields=["archived_at", "next_at"])
    ReminderTime.objects.filter(habit=habit).update(next_at=None)
    Seat.objects.filter(habit=habit, ended_at__isnull=True).update(ended_at=now)
    follow(owner.id, now)
    _tell(habit, now)


def _make(owner: Person, habit_id: UUID, promise: Promise, now: datetime) -> Habit:
    if not ids.is_uuid7(habit_id):
        raise Refused(Code.INVALID, "A habit's id is a UUIDv7.")
    if own_habits(owner).count() >= limits.HABITS_MAX:
        raise Refused(Code.TOO_MANY_HABITS)
    clock = person_clock(owner.id)
    today = habit_day(clock, now)
    starts_on = _start(promise.starts_on, today)
    habit = Habit.objects.create(
        id=habit_id, owner=owner, title=_required(promise.title), icon=promise.icon or "star",
        sensitive=bool(promise.sensitive), beside_allowed=promise.beside_allowed is not False,
        starts_on=starts_on, judged_through=starts_on - _DAY, created_at=now,
    )  # fmt: skip
    schedule = promise.schedule
    if schedule is None:
        raise Refused(Code.INVALID_SCHEDULE)
    ScheduleVersion.objects.create(habit=habit, valid_from=starts_on, schedule=schedule.to_json())
    begin_season(habit, 1, starts_on)
    set_reminders(habit, promise.reminders or (), clock=clock, now=now)
    settle_habit(habit, now=now)
    _tell(habit, now)
    return habit


def _required(title: str | None) -> str:
    if not title:
        raise Refused(Code.INVALID, "title")
    return title


def _start(wanted: date | None, today: date) -> date:
    """Promised offline some days ago is fine, the gentle days over; further back would make misses of the past."""
    if wanted is None:
        return today
    if not today - timedelta(days=limits.GENTLE_DAYS - 1) <= wanted <= today + START_AHEAD:
        raise Refused(Code.INVALID, "starts_on")
    return wanted


def _change(habit: Habit, promise: Promise, now: datetime) -> Habit:
    clock = person_clock(habit.owner_id)
    wanted = {"title": promise.title, "icon": promise.icon, "sensitive": promise.sensitive}
    wanted |= {"beside_allowed": promise.beside_allowed}
    changed = {name: value for name, value in wanted.items() if value is not None and getattr(habit, name) != value}
    for name, value in changed.items():
        setattr(habit, name, value)
    habit.save(update_fields=list(changed))
    rescheduled = promise.schedule is not None and reschedule(habit, promise.schedule, habit_day(clock, now))
    rung = promise.reminders is not None and set_reminders(habit, promise.reminders, clock=clock, now=now)
    if changed or rescheduled or rung:
        settle_habit(habit, now=now)
        _tell(habit, now)
    return habit


def reschedule(habit: Habit, schedule: Schedule, today: date) -> bool:
    """Put a version into its place, from the next day or period on; answers whether anything changed.

    One that waits for its day is replaced.
    """
    versions = ScheduleVersion.objects.filter(habit=habit).order_by("-valid_from")
    wire = schedule.to_json()
    if versions[0].schedule == wire:
        return False
    in_force = versions.filter(valid_from__lte=today).first()
    if in_force is None:
        versions.update(schedule=wire)
        return True
    versions.filter(valid_from__gt=today).delete()
    if in_force.schedule != wire:
        starts = next_version_day(Schedule.from_json(in_force.schedule), today)
        ScheduleVersion.objects.create(habit=habit, valid_from=starts, schedule=wire)
    return True


def _tell(habit: Habit, now: datetime) -> None:
    record(facts.HABIT_CHANGED, person_id=habit.owner_id, now=now, habit=str(habit.id))
