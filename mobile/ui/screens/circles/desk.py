"""What can be done with circles."""

from collections.abc import Callable
from dataclasses import dataclass

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class CirclesDesk:
    start: Do
    edit: Callable[[str], object]
    show_habit: Callable[[str], object]
    name: Callable[[str], object]
    person: Callable[[str], object]
    save: Do
    give_up: Do
    back: Do
    close: Do
