"""What posting, editing and undoing a day have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from server.habits.models import CheckIn, Habit
from server.habits.selectors.outages import moved_grace
from server.habits.services.settle import settle_habit
from server.habits.services.slots import note_change
from server.kernel.facts import FactKind
from shared.acceptance import judge_check_in
from shared.states import History


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


def is_late(history: History, day: date, posting: Posting, *, now: datetime) -> bool:
    """Whether the posting is late; raises Refused when its time can't be accepted."""
    accepted = judge_check_in(
        clock=history.clock, day=day, captured_at=posting.captured_at, sent_at=posting.sent_at, received_at=now,
        zone=posting.zone, grace=history.grace, grace_moved=moved_grace(history, day, now=now),
    )  # fmt: skip
    return accepted.late


def settle_change(habit: Habit, check_in: CheckIn, kind: FactKind, *, now: datetime) -> CheckIn:
    """Bring the habit in line with its changed mark, and say so in one fact."""
    settle_habit(habit, now=now)
    note_change(check_in, kind, now=now)
    return check_in
