"""Which card is drawn by which widget."""

from collections.abc import Callable

from kivy.uix.widget import Widget

from mobile.later import later
from mobile.presenters.today_state import Card, TodayState
from mobile.ui.screens.today.desk import TodayDesk
from mobile.ui.screens.today.photo_cards import ColdCard, EmptyHalfCard, TodayPhotoCard

_QUIET = "mobile.ui.screens.today.quiet_cards"

_WIDGETS: dict[Card, Callable[[TodayState, TodayDesk], Widget]] = {
    Card.EMPTY_HALF: EmptyHalfCard,
    Card.DUET: TodayPhotoCard,
    Card.PHOTO: TodayPhotoCard,
    Card.COLD: ColdCard,
    Card.TICK: later(_QUIET, "TickCard"),
    Card.RESTING: later(_QUIET, "RestingCard"),
    Card.ALONE: later(_QUIET, "AloneCard"),
    Card.NOTHING_DUE: later(_QUIET, "NothingDueCard"),
    Card.NO_HABIT: later(_QUIET, "NoHabitCard"),
}


def build_card(state: TodayState, desk: TodayDesk) -> Widget:
    """The card for this state. Its `least` is the height, in dp, it wants; its `tight` the one it can do with."""
    return _WIDGETS[state.card](state, desk)


def card_matter(state: TodayState) -> tuple[object, ...]:
    """What a card is made of; while it stays the same, the card on screen stays too."""
    return (
        state.card, state.habit_id, state.date, state.day_number, state.anchor, state.today, state.caption,
        state.empty_day, state.primary, state.beside, bool(state.flipbook),
        state.letter if state.card is Card.COLD else None,
    )  # fmt: skip
