"""Every figure: what is held against what, and what it should reach. Rooms of figures join by adding to FIGURES."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contender:
    """A module with `measure(begun, *arguments)`; each round runs it in a process of its own."""

    module: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """`ours` over `theirs`, round by round, of one thing both measure."""

    name: str
    ours: Contender
    theirs: Contender
    of: str
    """What both measure, by the name they give it."""
    most: float | None = None
    least: float | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """Figures that share a preparation. `environment`: of the contenders' processes, given a folder of their own."""

    figures: Callable[[Path], list[Figure]]
    prepare: Callable[[Path, bool], None]
    """Fills a folder, once per run; True: small, for a quick look."""
    environment: Callable[[Path], dict[str, str]]
