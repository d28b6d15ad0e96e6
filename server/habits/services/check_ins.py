"""Posting the mark of a habit day: one row a day, however often and from wherever it is sent."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from server.habits import facts
from server.habits.models import CheckIn, Habit
from server.habits.selectors.histories import load_history
from server.habits.services.locks import lock_own_habit
from server.habits.services.marks import Posting, is_late, settle_change
from server.habits.services.phone_time import corrected
from server.habits.services.slots import attach_photos
from server.habits.services.travel import move_clock
from server.people.models import Person
from shared.acceptance import Account, is_undone_by, merge_marks
from shared.schedule import is_extra

_MOST_TELLING = ("none", "camera", "library")
"""Of two accounts of one day, the source that claims least about the moment is shown."""


@transaction.atomic
def post_check_in(
    *, owner: Person, habit_id: UUID, date: date, posting: Posting, now: datetime
) -> tuple[CheckIn, bool]:
    """The day's mark, and whether this posting made it. A mark with `undone_at` means a later undo won: no effect.

    Raises Refused: not_found, or what judging its time says (unknown_zone, too_old, day_in_future, day_closed).
    """
    habit = lock_own_habit(owner, habit_id)
    history = load_history(habit, now=now)
    late = is_late(history, date, posting, now=now)
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


def _posted(habit: Habit, check_in: CheckIn, account: Account, posting: Posting, *, now: datetime) -> CheckIn:
    """A first posting, or the first one after an undo: nothing of what was taken back comes along."""
    anew = check_in.undone_at is not None
    check_in.received_at, check_in.zone, check_in.source = now, posting.zone, posting.source
    check_in.undone_at = None
    _write_account(check_in, account)
    attach_photos(check_in, posting.photos, now=now, anew=anew)
    return settle_change(habit, check_in, facts.CHECK_IN_POSTED, now=now)


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
    return settle_change(habit, check_in, facts.CHECK_IN_CHANGED, now=now) if changed else check_in


def _write_account(check_in: CheckIn, account: Account) -> None:
    check_in.captured_at, check_in.content_captured_at = account.captured_at, account.worded_at
    check_in.late, check_in.caption, check_in.amount = account.late, account.caption, account.amount
    check_in.save()
