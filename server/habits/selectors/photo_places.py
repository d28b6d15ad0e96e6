"""Where photos of habits are found: the first and the latest, and the latest before a day."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import IntegerField, Max, Min, Q, QuerySet, Value

from server.habits.models import CheckInPhoto
from server.media.models import PhotoState


@dataclass(frozen=True, slots=True)
class PhotoPlace:
    """Where a photo is found: habit day and slot."""

    date: date
    n: int


@dataclass(frozen=True, slots=True)
class Ends:
    first: PhotoPlace
    last: PhotoPlace


def first_and_last_photos(habit_ids: Collection[UUID]) -> dict[UUID, Ends]:
    """By habit; one without a photo that can be shown is left out. Two queries."""
    spans = (
        _shown()
        .filter(check_in__habit__in=habit_ids)
        .values("check_in__habit_id")
        .annotate(first=Min("check_in__date"), last=Max("check_in__date"))
    )
    days = {row["check_in__habit_id"]: (row["first"], row["last"]) for row in spans}
    numbers = _slot_numbers({(habit_id, day) for habit_id, ends in days.items() for day in ends})
    return {
        habit_id: Ends(*(PhotoPlace(day, numbers[habit_id, day]) for day in ends)) for habit_id, ends in days.items()
    }


def latest_before(days: Sequence[tuple[UUID, date]]) -> dict[tuple[UUID, date], PhotoPlace]:
    """For each of these habit days, the latest photo of an earlier one. Two queries, none without days."""
    asked = [_latest_of(number, habit_id, day) for number, (habit_id, day) in enumerate(days)]
    if not asked:
        return {}
    found = {days[number]: day for number, day in asked[0].union(*asked[1:], all=True) if day is not None}
    numbers = _slot_numbers({(habit_id, day) for (habit_id, _), day in found.items()})
    return {key: PhotoPlace(day, numbers[key[0], day]) for key, day in found.items()}


def _latest_of(number: int, habit_id: UUID, before: date) -> QuerySet[CheckInPhoto, tuple[int, date]]:
    earlier = _shown().filter(check_in__habit=habit_id, check_in__date__lt=before)
    numbered = earlier.annotate(asked=Value(number, IntegerField())).values("asked")
    return numbered.annotate(day=Max("check_in__date")).values_list("asked", "day")


def _slot_numbers(days: Iterable[tuple[UUID, date]]) -> dict[tuple[UUID, date], int]:
    """The first shown slot of each of these habit days."""
    wanted = Q(pk__in=[])
    for habit_id, day in days:
        wanted |= Q(check_in__habit_id=habit_id, check_in__date=day)
    rows = _shown().filter(wanted).values_list("check_in__habit_id", "check_in__date").annotate(n=Min("n"))
    return {(habit_id, day): n for habit_id, day, n in rows}


def _shown() -> QuerySet[CheckInPhoto]:
    standing = CheckInPhoto.objects.filter(removed_at__isnull=True, check_in__undone_at__isnull=True)
    return standing.filter(check_in__hidden_at__isnull=True).filter(photo__state=PhotoState.READY).order_by()
