"""Posting, editing and undoing the mark of a habit day: one row a day, however often and from wherever it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from server.habits import facts
from server.habits.models import CheckIn, CheckInPhoto, Habit
from server.habits.selectors.histories import load_history
from server.habits.services.locks import lock_own_habit
from server.habits.services.phone_time import corrected
from server.habits.services.settle import settle_habit
from server.habits.services.slots import attach_photos, empty_slots, note_change
from server.habits.services.travel import move_clock
from server.kernel.facts import FactKind
from server.people.models import Person
from shared.acceptance import Account, is_undone_by, judge_check_in, merge_marks
from shared.codes import Code, Refused
from shared.days import closes_at
from shared.letters import grace_end
from shared.schedule import is_extra
from shared.states import History

_MOST_TELLING = ("none", "camera", "library")
"""Of two accounts of one day, the source that claims least about the moment is shown."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What a phone says about a habit day: instants by the phone's clock, and the zone it is in."""

    sent_at: datetime
    captured_at: datetime
    zone: str
    caption: str = ""
    amount: Decimal | None = None
    source: str = "none"
    photos: Sequence[UUID] = ()


@transaction.atomic
def post_check_in(
    *, owner: Person, habit_id: UUID, date: date, posting: Posting, now: datetime
) -> tuple[CheckIn, bool]:
    """The day's mark, and whether this posting made it. A mark with `undone_at` means a later undo won: no effect.

    Raises Refused: not_found, or what judging its time says (unknown_zone, too_old, day_in_future, day_closed).
    """
    habit = lock_own_habit(owner, habit_id)
    history = load_history(habit, now=now)
    late = _judged(history, date, posting, now=now)
    at = corrected(posting.captured_at, sent_at=posting.sent_at, now=now)
    if history.clock.zone_at(at) != posting.zone:
        move_clock(person=owner, zone=posting.zone, at=at, now=now)
        history = load_history(habit, now=now)
    account = Account(at, at, late=late, caption=posting.caption, amount=posting.amount)
    check_in = CheckIn.objects.filter(habit=habit, date=date).first()
    if check_in is not None and check_in.undone_at is None:
        return _merged(habit, check_in, account, posting, now=now), False
    if check_in is not None and check_in.undone_at and is_undone_by(check_in.undone_at, at):
        return check_in, False
    check_in = check_in or CheckIn(habit=habit, owner=owner, date=date)
    check_in.extra = is_extra(history, date)
    return _posted(habit, check_in, account, posting, now=now), True


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
        _judged(history, date, Posting(sent_at, captured_at, history.clock.zone_at(at)), now=now)
    for name in changed:
        setattr(check_in, name, changes[name])
    check_in.content_captured_at = at
    check_in.save()
    return _told(habit, check_in, facts.CHECK_IN_CHANGED, now=now)


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
    return _told(habit, check_in, facts.CHECK_IN_UNDONE, now=now)


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


def _judged(history: History, day: date, posting: Posting, *, now: datetime) -> bool:
    """Whether the posting is late; raises Refused when its time can't be accepted."""
    accepted = judge_check_in(
        clock=history.clock, day=day, captured_at=posting.captured_at, sent_at=posting.sent_at, received_at=now,
        zone=posting.zone, grace=history.grace, grace_moved=history.grace_moved.get(day),
    )  # fmt: skip
    return accepted.late


def _is_undoable(history: History, day: date, at: datetime, *, now: datetime) -> bool:
    # An undo that waited on the phone until the day was judged would make a miss nobody can come back from.
    return at < closes_at(history.clock, day) and now < grace_end(history, day)


def _buried_deeper(check_in: CheckIn, at: datetime) -> CheckIn:
    """A later undo of an undone day also takes back what was captured between the two and is still on its way."""
    check_in.undone_at = max(check_in.undone_at or at, at)
    check_in.save(update_fields=["undone_at"])
    return check_in


def _posted(habit: Habit, check_in: CheckIn, account: Account, posting: Posting, *, now: datetime) -> CheckIn:
    """A first posting, or the first one after an undo: nothing of what was taken back comes along."""
    anew = check_in.undone_at is not None
    check_in.received_at, check_in.zone, check_in.source = now, posting.zone, posting.source
    check_in.undone_at = None
    _write_account(check_in, account)
    attach_photos(check_in, posting.photos, now=now, anew=anew)
    return _told(habit, check_in, facts.CHECK_IN_POSTED, now=now)


def _merged(habit: Habit, check_in: CheckIn, account: Account, posting: Posting, *, now: datetime) -> CheckIn:
    """Both accounts as one. A resend changes nothing and tells nobody."""
    standing = Account(
        check_in.captured_at, check_in.content_captured_at,
        late=check_in.late, caption=check_in.caption, amount=check_in.amount,
    )  # fmt: skip
    both = merge_marks(standing, account)
    source = max(check_in.source, posting.source, key=_MOST_TELLING.index)
    changed = both != standing or source != check_in.source
    check_in.source = source
    if changed:
        _write_account(check_in, both)
    changed |= attach_photos(check_in, posting.photos, now=now)
    return _told(habit, check_in, facts.CHECK_IN_CHANGED, now=now) if changed else check_in


def _write_account(check_in: CheckIn, account: Account) -> None:
    check_in.captured_at, check_in.content_captured_at = account.captured_at, account.worded_at
    check_in.late, check_in.caption, check_in.amount = account.late, account.caption, account.amount
    check_in.save()


def _told(habit: Habit, check_in: CheckIn, kind: FactKind, *, now: datetime) -> CheckIn:
    settle_habit(habit, now=now)
    note_change(check_in, kind, now=now)
    return check_in


def _get_standing(habit: Habit, day: date) -> CheckIn:
    check_in = CheckIn.objects.filter(habit=habit, date=day, undone_at__isnull=True).first()
    if check_in is None:
        raise Refused(Code.NOT_FOUND)
    return check_in


def _standing_slots(check_in: CheckIn) -> list[CheckInPhoto]:
    return list(CheckInPhoto.objects.filter(check_in=check_in, removed_at__isnull=True).select_related("photo"))
