"""What comes first on the fake server. It sorts as the real one does, but knows neither comebacks nor weeks."""

from uuid import UUID

from mobile.api.fake.asked import Asked
from mobile.api.fake.seen import may_see
from mobile.api.fake.world import Body, World, text
from shared import clock
from shared.codes import Code, Refused
from shared.ranking import CLOSE_WITHIN, CardFacts, knobs_of, place, why

_LESS = "/api/v1/less/([^/]+)"


def in_order(world: World, viewer: str, cards: list[Body]) -> list[Body]:
    """Each card with what it is sorted by, and why it stands where it stands."""
    knobs = knobs_of(world.people[viewer]["comes_first"])
    facts = {card["check_in"]: _facts(world, viewer, card) for card in cards}
    ordered = sorted(cards, key=lambda card: place(facts[card["check_in"]], knobs))
    return [
        card | {"why": why(facts[card["check_in"]], knobs).value, "sorts": _print(facts[card["check_in"]])}
        for card in ordered
    ]


def _facts(world: World, viewer: str, card: Body) -> CardFacts:
    habit, since = card["habit"]["id"], text(clock.now() - CLOSE_WITHIN)
    answered = card["my_reaction"] is not None
    close = sum(
        who == viewer and at > since and world.owners[seen] == card["person"]["id"]
        for (seen, _, who), (_, at) in world.reactions.items()
    )
    waits = may_see(world, viewer, habit) == "witness" and not answered and card["answers_before_me"] == 0
    return CardFacts(
        UUID(card["check_in"]), waits=waits, answered=answered, closeness=close, less=(viewer, habit) in world.less
    )


def _print(facts: CardFacts) -> Body:
    return {name: getattr(facts, name) for name in ("back", "waits", "answered", "closeness", "less", "older")}


def _listed(asked: Asked) -> Body:
    world = asked.world
    return {"items": [
        {"habit": {key: world.habits[habit][key] for key in ("id", "title", "icon")},
         "person": world.shown(world.owners[habit]), "since": since}
        for (person, habit), since in reversed(world.less.items()) if person == asked.person
    ]}  # fmt: skip


def _show_less(asked: Asked) -> None:
    (habit,) = asked.names
    if may_see(asked.world, asked.person, habit) not in ("witness", "gallery"):
        raise Refused(Code.NOT_FOUND)
    asked.world.less.setdefault((asked.person, habit), text(clock.now()))


def _as_before(asked: Asked) -> None:
    asked.world.less.pop((asked.person, asked.names[0]), None)


ROUTES = (("GET", "/api/v1/less", _listed), ("PUT", _LESS, _show_less), ("DELETE", _LESS, _as_before))
