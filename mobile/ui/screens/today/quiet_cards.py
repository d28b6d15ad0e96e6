"""Cards without a photo of today: a tick, rest, nothing due, no habit, and day 1 alone."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.today_state import TodayState
from mobile.ui.screens.today.desk import TodayDesk
from mobile.ui.screens.today.photo_cards import photo_with_chip
from mobile.ui.widgets.buttons import PillButton, QuietLink
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.invitation import Invitation
from mobile.ui.widgets.layers import CENTRE
from mobile.ui.widgets.medal import Medal
from mobile.ui.widgets.text import Text
from shared.languages import say

_LONG = 60
"""Letters that may be set large."""


class QuietCard(CardBox):
    """A sign, a few words, perhaps one quiet way on."""

    least = tight = 236
    most = 300

    def __init__(self, *, icon: str, words: str, detail: str, bright: bool = False, **kwargs: object) -> None:
        super().__init__(padding=(dp(24), dp(20)), spacing=dp(8), size_hint_max_y=dp(self.most), **kwargs)
        self.bind(minimum_height=self._make_room)
        self.add_widget(Widget())
        self.add_widget(Medal(icon=icon, bright=bright, pos_hint=CENTRE))
        for text, style, tone in (
            (words, "heading" if len(words) <= _LONG else "body", "ink"),
            (detail, "small", "muted"),
        ):
            if text:
                self.add_widget(Text(text=text, style=style, tone=tone, flow="wrap", halign="center"))
        self.ways = BoxLayout(orientation="vertical", size_hint=(1, None), height=0)
        self.add_widget(self.ways)
        self.add_widget(Widget())

    def _make_room(self, _card: "QuietCard", needed: float) -> None:
        self.size_hint_max_y = max(dp(self.most), needed)

    def offer(self, way: Widget) -> None:
        way.pos_hint = CENTRE
        self.ways.height += way.height
        self.ways.add_widget(way)


class TickCard(QuietCard):
    def __init__(self, state: TodayState, desk: TodayDesk, **kwargs: object) -> None:
        when = state.today.when if state.today else ""
        super().__init__(icon="check", bright=True, words=state.caption or say("Done."), detail=when, **kwargs)
        self.offer(QuietLink(text=say("Take it back"), icon="history", key="undo_menu", action=desk.undo))


class RestingCard(QuietCard):
    def __init__(self, state: TodayState, desk: TodayDesk, **kwargs: object) -> None:
        super().__init__(
            icon="bedtime", words=say("Rest a while."), detail=state.foot or say("Nothing is asked of you."), **kwargs
        )
        self.offer(QuietLink(text=say("I'm back"), icon="wb_sunny", key="end_rest", action=desk.end_rest))


class NothingDueCard(QuietCard):
    def __init__(self, state: TodayState, desk: TodayDesk, **kwargs: object) -> None:
        super().__init__(
            icon="spa", words=say("Nothing is due today."), detail=say("Do it anyway, if you like."), **kwargs
        )
        self.offer(QuietLink(text=say("Tick today"), icon="check", key="tick", action=desk.tick))


class NoHabitCard(QuietCard):
    def __init__(self, state: TodayState, desk: TodayDesk, **kwargs: object) -> None:
        super().__init__(
            icon="star",
            words=say("Your first promise"),
            detail=say("Title, when, and one friend or nobody yet."),
            **kwargs,
        )
        way = PillButton(text=say("Make a promise"), icon="add", key="promise", action=desk.promise)
        self.offer(way)


class AloneCard(CardBox):
    """Day 1 is in: the empty half is for a friend."""

    least = 330
    tight = 288

    def __init__(self, state: TodayState, desk: TodayDesk, **kwargs: object) -> None:
        super().__init__(padding=dp(12), spacing=dp(12), **kwargs)
        halves = BoxLayout(spacing=dp(10))
        own = state.today or state.anchor
        if own:
            halves.add_widget(photo_with_chip(own))
        halves.add_widget(Invitation())
        self.add_widget(halves)
        if state.primary:
            self.add_widget(PillButton(text=state.primary, icon="ios_share", key="invite", action=desk.invite))
