"""What can be done in the crowd."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CrowdDesk:
    accept: Callable[[str], object]
    cheer: Callable[[str], object]
    decline: Callable[[str], object]
    is_them: Callable[[str], object]
    is_somebody_else: Callable[[str], object]
    """Of somebody who came in with a link of mine."""
    person: Callable[[str], object]
    """Ask what to do about a friend."""
    invite: Callable[[], object]
    show_guest: Callable[[], object]
    """Make a link to today's photo for somebody without Kith."""
    copy_link: Callable[[str], object]
    open_link: Callable[[str], object]
    accept_link: Callable[[str], object]
    keep: Callable[[str], object]
    """Keep the letter its owner gives me."""
    not_now: Callable[[str], object]
    seat: Callable[[str], object]
    """Ask what to do about a seat I hold."""
    circles: Callable[[], object]
    letters: Callable[[], object]
    """Of the habit chosen."""
