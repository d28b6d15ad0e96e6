"""Which witnesses are away: something to look at has waited five days for them. Looking brings them back."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, Exists, F, Max, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from server.habits.models import Miss, Seat
from server.habits.selectors.audiences import open_seats
from server.habits.selectors.days import standing_check_ins
from server.responses.models import Look, MissLook
from shared import limits
from shared.moods import Role


def away_seats(habit_ids: Collection[UUID], *, at: datetime) -> QuerySet[Seat]:
    """Open witness seats of these habits whose holders were away at this instant.

    A habit that shows nothing keeps nobody waiting: who has seen all there is to see is there.
    """
    witnesses = open_seats().filter(habit__in=habit_ids, role=Role.WITNESS).annotate(seen_all_at=_last_look(at))
    waiting_since = at - limits.WITNESS_AWAY_AFTER
    shown = standing_check_ins().filter(
        habit=OuterRef("habit"), received_at__gt=OuterRef("seen_all_at"), received_at__lte=waiting_since
    )
    cards = Miss.objects.exclude(state__in=[Miss.State.VOIDED, Miss.State.RESTED]).filter(
        habit=OuterRef("habit"), closed_at__gt=OuterRef("seen_all_at"), closed_at__lte=waiting_since
    )
    return witnesses.filter(Exists(shown) | Exists(cards))


def away_witnesses(habit_ids: Collection[UUID], *, at: datetime) -> set[UUID]:
    """The ids of those seats. One query."""
    return set(away_seats(habit_ids, at=at).values_list("id", flat=True))


def _last_look(at: datetime) -> Greatest:
    """When they last looked at anything of the habit, or else accepted."""
    days = _latest(Look, at, shown=True, check_in__habit=OuterRef("habit"))
    misses = _latest(MissLook, at, miss__habit=OuterRef("habit"))
    return Greatest(F("accepted_at"), days, misses, output_field=DateTimeField())


def _latest(model: type[Model], at: datetime, **of_habit: Any) -> Coalesce:
    looks = model._default_manager.filter(person=OuterRef("person"), looked_at__lte=at, **of_habit)
    latest = looks.order_by().values("person").annotate(latest=Max("looked_at")).values("latest")
    return Coalesce(Subquery(latest), F("accepted_at"))
