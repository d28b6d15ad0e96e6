"""What can be done on the page of one habit."""

from collections.abc import Callable
from dataclasses import dataclass

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class HabitDesk:
    back: Do
    change: Do
    """Change the promise."""
    day: Callable[[str], object]
    """Look at a day."""
    month: Callable[[int], object]
    duet: Callable[[str], object]
    film: Do
    numbers: Callable[[bool], object]
    """Hide them, or show them."""
