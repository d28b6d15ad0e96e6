"""Hiding a day's words and photos from everybody but its owner, and showing them once more: a moderator's act."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from server.habits import facts
from server.habits.models import CheckIn
from server.kernel.facts import record


@transaction.atomic
def hide_check_in(check_in_id: UUID, *, hidden: bool, now: datetime) -> bool:
    """Answers whether that changed anything. The day, its number and every streak stay as they are."""
    check_in = CheckIn.objects.select_for_update().filter(id=check_in_id).first()
    if check_in is None or bool(check_in.hidden_at) == hidden:
        return False
    check_in.hidden_at = now if hidden else None
    check_in.save(update_fields=["hidden_at"])
    day = {"habit": str(check_in.habit_id), "date": check_in.date.isoformat(), "check_in": str(check_in.id)}
    record(facts.CHECK_IN_CHANGED, person_id=check_in.owner_id, now=now, **day)
    return True
