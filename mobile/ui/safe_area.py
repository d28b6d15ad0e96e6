"""The edges where the phone itself draws: status bar above, gesture bar below. In dp."""

from dataclasses import dataclass


@dataclass(slots=True)
class SafeArea:
    top: float = 0
    bottom: float = 0


SAFE_AREA = SafeArea()
"""Set once by main before the first screen is built; a desktop window keeps the zeros."""
