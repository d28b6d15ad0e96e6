"""The feed: others' check-ins I may see now, in the order I asked for. It ends."""

from dataclasses import dataclass
from datetime import datetime

from server.feed.places import Mark
from server.feed.selectors.cards import Card, cards_of
from server.feed.selectors.sorting import older, sortable
from server.feed.selectors.visible import others_check_ins
from server.kernel.pages import PAGE
from server.people.models import Person
from shared.ranking import CardFacts, Why, knobs_of, place, why


@dataclass(frozen=True, slots=True)
class Ranked:
    """A card, what sorted it, where it stands and why."""

    card: Card
    facts: CardFacts
    mark: Mark
    why: Why


def read_feed(viewer: Person, *, after: Mark | None, now: datetime) -> list[Ranked]:
    """Up to one card more than a page, from the place after `after` on. As many queries for one friend as for many."""
    as_of, start, knobs = after.as_of if after else now, after.place if after else None, knobs_of(viewer.comes_first)
    facts = sortable(viewer, as_of=as_of)
    facts += older(viewer, facts, as_of=as_of, after=start)
    placed = {place(card, knobs): card for card in facts}
    wanted = [placed[there] for there in sorted(placed) if start is None or there > start][: PAGE + 1]
    shown = others_check_ins(viewer).filter(id__in=[card.id for card in wanted])
    cards = {card.check_in.id: card for card in cards_of(list(shown), viewer=viewer, now=now)}
    # What went between the two questions is left out.
    there = [card for card in wanted if card.id in cards]
    return [Ranked(cards[card.id], card, Mark(as_of, place(card, knobs)), why(card, knobs)) for card in there]
