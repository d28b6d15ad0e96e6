"""The rounds: what a friend has shown and I have not looked at yet, and the cards a witness holds."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from server.feed.selectors.cards import Card, cards_of
from server.feed.selectors.visible import witnessed_misses
from server.habits.models import Miss
from server.letters.selectors.keepers import kept_letters
from server.people.models import Person
from server.people.own_words import open_to
from server.people.selectors import muted_by
from server.responses.selectors import UNSEEN, MissAct, acts_on_misses
from server.responses.waiting import unseen_check_ins

MOST_CARDS = 100


@dataclass(frozen=True, slots=True)
class MissCard:
    """`own_words`: the owner lets the viewer add some to a cheer."""

    miss: Miss
    mine: MissAct
    keeps_letter: bool = False
    own_words: bool = False


@dataclass(frozen=True, slots=True)
class Rounds:
    cards: list[Card]
    misses: list[MissCard]


def read_rounds(viewer: Person, *, now: datetime) -> Rounds:
    """Unseen check-ins of the last three days, oldest first, and the misses this person may answer."""
    unseen = list(unseen_check_ins(viewer, now=now).order_by("id")[:MOST_CARDS])
    return Rounds(cards_of(unseen, viewer=viewer, now=now), _miss_cards(viewer, now))


def count_waiting(viewer: Person, *, now: datetime) -> int:
    """How many check-ins the rounds hold for this person."""
    return unseen_check_ins(viewer, now=now).count()


def _miss_cards(viewer: Person, now: datetime) -> list[MissCard]:
    """One card per owner and date, however many habits stayed empty: the one already looked at, else the oldest."""
    shown = witnessed_misses(viewer).exclude(owner__in=muted_by(viewer))
    running = shown.filter(state=Miss.State.OPEN, opens_at__gt=now)
    misses = list(running.order_by("closed_at", "id"))
    acts = acts_on_misses([miss.id for miss in misses])
    kept = kept_letters(viewer, misses)
    named = open_to(viewer, {miss.owner_id for miss in misses}, now=now)
    cards = [
        MissCard(miss, acts[miss.id].get(viewer.id, UNSEEN), miss.id in kept, miss.owner_id in named)
        for miss in misses
    ]  # fmt: skip
    chosen: dict[tuple[UUID, date], MissCard] = {}
    for card in sorted(cards, key=lambda card: not card.mine.saw):
        chosen.setdefault((card.miss.owner_id, card.miss.date), card)
    return sorted(chosen.values(), key=lambda card: (card.miss.closed_at, card.miss.id))
