"""Changing a day that was posted: its words, its photos, or the whole of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from server.habits import facts
from server.habits.models import CheckIn, CheckInPhoto, Habit
from server.habits.selectors.histories import load_history
from server.habits.selectors.outages import moved_grace
from server.habits.services.locks import lock_own_habit
from server.habits.services.marks import Posting, is_late, settle_change
from server.habits.services.phone_time import corrected
from server.habits.services.slots import empty_slots, note_change
from server.people.models import Person
from shared.acceptance import is_undone_by
from shared.codes import Code, Refused
from shared.days import closes_at
from shared.letters import grace_end
from shared.states import History


@transaction.atomic
def edit_check_in(
    *, owner: Person, habit_id: UUID, date: date, sent_at: datetime, captured_at: datetime,
    changes: Mapping[str, Any], now: datetime,
) -> CheckIn:  # fmt: skip
    """Change caption or amount; an edit older than the present words has no effect.

    A caption may change at any time, an amount until the end of grace. Raises Refused: not_found, day_closed, too_old.
    """
    habit = lock_own_habit(owner, habit_id)
    check_in = _get_standing(habit, date)
    at = corrected(captured_at, sent_at=sent_at, now=now)
    changed = {name for name, value in changes.items() if getattr(check_in, name) != value}
    if at < check_in.content_captured_at or not changed:
        return check_in
    if "amount" in changed:
        history = load_history(habit, now=now)
        is_late(history, date, Posting(sent_at, captured_at, history.clock.zone_at(at)), now=now)
    for name in changed:
        setattr(check_in, name, changes[name])
    check_in.content_captured_at = at
    check_in.save()
    return settle_change(habit, check_in, facts.CHECK_IN_CHANGED, now=now)


@transaction.atomic
def undo_check_in(
    *, owner: Person, habit_id: UUID, date: date, sent_at: datetime, captured_at: datetime, now: datetime
) -> CheckIn:
    """Take the mark back and leave a tombstone, without words or photos. An undo older than the mark has no effect.

    Raises Refused: not_found, or day_closed once the day has closed.
    """
    habit = lock_own_habit(owner, habit_id)
    check_in = CheckIn.objects.filter(habit=habit, date=date).first()
    if check_in is None:
        raise Refused(Code.NOT_FOUND)
    at = corrected(captured_at, sent_at=sent_at, now=now)
    undoable = _is_undoable(load_history(habit, now=now), date, at, now=now)
    if check_in.undone_at:
        return _buried_deeper(check_in, at) if undoable else check_in
    if not is_undone_by(at, check_in.content_captured_at):
        return check_in
    if not undoable:
        raise Refused(Code.DAY_CLOSED)
    check_in.undone_at, check_in.caption, check_in.amount, check_in.source = at, "", None, "none"
    check_in.save()
    empty_slots(_standing_slots(check_in), now=now)
    return settle_change(habit, check_in, facts.CHECK_IN_UNDONE, now=now)


@transaction.atomic
def remove_photo(*, owner: Person, habit_id: UUID, date: date, n: int, now: datetime) -> CheckIn:
    """Delete one photo of a day, open or closed; the mark stays. Raises Refused(not_found)."""
    habit = lock_own_habit(owner, habit_id)
    check_in = _get_standing(habit, date)
    slot = next((slot for slot in _standing_slots(check_in) if slot.n == n), None)
    if slot is None:
        raise Refused(Code.NOT_FOUND)
    empty_slots([slot], now=now)
    note_change(check_in, facts.CHECK_IN_CHANGED, now=now)
    return check_in


def _is_undoable(history: History, day: date, at: datetime, *, now: datetime) -> bool:
    # An undo that waited on the phone until the day was judged would make a miss nobody can come back from.
    ends = moved_grace(history, day, now=now) or grace_end(history, day)
    return at < closes_at(history.clock, day) and now < ends


def _buried_deeper(check_in: CheckIn, at: datetime) -> CheckIn:
    """A later undo of an undone day also takes back what was captured between the two and is still on its way."""
    check_in.undone_at = max(check_in.undone_at or at, at)
    check_in.save(update_fields=["undone_at"])
    return check_in


def _get_standing(habit: Habit, day: date) -> CheckIn:
    check_in = CheckIn.objects.filter(habit=habit, date=day, undone_at__isnull=True).first()
    if check_in is None:
        raise Refused(Code.NOT_FOUND)
    return check_in


def _standing_slots(check_in: CheckIn) -> list[CheckInPhoto]:
    return list(CheckInPhoto.objects.filter(check_in=check_in, removed_at__isnull=True).select_related("photo"))
