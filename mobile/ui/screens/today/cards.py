"""Which card is drawn by which widget."""

from kivy.uix.widget import Widget

from mobile.presenters.today_state import Card, TodayState
from mobile.ui.screens.today.desk import TodayDesk
from mobile.ui.screens.today.photo_cards import ColdCard, EmptyHalfCard, TodayPhotoCard
from mobile.ui.screens.today.quiet_cards import AloneCard, NoHabitCard, NothingDueCard, RestingCard, TickCard

_WIDGETS = {
    Card.EMPTY_HALF: EmptyHalfCard, Card.DUET: TodayPhotoCard, Card.PHOTO: TodayPhotoCard, Card.TICK: TickCard,
    Card.COLD: ColdCard, Card.RESTING: RestingCard, Card.ALONE: AloneCard, Card.NOTHING_DUE: NothingDueCard,
    Card.NO_HABIT: NoHabitCard,
}  # fmt: skip


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
