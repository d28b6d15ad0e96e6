"""How many pushes a day one person gets, over all kinds. What finds its budget spent stays in the list, silently."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from server.kernel.allowances import hand_back, try_spend
from server.notifications.kinds import Kind
from shared import limits
from shared.limits import Rate


class Budget(NamedTuple):
    """So many pushes on one of the receiver's dates. Several notices in one parcel are one push."""

    name: str
    pushes: int


MINE = Budget("mine", limits.PUSHES_OF_MINE)
"""What concerns one's own days."""
ROUNDS = Budget("rounds", limits.PUSHES_OF_ROUNDS)
RELAY = Budget("relay", limits.PUSHES_OF_RELAYS)
OTHERS = Budget("others", limits.PUSHES_OF_OTHERS)
"""What concerns friends and their days, beside the two above."""

BUDGETS: Mapping[Kind, Budget] = {
    Kind.REMINDER: MINE,
    Kind.FIRST_ANSWER: MINE,
    Kind.MORE_ANSWERS: MINE,
    Kind.GUEST_ANSWER: MINE,
    Kind.CHEER: MINE,
    Kind.GOLD_LETTER: MINE,
    Kind.SEAT_ACCEPTED: MINE,
    Kind.NUDGE: MINE,
    Kind.COMMENT: MINE,
    Kind.SEASON_OVER: MINE,
    Kind.STARTED_BESIDE: MINE,
    Kind.KEPT_BESIDE: MINE,
    Kind.CHALLENGE_STARTS: MINE,
    Kind.LAST_TO_COME: MINE,
    Kind.CARRIED: MINE,
    Kind.ROUNDS: ROUNDS,
    Kind.RELAY: RELAY,
    Kind.SEAT_OFFERED: OTHERS,
    Kind.THANKS: OTHERS,
    Kind.MISS: OTHERS,
    Kind.BACK: OTHERS,
    Kind.DONE_AFTER_ALL: OTHERS,
    Kind.LETTER_GIVEN: OTHERS,
    Kind.SEASON_THANKS: OTHERS,
    Kind.CHALLENGE_OFFERED: OTHERS,
    Kind.CHAIN_DAY_KEPT: OTHERS,
    Kind.CHALLENGE_ENDED: OTHERS,
}
UNBOUND = frozenset({Kind.ARRIVED, Kind.CHECK_ASKED, Kind.EXPORT_READY, Kind.LEAVING, Kind.MODERATED})
"""Somebody waits at the door, a friend has a hard time, an account is about to go, a moderator spoke: rare."""
ALWAYS = frozenset({Kind.REMINDER})
"""Rings at its owner's own time, however many they asked for; it takes its part of the budget all the same."""
_KEPT = timedelta(days=3)


class Push(NamedTuple):
    """The kinds that may ring together now, and what was taken for them: given back if nothing rang."""

    kinds: frozenset[Kind]
    taken: tuple[Budget, ...]


def take_push(person_id: UUID, kinds: Collection[Kind], *, on: date, now: datetime) -> Push:
    """Take one push from each budget these kinds belong to. Exact, however many senders ask at once."""
    ringing, taken = {kind for kind in kinds if kind in UNBOUND}, []
    for budget in {BUDGETS[kind] for kind in kinds if kind in BUDGETS}:
        mine = {kind for kind in kinds if BUDGETS.get(kind) is budget}
        has_left = try_spend(*_key(budget, person_id, on), rate=Rate(budget.pushes, _KEPT), now=now)
        if has_left:
            taken.append(budget)
        if has_left or mine & ALWAYS:
            ringing |= mine
    return Push(frozenset(ringing), tuple(taken))


def give_push_back(person_id: UUID, push: Push, *, on: date) -> None:
    """It did not ring after all, and will be tried once more."""
    for budget in push.taken:
        hand_back(*_key(budget, person_id, on))


def _key(budget: Budget, person_id: UUID, on: date) -> tuple[str, str]:
    return f"push-{budget.name}", f"{person_id}:{on.isoformat()}"
