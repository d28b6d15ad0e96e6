"""The mood of the scene and of each face. A face shows only what that person did."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from shared import limits
from shared.states import Fold


class Mood(StrEnum):
    WAITING = "waiting"
    WARM = "warm"
    BACK = "back"
    COLD = "cold"
    QUIET = "quiet"


class Expression(StrEnum):
    GREY = "grey"  # hasn't looked
    COLOUR = "colour"  # has looked
    SMILING = "smiling"  # answered
    DOWN = "down"  # saw the miss and hasn't answered


class Role(StrEnum):
    WITNESS = "witness"
    GALLERY = "gallery"


@dataclass(frozen=True, slots=True)
class Act:
    """What one person did about today's habit, and about its open miss (`miss_answer`: "cheer" or "let_go")."""

    person_id: UUID
    role: Role
    looked: bool = False
    answer: str | None = None
    saw_miss: bool = False
    miss_answer: str | None = None


def expression(act: Act, *, miss_open: bool) -> Expression | None:
    """The face; None where a gallery face steps out because a miss is open."""
    if miss_open and act.role is Role.GALLERY:
        return None
    if act.answer is not None or (miss_open and act.miss_answer == "cheer"):
        return Expression.SMILING
    if miss_open and act.saw_miss and act.miss_answer is None:
        return Expression.DOWN
    if act.looked or (miss_open and act.miss_answer is not None):
        return Expression.COLOUR
    return Expression.GREY


def mood(
    *,
    resting: bool,
    done_today: bool,
    came_back: bool,
    miss_closed_at: datetime | None,
    miss_seen: bool,
    now: datetime,
) -> Mood:
    """The weather of the scene at `now`; `miss_closed_at` is the newest open miss's end of grace, if there is one."""
    if resting:
        return Mood.QUIET
    if done_today:
        return Mood.BACK if came_back else Mood.WARM
    if miss_closed_at is not None and miss_seen and now - miss_closed_at <= limits.COLD_MAX:
        return Mood.COLD
    return Mood.WAITING


def came_back(fold: Fold, today: date) -> bool:
    """Whether the check-in of `today` is the first one after a miss, in time for a comeback or not."""
    return any(miss.returned_on == today for miss in fold.misses)
