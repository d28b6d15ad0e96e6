"""What can be done in the crowd."""

from collections.abc import Callable
from dataclasses import dataclass

from mobile.presenters.beside_state import TheirDay


@dataclass(frozen=True, slots=True)
class BesideDesk:
    """What stands beside the habit chosen."""

    choose: Callable[[], object]
    """Ask what its days shall stand beside."""
    allow: Callable[[bool], object]
    """Friends may start beside it, or no longer."""
    end: Callable[[str], object]
    """No longer keep this friend's habit beside it."""
    start: Callable[[TheirDay], object]
    """Start beside the day I came in for."""


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
    share_half: Callable[[], object]
    """The guest's link, with today's photo beside an empty half."""
    quiet: Callable[[str], object]
    """Ask what to do about a friend of whom something is not shared now."""
    scan: Callable[[], object]
    """A friend's code, shown on their phone."""
    beside: BesideDesk
