"""What can be done at the door."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignInDesk:
    send_code: Callable[[str], object]
    start_joining: Callable[[str], object]
    join: Callable[..., object]
    """With email, invite, birth_year and old_enough."""
    enter_code: Callable[[str], object]
    enter_second: Callable[[str], object]
    choose_name: Callable[[str], object]
    agree: Callable[[], object]
    put_off_terms: Callable[[], object]
    read: Callable[[str], object]
    """Open "terms" or "privacy"."""
    close_reading: Callable[[], object]
    back: Callable[[], object]
    set_server: Callable[[str], object]
    scan: Callable[[str], object]
    """A friend's code, shown on their phone; with the address written so far."""
