"""What can be done in the rounds and in the feed."""

from collections.abc import Callable
from dataclasses import dataclass

from mobile.presenters.beside_state import TheirDay
from mobile.presenters.people_state import NoticeView

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class RoundsDesk:
    react: Callable[[str], object]
    cheer: Callable[[str], object]
    let_go: Do
    skip: Do
    close: Do
    face: Do
    """Ask for a picture of oneself, as the answer."""
    beside: Do
    """Ask what to do with this day: start beside it, or keep it beside mine."""
    write: Do
    """Words of one's own about this day, or for the next cheer."""


@dataclass(frozen=True, slots=True)
class FeedDesk:
    rounds: Do
    react: Callable[[str, str], object]
    nudge: Callable[[str], object]
    """Ask in which words, then say that a friend's day is waited for."""
    about: Callable[[str], object]
    """What else can be done about this day: less of it, or report it."""
    more: Do
    notice: Callable[[NoticeView], object]
    """Go where a notice leads."""
    told: Callable[[list[str]], object]
    """These notices have been shown."""
    answer: Callable[[str, str], object]
    """A friend's day, on the notice that speaks of it."""
    face: Callable[[str], object]
    """Ask for a picture of oneself, as the answer to this day."""
    change: Callable[[str], object]
    """Say something else about a friend's empty day."""
    start: Callable[[TheirDay], object]
    """Start beside this day."""
    keep: Callable[[TheirDay], object]
    """Keep it beside mine."""
    write: Callable[[str], object]
    """Words of one's own about this day."""
    line: Callable[[str, str], object]
    """What may be done about a line I wrote about this day."""
    first: Do
    """What comes first."""
