"""News: what Kith told me, the newest few first. Nothing here is counted and nothing is urgent."""

from collections.abc import Callable
from functools import partial

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from mobile.presenters.people_state import Leads, NoticeView
from mobile.ui.drawing import shapes
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import QuietLink
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.layers import CENTRE, MIDDLE
from mobile.ui.widgets.news import notice_face
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.reactions import ReactionRow
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say

_FEW = 3
_FACE = 38


class NewsRow(Pressable, BoxLayout):
    """A face, what happened, when; a small arrow where it leads somewhere."""

    least = 54

    def __init__(self, *, notice: NoticeView, fresh: bool, action: Callable[[], object]) -> None:
        super().__init__(
            size_hint=(1, None), height=dp(self.least), spacing=dp(12), padding=(dp(8), 0),
            key=f"notice_{notice.id}", action=action,
        )  # fmt: skip
        self.disabled = notice.leads is Leads.NOWHERE and not notice.gifts
        self.add_widget(notice_face(notice, _FACE))
        self.add_widget(self._words(notice, fresh))
        if not self.disabled:
            self.add_widget(Icon(name="chevron_right", side=20, tone="muted", pos_hint=MIDDLE))

    def _words(self, notice: NoticeView, fresh: bool) -> BoxLayout:
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE, spacing=dp(1))
        words.bind(minimum_height=words.setter("height"), height=self._grow)
        style, tone = ("label", "ink") if fresh else ("small", "muted")
        words.add_widget(Text(text=notice.text, style=style, tone=tone, flow="wrap", halign="left"))
        if notice.words:
            words.add_widget(Text(text=f"“{notice.words}”", style="small", flow="wrap", halign="left"))
        words.add_widget(Text(text=notice.when, style="tiny", tone="muted", flow="cut", halign="left"))
        return words

    def _grow(self, _words: BoxLayout, height: float) -> None:
        self.height = max(dp(self.least), height + dp(14))

    def paint(self) -> None:
        if self.pressed:
            shapes.panel(self.box, dp(18), self.palette.soft, 0.6 * self.pressed)


class NewsCard(CardBox):
    """The newest few, or all of them; `fresh` names those that were unread when one came in."""

    def __init__(
        self, *, notices: tuple[NoticeView, ...], fresh: frozenset[str], whole: bool,
        on_notice: Callable[[NoticeView], object], on_more: Callable[[], object],
        on_answer: Callable[[str, str], object],
    ) -> None:  # fmt: skip
        super().__init__(padding=(dp(10), dp(12), dp(10), dp(8)), spacing=dp(2), radius=30)
        hug_height(self)
        self.add_widget(
            Text(text=say("News"), style="label", tone="muted", flow="cut", halign="left", padding=(dp(8), 0))
        )
        for notice in shown(notices, whole=whole):
            row = NewsRow(notice=notice, fresh=notice.id in fresh, action=lambda notice=notice: on_notice(notice))
            self.add_widget(row)
            if notice.choices:
                answer = partial(on_answer, notice.id)
                self.add_widget(ReactionRow(choices=notice.choices, key=notice.id, on_choice=answer))
        if len(notices) > _FEW and not whole:
            self.add_widget(QuietLink(text=say("Show more"), key="more_news", action=on_more, pos_hint=CENTRE))


def shown(notices: tuple[NoticeView, ...], *, whole: bool) -> tuple[NoticeView, ...]:
    return notices if whole else notices[:_FEW]
