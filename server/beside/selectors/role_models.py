"""Whom somebody keeps beside their habits: friends' habits they may see at this moment, whatever they kept before."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from server.beside.models import RoleModel
from server.beside.ties import kept_as_friend
from server.habits.models import Habit
from server.habits.selectors.audiences import open_seats
from server.habits.selectors.days import standing_check_ins
from server.habits.selectors.photo_places import Ends, first_and_last_photos
from server.people.models import Distance, Person
from server.responses.selectors import named_friends
from shared import limits


@dataclass(frozen=True, slots=True)
class Model:
    """A friend's habit as the gallery sees it: its day number, and where its latest photo is."""

    habit: Habit
    day_number: int
    ends: Ends | None


def standing_models() -> QuerySet[RoleModel]:
    """Pointers to habits their keepers may see now, oldest first."""
    seated = open_seats().filter(habit=OuterRef("model"), person=OuterRef("habit__owner"))
    friend = kept_as_friend(person=OuterRef("model__owner"), friend=OuterRef("habit__owner"))
    return RoleModel.objects.filter(friend, Exists(seated)).order_by("created_at", "id")


def models_of(habit_ids: Collection[UUID]) -> dict[UUID, list[Model]]:
    """By habit, for its owner, whom they mute left out. Four queries at the most, however many."""
    muted = Distance.objects.filter(
        person=OuterRef("habit__owner"), friend=OuterRef("model__owner"), muted_at__isnull=False
    )
    kept = list(standing_models().filter(~Exists(muted), habit__in=habit_ids).select_related("model__owner"))
    found: dict[UUID, list[Model]] = defaultdict(list)
    if not kept:
        return found
    ids = {row.model_id for row in kept}
    ends, numbers = first_and_last_photos(ids), _day_numbers(ids)
    for row in kept:
        found[row.habit_id].append(Model(row.model, numbers.get(row.model_id, 0), ends.get(row.model_id)))
    return {habit_id: models[: limits.ROLE_MODELS_PER_HABIT] for habit_id, models in found.items()}


def named_beside(habit_ids: Collection[UUID], *, now: datetime) -> dict[UUID, Person]:
    """By habit, the friend Kith may name, as `named_friends` says; of those, a role model before the others."""
    kept = standing_models().filter(habit__in=habit_ids).values_list("habit_id", "model__owner_id")
    return named_friends(habit_ids, now=now, before_others=set(kept))


def keepers_of(model_ids: Collection[UUID]) -> dict[tuple[UUID, UUID], RoleModel]:
    """Who keeps each of these habits beside theirs, by (that habit, person), as far as its owner may hear of it.

    A friend who started beside a guest's photo has no seat; what holds is the friendship, and that nobody restricts.
    """
    friend = kept_as_friend(person=OuterRef("model__owner"), friend=OuterRef("habit__owner"))
    kept = RoleModel.objects.filter(
        friend, model__in=model_ids, model__archived_at__isnull=True, habit__archived_at__isnull=True,
        habit__owner__is_active=True,
    )  # fmt: skip
    rows = kept.select_related("habit__owner", "model__owner").order_by("-id")
    return {(row.model_id, row.habit.owner_id): row for row in rows}


def _day_numbers(habit_ids: Collection[UUID]) -> dict[UUID, int]:
    counted = standing_check_ins().filter(habit__in=habit_ids).order_by().values("habit_id")
    return dict(counted.annotate(number=Count("pk")).values_list("habit_id", "number"))
