"""The order of the feed on this phone: the server's own function over the cards kept here and what I did since."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from mobile.store.database import Body
from mobile.store.outbox import Command, Kind
from shared.ranking import KNOBS_AT_FIRST, CardFacts, Knob, knobs_of, rank

_NEVER_SORTED = {"back": False, "waits": False, "closeness": 0, "less": False, "older": False}
"""Of a card that a server printed before it sorted any."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """The reader's knobs, whom this phone shows no more, and what they said of single habits: less, or as before."""

    knobs: frozenset[Knob]
    away: Collection[str]
    less: Mapping[str, bool]


def knobs_in(me: Body | None) -> frozenset[Knob]:
    return knobs_of(me["comes_first"]) if me and "comes_first" in me else KNOBS_AT_FIRST


@dataclass
class FeedOrder:
    """Holds each card where it stood when the feed was opened: what I answer doesn't slip away under my finger.

    What it is told with is as it is now, so that its reason is true all the same.
    """

    _held: dict[UUID, CardFacts] = field(default_factory=dict)
    _knobs: frozenset[Knob] | None = None

    def begin_anew(self) -> None:
        self._held = {}

    def sort(self, cards: Iterable[Body], waiting: Iterable[Command], wishes: Wishes) -> list[tuple[Body, CardFacts]]:
        if wishes.knobs != self._knobs:
            self._knobs, self._held = wishes.knobs, {}
        by_id = {UUID(card["check_in"]): card for card in cards}
        now = dict(zip(by_id, facts_of(by_id.values(), list(waiting), wishes), strict=True))
        held = [self._hold(facts) for facts in now.values()]
        return [(by_id[found], now[found]) for found, _ in rank(held, wishes.knobs)]

    def _hold(self, facts: CardFacts) -> CardFacts:
        """What I want less of goes at once: I asked for it."""
        return replace(self._held.setdefault(facts.id, facts), less=facts.less, muted=facts.muted)


def facts_of(cards: Iterable[Body], waiting: list[Command], wishes: Wishes) -> list[CardFacts]:
    """As the server will know them once it has heard everything; a close friend is one I answer, as it counts."""
    cards = list(cards)
    answered = {card["check_in"]: my_reaction(card, waiting) is not None for card in cards}
    since: Counter[str] = Counter()
    for card in cards:
        counted = card.get("sorts", {}).get("answered", answered[card["check_in"]])
        since[card["person"]["id"]] += answered[card["check_in"]] - counted
    return [_facts(card, answered[card["check_in"]], since, wishes) for card in cards]


def _facts(card: Body, answered: bool, since: Counter[str], wishes: Wishes) -> CardFacts:
    sorts, person = _NEVER_SORTED | card.get("sorts", {}), card["person"]["id"]
    return CardFacts(
        id=UUID(card["check_in"]), back=sorts["back"], waits=sorts["waits"] and not answered, answered=answered,
        closeness=sorts["closeness"] + since[person], less=wishes.less.get(card["habit"]["id"], sorts["less"]),
        older=sorts["older"], muted=person in wishes.away,
    )  # fmt: skip


def my_reaction(card: Body, waiting: list[Command]) -> str | None:
    """What I answered, the last unsent change included."""
    reaction: str | None = card["my_reaction"]
    for command in waiting:
        if (command.target.get("habit"), command.target.get("date")) != (card["habit"]["id"], card["date"]):
            continue
        if command.kind in (Kind.REACT, Kind.FACE):
            reaction = command.body["kind"]
        elif command.kind is Kind.UNREACT:
            reaction = None
    return reaction
