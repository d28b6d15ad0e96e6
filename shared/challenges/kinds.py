"""The kinds there are, and how many people each is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    DUET = "duet"
    TOGETHER = "together"
    CHAIN = "chain"
    GOAL = "goal"
    LEAGUE = "league"


@dataclass(frozen=True, slots=True)
class Size:
    """How many people it takes, and for how many there is room. One fewer than it takes may wait for the others."""

    least: int
    most: int


SIZES: Mapping[Kind, Size] = {
    Kind.DUET: Size(2, 2),
    Kind.TOGETHER: Size(3, 30),
    Kind.CHAIN: Size(2, 8),
    Kind.GOAL: Size(2, 200),
    Kind.LEAGUE: Size(3, 5),
}
PRIVATE_STAYS_OUT = frozenset({Kind.GOAL, Kind.LEAGUE})
"""Kinds no sensitive habit takes part in: an amount in a sum of two is an amount told, and points are a rank."""
GROWN_UPS_ONLY = frozenset({Kind.LEAGUE})
