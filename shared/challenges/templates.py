"""Challenges to start from. What they say is theirs who start one: a template is only filled in."""

from dataclasses import dataclass
from decimal import Decimal

from shared.challenges.kinds import Kind
from shared.challenges.members import EVERY_DAY
from shared.languages import message

_WORKDAYS = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Template:
    """`days`: how long it runs. `goal` in `unit`, with `own_target` a day for each; `asks_at`: minute of the day."""

    key: str
    kind: Kind
    title: str
    icon: str
    days: int
    weekdays: frozenset[int] = EVERY_DAY
    unit: str = ""
    goal: Decimal | None = None
    own_target: Decimal | None = None
    asks_at: int | None = None


TEMPLATES = (
    Template("duet-move", Kind.DUET, message("Move, side by side"), "run", 30),
    Template("duet-pages", Kind.DUET, message("Ten pages each"), "book", 30),
    Template("together-evening", Kind.TOGETHER, message("Where I am this evening"), "sun", 14, asks_at=18 * 60),
    Template("together-lunch", Kind.TOGETHER, message("Lunch, cooked"), "food", 14, _WORKDAYS, asks_at=12 * 60),
    Template("chain-practice", Kind.CHAIN, message("Practise together"), "music", 30),
    Template("chain-outside", Kind.CHAIN, message("Outside once a day"), "walk", 21),
    Template(
        "goal-walk", Kind.GOAL, message("Walk to the sea"), "walk", 30,
        unit="km", goal=Decimal(500), own_target=Decimal(4),
    ),
    Template(
        "goal-pages", Kind.GOAL, message("A shelf of pages"), "book", 60,
        unit="pages", goal=Decimal(3000), own_target=Decimal(10),
    ),
    Template("league-week", Kind.LEAGUE, message("A week in the open"), "star", 7),
)  # fmt: skip
ASKS_AT = 18 * 60
"""When a together asks, in minutes of everybody's own day, unless its creator says otherwise."""
