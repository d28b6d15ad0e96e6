"""The owner's answer at a season's end, and the gentle days they do without."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from server.habits import facts
from server.habits.models import CircleAudience, Habit, Season, Seat
from server.habits.selectors.seasons import seasons_of
from server.habits.services.habits import reschedule
from server.habits.services.locks import lock_own_habit
from server.habits.services.season_ends import close_season, tell_over
from server.habits.services.season_starts import begin_season
from server.habits.services.seats import tell_seat
from server.habits.services.settle import settle_habit
from server.kernel.facts import record
from server.people.models import Person
from server.people.selectors import friend_ids, person_clock
from shared import seasons
from shared.codes import Code, Refused
from shared.days import habit_day
from shared.moods import Role
from shared.schedule import Schedule
from shared.seasons import Standing, standing, without_gentle_days

Choice = Literal["done", "in_earnest"]


@dataclass(frozen=True, slots=True)
class Renewal:
    """Who is asked for the next season, and to which circles it is shown on.

    `schedule`: where it is to be lighter, from the next day on.
    """

    witnesses: Collection[UUID] = ()
    gallery: Collection[UUID] = ()
    circles: Collection[UUID] = ()
    schedule: Schedule | None = None


@transaction.atomic
def renew_season(
    *, owner: Person, habit_id: UUID, number: int, renewal: Renewal, now: datetime
) -> tuple[Habit, bool]:  # fmt: skip
    """Begin season `number` today; answers the habit and whether the season is new. The same again changes nothing.

    Every seat ends with its season. Those picked are asked anew and see nothing until they agree; the others hear
    nothing. Who is no friend any more is left out, silently. Raises Refused: not_found, season_runs, conflict (not
    the next season), invalid_schedule.
    """
    habit = lock_own_habit(owner, habit_id)
    stands, today = _standing(habit, now)
    latest = _latest(stands)
    if number <= latest.number:
        return habit, False
    if number > latest.number + 1:
        raise Refused(Code.CONFLICT)
    _check_over(stands)
    tell_over(_row(habit, latest.number), now)
    begin_season(habit, number, today)
    if renewal.schedule is not None:
        reschedule(habit, renewal.schedule, today)
    _ask_anew(habit, renewal, now)
    _settle(habit, now)
    return habit, True


@transaction.atomic
def change_season(*, owner: Person, habit_id: UUID, number: int, choice: Choice, now: datetime) -> Habit:
    """ "done": its end is answered, and the habit goes on alone. "in_earnest": no gentle days from tomorrow on.

    The same again changes nothing. Raises Refused: not_found, season_runs (done, before it is over), conflict (another
    season has begun).
    """
    habit = lock_own_habit(owner, habit_id)
    stands, today = _standing(habit, now)
    row = _row(habit, number)
    if _latest(stands).number > number:
        raise Refused(Code.CONFLICT)
    if _in_earnest(row, today) if choice == "in_earnest" else _done(row, stands, today, now):
        _settle(habit, now)
    return habit


def _standing(habit: Habit, now: datetime) -> tuple[Standing, date]:
    """How it stands today; before its first day, as on that day."""
    today = habit_day(person_clock(habit.owner_id), now)
    return standing(seasons_of([habit.id])[habit.id], max(today, habit.starts_on)), today


def _latest(stands: Standing) -> seasons.Season:
    if stands.season is None:  # every habit has its first
        raise Refused(Code.NOT_FOUND)
    return stands.season


def _check_over(stands: Standing) -> None:
    if stands.runs:
        raise Refused(Code.SEASON_RUNS)


def _row(habit: Habit, number: int) -> Season:
    row = Season.objects.filter(habit=habit, number=number).select_related("habit").first()
    if row is None:
        raise Refused(Code.NOT_FOUND)
    return row


def _in_earnest(row: Season, today: date) -> bool:
    """Answers whether anything changed; so does the next."""
    before = seasons.Season(row.number, row.first, row.gentle_through, row.closed_on)
    row.gentle_through = without_gentle_days(before, today).gentle_through
    row.save(update_fields=["gentle_through"])
    return row.gentle_through != before.gentle_through


def _done(row: Season, stands: Standing, today: date, now: datetime) -> bool:
    if row.closed_on is not None:
        return False
    _check_over(stands)
    tell_over(row, now)
    close_season(row, today, now)
    return True


def _ask_anew(habit: Habit, renewal: Renewal, now: datetime) -> None:
    """An offer that nobody has answered yet and that is made once more stays the offer it was."""
    friends = friend_ids(habit.owner_id)
    wanted = dict.fromkeys(renewal.gallery, Role.GALLERY) | dict.fromkeys(renewal.witnesses, Role.WITNESS)
    wanted = {person_id: role for person_id, role in wanted.items() if person_id in friends}
    CircleAudience.objects.filter(habit=habit).exclude(circle__in=renewal.circles).delete()
    standing = Seat.objects.filter(habit=habit, ended_at__isnull=True).select_related("habit")
    before = standing.filter(~Q(circle__in=renewal.circles) | Q(circle__isnull=True))
    asked = {seat.person_id for seat in before if _is_same_offer(seat, wanted)}
    over = [seat for seat in before if seat.person_id not in asked]
    Seat.objects.filter(pk__in=[seat.pk for seat in over]).update(ended_at=now)
    for seat in over:
        tell_seat(facts.SEAT_ENDED, seat, now)
    for person_id, role in wanted.items():
        if person_id not in asked:
            seat = Seat.objects.create(habit=habit, person_id=person_id, role=role, created_at=now)
            tell_seat(facts.SEAT_OFFERED, seat, now)


def _is_same_offer(seat: Seat, wanted: dict[UUID, Role]) -> bool:
    return seat.state == Seat.State.INVITED and wanted.get(seat.person_id) == seat.role


def _settle(habit: Habit, now: datetime) -> None:
    settle_habit(habit, now=now)
    record(facts.HABIT_CHANGED, person_id=habit.owner_id, now=now, habit=str(habit.id))
