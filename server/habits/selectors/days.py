"""Reading check-ins. An undone one is not found by anybody."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery

from server.habits.models import CheckIn, CheckInPhoto, Habit, ScheduleVersion
from server.habits.selectors.audiences import get_visible_habit
from server.media.models import Photo
from server.people.models import Person
from shared.codes import Code, Refused
from shared.schedule import Measure, Schedule


def get_visible_check_in(viewer: Person, habit_id: UUID, date: date) -> CheckIn:
    """The mark of a habit day, with its habit, if this viewer may see the habit now. Raises Refused(not_found)."""
    get_visible_habit(viewer, habit_id)
    check_in = standing_check_ins().filter(habit_id=habit_id, date=date).select_related("habit").first()
    if check_in is None:
        raise Refused(Code.NOT_FOUND)
    return check_in


def get_visible_photo(viewer: Person, habit_id: UUID, date: date, n: int) -> Photo:
    """The photo in slot `n` of a habit day, if this viewer may see it now. Raises Refused(not_found)."""
    check_in = get_visible_check_in(viewer, habit_id, date)
    if check_in.hidden_at and check_in.owner_id != viewer.id:
        raise Refused(Code.NOT_FOUND)
    slot = CheckInPhoto.objects.filter(check_in=check_in, n=n).select_related("photo").first()
    if slot is None or slot.photo is None:
        raise Refused(Code.NOT_FOUND)
    return slot.photo


def standing_check_ins() -> QuerySet[CheckIn]:
    """Every mark that was not undone."""
    return CheckIn.objects.filter(undone_at__isnull=True)


def day_numbers(check_ins: Iterable[CheckIn]) -> dict[UUID, int]:
    """For each check-in, by id: how many its habit had up to and including that habit day. One query."""
    earlier = (
        standing_check_ins()
        .filter(habit=OuterRef("habit"), date__lte=OuterRef("date"))
        .order_by()
        .values("habit")
        .annotate(number=Count("pk"))
        .values("number")
    )
    counted = CheckIn.objects.filter(pk__in=[check_in.pk for check_in in check_ins])
    return dict(counted.values_list("pk", Subquery(earlier, output_field=IntegerField())))


def public_amounts(check_ins: Collection[CheckIn]) -> dict[UUID, Decimal | None]:
    """What friends may know of these amounts, by check-in: nothing about sensitive habits or above one's own limit.

    Above the limit is a miss to come, and a miss is never told by a number. Two queries however many.
    """
    habits = Habit.objects.in_bulk({check_in.habit_id for check_in in check_ins})
    versions = list(ScheduleVersion.objects.filter(habit__in=habits).order_by("valid_from"))
    amounts: dict[UUID, Decimal | None] = {}
    for check_in in check_ins:
        mine = [version for version in versions if version.habit_id == check_in.habit_id]
        hidden = habits[check_in.habit_id].sensitive or _is_above_limit(check_in, mine)
        amounts[check_in.id] = None if hidden else check_in.amount
    return amounts


def _is_above_limit(check_in: CheckIn, versions: list[ScheduleVersion]) -> bool:
    in_force = [version for version in versions if version.valid_from <= check_in.date] or versions[:1]
    schedule = Schedule.from_json(in_force[-1].schedule)
    return schedule.measure is Measure.AT_MOST and (check_in.amount or 0) > (schedule.target or 0)


def slots_of(check_ins: Iterable[CheckIn]) -> dict[UUID, list[CheckInPhoto]]:
    """The slots of these check-ins by its id, in order, removed photos left out. One query."""
    slots = CheckInPhoto.objects.filter(check_in__in=list(check_ins), removed_at__isnull=True)
    found: dict[UUID, list[CheckInPhoto]] = defaultdict(list)
    for slot in slots.select_related("photo").order_by("n"):
        found[slot.check_in_id].append(slot)
    return found
