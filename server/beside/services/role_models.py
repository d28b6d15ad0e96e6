"""Keeping a friend's habit beside one's own. It grants nothing, and tells nobody who did not ask to be told."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.beside.facts import KEPT_BESIDE
from server.beside.models import RoleModel
from server.beside.selectors.role_models import standing_models
from server.habits.models import Habit
from server.habits.selectors.audiences import get_visible_habit
from server.habits.services.locks import lock_own_habit
from server.kernel.facts import FactKind, record
from server.people.models import Person
from shared import limits
from shared.codes import Code, Refused


@transaction.atomic
def keep_beside(*, owner: Person, habit_id: UUID, model_id: UUID, now: datetime) -> None:
    """Keep a friend's habit, visible to the owner now, beside this one. The same again is done.

    Raises Refused: not_found, too_many_role_models (three that stand).
    """
    habit = lock_own_habit(owner, habit_id)
    model, relation = get_visible_habit(owner, model_id)
    if relation == "owner":
        raise Refused(Code.NOT_FOUND)
    standing = standing_models().filter(habit=habit)
    if standing.filter(model=model).exists():
        return
    if standing.count() >= limits.ROLE_MODELS_PER_HABIT:
        raise Refused(Code.TOO_MANY_ROLE_MODELS)
    add_model(habit, model, KEPT_BESIDE, now=now)


@transaction.atomic
def let_go_of(*, owner: Person, habit_id: UUID, model_id: UUID) -> None:
    """Keep it no longer. Nothing to let go of is fine. Raises Refused(not_found) for a habit that is not theirs."""
    habit = lock_own_habit(owner, habit_id)
    RoleModel.objects.filter(habit=habit, model=model_id).delete()


def add_model(habit: Habit, model: Habit, kind: FactKind, *, now: datetime) -> None:
    """Within a transaction that holds the habit. What was kept before a friendship ended begins anew."""
    RoleModel.objects.filter(habit=habit, model=model).delete()
    kept = RoleModel.objects.create(habit=habit, model=model, created_at=now)
    record(
        kind, person_id=habit.owner_id, now=now,
        habit=str(habit.id), role_model=str(kept.id), person=str(model.owner_id),
    )  # fmt: skip
