"""What can be done while composing."""

from collections.abc import Callable
from dataclasses import dataclass

from mobile.presenters.compose_state import ComposeMode

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class ComposeDesk:
    close: Do
    take: Do
    choose: Do
    clear: Do
    mode: Callable[[ComposeMode], object]
    caption: Callable[[str], object]
    amount: Callable[[str], object]
    post: Do
    beside: Do
    """Ask what the photo shall stand beside."""
