"""What comes first in the feed, and the one reason each card stands where it stands.

One order for the server, the phone and the web door. It sees only what the reader is told anyway, and of two readers
who are told the same it makes the same order: a gallery friend's is the same whether or not a day was missed, because
nothing here that knows of a miss is ever true for them.

- Each knob that is on lifts what it names, in the order of `Knob`; the first one counts most.
- What the reader asked for less of comes after the rest of these two weeks, and what is older than they are comes last,
  by time alone.
- What no knob tells apart goes by time, newest first. Ids are UUIDv7: they sort by the instant a day arrived, to a
  quarter of a microsecond, and no two are equal.

**Closeness** is how many days of a person the reader has answered in the CLOSE_WITHIN before the feed was opened: the
reader's own acts and nothing else. CLOSE_FROM of them, about one a week, is close. Nobody is told how close they are.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

CLOSE_WITHIN = timedelta(days=30)
CLOSE_FROM = 4
REACH = timedelta(days=14)
"""What arrived longer ago is in the feed by time alone: nobody means a day of last spring by "unanswered"."""
MOST_SORTED = 500
"""How many days are sorted at the most; what came before them is by time alone, too."""


class Knob(StrEnum):
    """What a reader may have lifted, the strongest first."""

    COMEBACKS = "comebacks"
    WAITING = "waiting"
    UNANSWERED = "unanswered"
    CLOSE = "close"


class Why(StrEnum):
    """Why a card stands where it stands: what lifted it, or else what didn't."""

    COMEBACKS = "comebacks"
    WAITING = "waiting"
    UNANSWERED = "unanswered"
    CLOSE = "close"
    ANSWERED = "answered"
    NEWEST = "newest"
    OLDER = "older"
    LESS = "less"


KNOBS_AT_FIRST = frozenset({Knob.UNANSWERED})


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the reader knows of a friend's day. `id` is the check-in's.

    back: it is a comeback from a miss the reader saw the card of, as a witness. waits: they are its witness, and
    nobody has answered it. answered: by the reader. closeness: to its owner. older: beyond REACH or MOST_SORTED.
    """

    id: UUID
    back: bool = False
    waits: bool = False
    answered: bool = False
    closeness: int = 0
    less: bool = False
    older: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a card stands: the smaller, the further up. A tier is a number below TIERS."""

    tier: int
    before: int
    """Minus the id as a number: the newest first."""


TIERS = 64
_OLDER, _LESS = 32, 16


def rank(cards: Iterable[CardFacts], knobs: Collection[Knob]) -> list[tuple[UUID, Why]]:
    """The cards in order, each with its reason; those of muted people not at all."""
    shown = sorted((card for card in cards if not card.muted), key=lambda card: place(card, knobs))
    return [(card.id, why(card, knobs)) for card in shown]


def place(card: CardFacts, knobs: Collection[Knob]) -> Place:
    """No two cards share one, and none depends on another card: what comes or goes moves nothing else."""
    if card.older:
        return Place(_OLDER, -card.id.int)
    not_named = sum(8 >> nth for nth, knob in enumerate(Knob) if knob in knobs and not _names(knob, card))
    return Place(_LESS * card.less + not_named, -card.id.int)


def why(card: CardFacts, knobs: Collection[Knob]) -> Why:
    if card.older:
        return Why.OLDER
    if card.less:
        return Why.LESS
    for knob in Knob:
        if knob in knobs and _names(knob, card):
            return Why(knob.value)
    return Why.ANSWERED if card.answered and Knob.UNANSWERED in knobs else Why.NEWEST


def knobs_of(names: Iterable[str]) -> frozenset[Knob]:
    """From how they are stored and sent; a name from a later version is none."""
    known = {knob.value: knob for knob in Knob}
    return frozenset(known[name] for name in names if name in known)


def _names(knob: Knob, card: CardFacts) -> bool:
    match knob:
        case Knob.COMEBACKS:
            return card.back
        case Knob.WAITING:
            return card.waits
        case Knob.UNANSWERED:
            return not card.answered
        case Knob.CLOSE:
            return card.closeness >= CLOSE_FROM
