"""Whether a check-in counts, whether it is late, and how two accounts of one day become one."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from shared import limits
from shared.codes import Code, Refused
from shared.days import ClockChange, PersonClock, closes_at, grace_ends_at, habit_day, with_change
from shared.zones import check_zone

# No day is still in grace this many dates after it, wherever on earth the person went.
_SURELY_CLOSED = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Accepted:
    """`captured_at` is corrected for the phone's clock; `late` holds the streak just the same."""

    captured_at: datetime
    late: bool


def judge_check_in(
    *,
    clock: PersonClock,
    day: date,
    captured_at: datetime,
    sent_at: datetime,
    received_at: datetime,
    zone: str,
    grace: timedelta = limits.GRACE_DEFAULT,
    grace_moved: datetime | None = None,
) -> Accepted:
    """Raises Refused with unknown_zone, too_old, day_in_future or day_closed; nothing else depends on time.

    `sent_at` and `captured_at` are by the phone's clock, `received_at` by ours; `zone` is where the phone is or was
    at the tap; a history that doesn't know it yet is read as if the person moved there at the tap.
    `grace_moved`: the day's end of grace where an outage moved it.
    """
    check_zone(zone)
    # The phone's clock may be wrong, but it measures well how long ago the tap was.
    delay = max(sent_at - captured_at, timedelta())
    if delay > limits.TOO_OLD:
        raise Refused(Code.TOO_OLD)
    captured_at = received_at - delay
    if zone not in (clock.zone_at(captured_at), clock.zone_at(received_at)):
        # The request tells of a zone the history doesn't know yet.
        clock = with_change(clock, ClockChange(captured_at, zone, clock.day_start_at(captured_at)))
    if day > max(habit_day(clock, captured_at), habit_day(clock, received_at)):
        raise Refused(Code.DAY_IN_FUTURE)
    in_time = _is_in_time(clock, day, captured_at, grace, grace_moved)
    return Accepted(captured_at, late=not in_time or delay > limits.LATE_AFTER)


def _is_in_time(
    clock: PersonClock, day: date, captured_at: datetime, grace: timedelta, grace_moved: datetime | None
) -> bool:
    """True before the day closed, False in grace; raises Refused(day_closed) after it."""
    if day < captured_at.date() - _SURELY_CLOSED and grace_moved is None:
        raise Refused(Code.DAY_CLOSED)
    if captured_at < closes_at(clock, day):
        return True
    if captured_at >= (grace_moved or grace_ends_at(clock, day, grace)):
        raise Refused(Code.DAY_CLOSED)
    return False


@dataclass(frozen=True, slots=True)
class Account:
    """One device's account of one habit day. `worded_at` is when caption and amount were last written."""

    captured_at: datetime
    worded_at: datetime
    late: bool = False
    caption: str = ""
    amount: Decimal | None = None
    photos: frozenset[UUID] = frozenset()


def merge_marks(one: Account, other: Account) -> Account:
    """Both accounts as one; the order and the number of arrivals make no difference.

    The first capture decides when and whether late, the later words win, photos are all kept.
    """
    newer = max(one, other, key=_wording)
    return replace(
        newer,
        captured_at=min(one.captured_at, other.captured_at),
        late=one.late and other.late,
        photos=one.photos | other.photos,
    )


def is_undone_by(tombstone_at: datetime, captured_at: datetime) -> bool:
    """Whether an undo at `tombstone_at` also takes back a check-in captured at `captured_at`."""
    return captured_at <= tombstone_at


def _wording(account: Account) -> tuple[datetime, Decimal, str]:
    # Two devices may write at the same instant: then more is believed, so that both sides agree.
    return account.worded_at, account.amount if account.amount is not None else Decimal(-1), account.caption
