"""What has become of my blue letter, as far as this phone can tell: offline it knows of a comeback before anybody."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mobile.actions.letters import LEAVE_CLOSED, OPEN
from mobile.presenters.reading import Reading
from mobile.store import instants
from mobile.store.database import Body
from shared import limits
from shared.letter_states import LIVE, OPENABLE, Burn, LetterState
from shared.moods import Role
from shared.states import DayState, MissStatus

_KEPT = (DayState.DONE, DayState.LATE)


class Fate(StrEnum):
    ON_ITS_WAY = "on_its_way"
    MAY_OPEN = "may_open"
    CLOSED = "closed"
    """Left closed; until it burns it may still be opened."""
    OPENING = "opening"
    """I asked for it; the server has not heard yet."""
    OPENED = "opened"
    BURNT = "burnt"


@dataclass(frozen=True, slots=True)
class OwnLetter:
    miss_id: str
    day: date
    """The day that stayed empty."""
    fate: Fate
    keeper: str
    """Name of a witness who holds a copy; empty when that is not known."""
    opens_at: datetime
    burns_at: datetime | None
    reason: Burn | None = None


def own_letters(reading: Reading) -> list[OwnLetter]:
    """What every empty day made of it, newest first; not where only the server can say by now."""
    told = (_own_letter(reading, miss) for miss in reading.letter_misses)
    return [letter for letter in told if letter is not None]


def _own_letter(reading: Reading, miss: Body) -> OwnLetter | None:
    letter = miss["letter"]
    reason = _burnt_here(reading, miss) or (Burn(letter["reason"]) if letter["reason"] else None)
    fate = Fate.BURNT if reason else _fate(reading, letter)
    if fate is None:
        return None
    keeper, burns_at = letter["keeper"], letter["burns_at"]
    return OwnLetter(
        miss_id=miss["id"], day=date.fromisoformat(miss["date"]), fate=fate, keeper=keeper["name"] if keeper else "",
        opens_at=instants.from_text(letter["opens_at"]),
        burns_at=instants.from_text(burns_at) if burns_at else None, reason=reason,
    )  # fmt: skip


def _fate(reading: Reading, letter: Body) -> Fate | None:
    state, asked = LetterState(letter["state"]), letter.get("asked")
    if state is LetterState.OPENED:
        return Fate.OPENED
    if state in OPENABLE and asked == OPEN:
        return Fate.OPENING
    if state is LetterState.CLOSED or (state in OPENABLE and asked == LEAVE_CLOSED):
        return Fate.CLOSED
    if state is LetterState.MAY_OPEN:
        return Fate.MAY_OPEN
    # Whether it may open hangs on what others did: after the window, wait for the server's word.
    return Fate.ON_ITS_WAY if reading.now < instants.from_text(letter["opens_at"]) else None


def _burnt_here(reading: Reading, miss: Body) -> Burn | None:
    """Reasons of the owner's own, known here first."""
    letter = miss["letter"]
    if LetterState(letter["state"]) not in LIVE:
        return None
    folded = next((one for one in reading.fold.misses if one.day.isoformat() == miss["date"]), None)
    over = letter["burns_at"] is not None and reading.now >= instants.from_text(letter["burns_at"])
    reasons = {
        Burn.VOIDED: folded is None,
        Burn.COMEBACK: folded is not None and folded.status is MissStatus.RETURNED,
        Burn.RESTED: reading.resting,
        Burn.UNREAD: over,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def burnt_by_comeback(reading: Reading) -> OwnLetter | None:
    """The letter that today's comeback burnt."""
    if not reading.came_back:
        return None
    today = {miss.day for miss in reading.fold.misses if miss.returned_on == reading.today}
    burnt = (one for one in own_letters(reading) if one.reason is Burn.COMEBACK and one.day in today)
    return next(burnt, None)


def goes_with_letters(reading: Reading, me: Body | None) -> bool:
    """Nothing sensitive, and only for somebody who is certainly grown up."""
    return bool(me and me.get("adult")) and not reading.habit["sensitive"]


def is_offered(reading: Reading, me: Body | None) -> bool:
    """After the 7th kept day, while there is somebody to keep it and no day waits. Never once there was one."""
    standing = reading.letter
    free = standing is None or not (standing["has"] or standing["off"])
    kept = sum(state in _KEPT for state in reading.fold.states.values())
    return (
        free and goes_with_letters(reading, me) and reading.miss is None and bool(witnesses(reading))
        and kept >= limits.LETTER_OFFERED_AFTER
    )  # fmt: skip


def witnesses(reading: Reading) -> list[str]:
    """Names, the one asked first in front."""
    return [member.name for member in reading.crowd if member.act.role is Role.WITNESS]
