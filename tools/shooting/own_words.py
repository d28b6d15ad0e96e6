"""Words of one's own: written in the rounds and the feed, read under one's day and in the news."""

from collections.abc import Callable
from dataclasses import replace

from kivy.core.window import Window
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.people_state import Gift, GiftKind, Leads, NoticesState
from mobile.presenters.rounds_state import FeedState, SaidView
from mobile.presenters.today_state import TodayState
from mobile.presenters.views import FaceView
from mobile.ui.screens.cheers.desk import FeedDesk
from mobile.ui.screens.cheers.feed import FeedScreen
from mobile.ui.screens.cheers.rounds import RoundsScreen
from mobile.ui.theme.palettes import WAITING
from mobile.ui.widgets.writing_sheet import WritingSheet
from shared import limits
from shared.languages import say
from shared.moods import Expression
from tools.shooting import others, today
from tools.shooting.notices import NEWS, notice
from tools.shooting.others import nothing
from tools.shooting.photos import SamplePhotos

WORDS = "You drew right through the rain."


def commented(photos: SamplePhotos) -> TodayState:
    maya = FaceView("maya", today.MAYA[0], today.MAYA[1], Expression.COLOUR)
    said = SaidView("c1", "That bridge, in that light. I'd have stopped too.", maya)
    return replace(today.warm(photos), comments=(said,))


def rounds_own_words(photos: SamplePhotos) -> RoundsScreen:
    screen = others.rounds(photos)
    state = others.round_state(photos)
    card = replace(state.card, may_write=True, said=(SaidView("c1", WORDS),)) if state.card else None
    screen.show(replace(state, card=card))
    return screen


def rounds_miss_own(photos: SamplePhotos) -> RoundsScreen:
    screen = others.rounds_miss(photos)
    state = others.miss_state(photos)
    card = replace(state.card, may_write=True, line="Walk with me on Thursday?") if state.card else None
    screen.show(replace(state, card=card))
    return screen


def writing(photos: SamplePhotos) -> Widget:
    """Over the card, which stays."""
    root = FloatLayout(size=Window.size, size_hint=(None, None))
    root.add_widget(rounds_own_words(photos))
    name = today.TESS[0]
    root.add_widget(
        WritingSheet(
            title=say(copy.WRITE_TO, name=name), detail=say(copy.ONLY_THEY_READ, name=name),
            most=limits.COMMENT_MAX, on_line=nothing, palette=WAITING, text=WORDS,
        )
    )  # fmt: skip
    return root


def feed_own_words(photos: SamplePhotos) -> Widget:
    card = others.day_card(photos, today.TESS, "drawing", 41)
    card = replace(card, may_write=True, said=(SaidView("c1", WORDS),))
    told = replace(
        notice(9, "Maya wrote to you.", "This evening", today.MAYA, Leads.OWN_DAY, unread=True),
        words="That bridge, in that light. I'd have stopped too.", gifts=(Gift(GiftKind.COMMENT, "c2"),),
    )  # fmt: skip
    state, news = FeedState(cards=(card,), ended=True), NoticesState(items=(told, *NEWS.items))
    return FeedScreen(desk=FeedDesk(*[nothing] * 15), state=state, news=news, dark=False)


TODAY: dict[str, Callable[[SamplePhotos], TodayState]] = {"commented": commented}
PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "rounds_own_words": rounds_own_words, "rounds_miss_own": rounds_miss_own, "writing_a_line": writing,
    "feed_own_words": feed_own_words,
}  # fmt: skip
