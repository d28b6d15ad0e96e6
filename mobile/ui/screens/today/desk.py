"""What can be done from Today: one callable per wish, so that cards know neither presenter nor navigation."""

from collections.abc import Callable
from dataclasses import dataclass

from mobile.presenters.compose_state import ComposeMode
from mobile.presenters.rounds_state import SaidView
from mobile.presenters.views import FaceView
from mobile.ui.screens.letters.desk import BandDesk

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class TodayDesk:
    show_up: Callable[[ComposeMode], object]
    beside: Do
    """Ask what the days shall stand beside."""
    tick: Do
    rest: Do
    end_rest: Do
    undo: Do
    replay: Do
    invite: Do
    thank: Do
    promise: Do
    put_away: Do
    """Of the notice that just arrived."""
    face: Callable[[FaceView], object]
    """Of the picture a friend answered with: ask what to do about it."""
    letter: BandDesk
    """About the letter Today speaks of."""
    models: Do
    """Lay the latest day of a friend kept beside this habit beside mine."""
    line: Callable[[SaidView], object]
    """Of a line a friend wrote about today: ask what to do about it."""
