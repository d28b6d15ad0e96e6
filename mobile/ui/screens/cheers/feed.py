"""Cheers: the way into the rounds, then friends' days in the order I asked for; and it ends."""

from dataclasses import replace

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import beside_copy, copy
from mobile.presenters.beside_state import TheirDay
from mobile.presenters.people_state import NoticesState
from mobile.presenters.rounds_state import AnsweredMiss, CardView, FeedState
from mobile.ui.screens.cheers.desk import FeedDesk
from mobile.ui.screens.cheers.friend_card import FriendCard, own_line, words_under
from mobile.ui.screens.cheers.news import NewsCard, shown
from mobile.ui.screens.cheers.waited_card import WaitedCard
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.theme import sizes
from mobile.ui.theme.palettes import WAITING, by_candle, palette_for
from mobile.ui.widgets.bands import OfflineRibbon, hug_height, name_line
from mobile.ui.widgets.buttons import QuietLink, RoundButton, SmallPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.emoji import Emoji
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.header import Header
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow, below_each_other, large_type
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.reactions import ReactionRow
from mobile.ui.widgets.reel import Kind, Reel
from mobile.ui.widgets.text import Text
from shared.languages import say, say_many
from shared.moods import Mood

_PHOTO_HEIGHT = 268


class FeedCard(CardBox):
    """A friend's day in the feed."""

    def __init__(self, *, card: CardView, desk: FeedDesk) -> None:
        super().__init__(padding=(dp(12), dp(10), dp(12), dp(6)), spacing=dp(8), radius=30)
        hug_height(self)
        self.add_widget(self._top(card, desk))
        for line in _said(card) if large_type() else ():
            self.add_widget(line)
        height = dp(_PHOTO_HEIGHT if card.photo else 190)
        self.add_widget(FriendCard(card=card, radius=22, size_hint=(1, None), height=height))
        if words_under(card):
            self.add_widget(Text(text=words_under(card), style="small", flow="wrap", halign="center"))
        self.add_widget(
            ReactionRow(
                choices=card.choices,
                key=card.id,
                on_choice=lambda kind: desk.react(card.id, kind),
                on_hold=lambda: desk.face(card.id),
            )
        )
        for said in card.said:
            self.add_widget(OwnLine(text=said.text, key=f"line_{said.comment_id}", card=card, desk=desk))
        if card.may_write:
            way = QuietLink(text=say(copy.WRITE_A_LINE), icon="edit", key=f"write_{card.id}", pos_hint=CENTRE)
            way.action = lambda: desk.write(card.id)
            self.add_widget(way)
        if card.day is not None:
            self.add_widget(self._beside(card.id, card.day, desk))

    @staticmethod
    def _beside(key: str, day: TheirDay, desk: FeedDesk) -> BoxLayout:
        ways = [QuietLink(text=say(beside_copy.KEEP), icon="star", key=f"keep_{key}", action=lambda: desk.keep(day))]
        if day.may_start:
            start = QuietLink(text=say(beside_copy.START), icon="group_add", key=f"start_{key}")
            start.action = lambda: desk.start(day)
            ways.insert(0, start)
        if large_type():
            return below_each_other(*ways)
        row = GrowingRow(least=44, spacing=dp(4))
        for way in (Widget(), *ways, Widget()):
            row.add_widget(way)
        return row

    @staticmethod
    def _top(card: CardView, desk: FeedDesk) -> BoxLayout:
        top = GrowingRow(least=46, spacing=dp(10), padding=(dp(4), 0, 0, 0))
        top.add_widget(Face(view=card.person, size=(dp(34), dp(34)), ring_width=2.2, pos_hint=MIDDLE))
        top.add_widget(name_line(card.headline) if large_type() else _whose(card))
        if card.accent and not large_type():
            first = Text(text=card.accent, style="chip", tone="accent_text", pos_hint=MIDDLE)
            top.add_widget(first)
        more = RoundButton(icon="more_horiz", key=f"more_{card.id}", action=lambda: desk.about(card.id))
        more.flat = True
        more.pos_hint = MIDDLE
        top.add_widget(more)
        return top


def _whose(card: CardView) -> Widget:
    """Whose day it is, and under it why it stands here."""
    name = name_line(card.headline)
    if not card.why:
        return name
    words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
    words.bind(minimum_height=words.setter("height"))
    words.add_widget(name)
    words.add_widget(Text(text=card.why, style="tiny", tone="muted", flow="wrap", halign="left"))
    return words


def _said(card: CardView) -> list[Widget]:
    """In large type, what has no room beside the name stands below it."""
    why = Text(text=card.why, style="tiny", tone="muted", flow="wrap", halign="left")
    accent = Text(text=card.accent, style="chip", tone="accent_text", flow="wrap", halign="left")
    return [line for line in (why, accent) if line.text]


def _form(card: CardView) -> tuple[object, ...]:
    """All that makes one card higher than another, but for how its words break."""
    line, beside = words_under(card), card.day is not None and card.day.may_start
    return (
        card.why,
        bool(card.accent),
        card.photo is None,
        len(line) // 30,
        len(card.said),
        card.may_write,
        card.day is None,
        beside,
    )


class OwnLine(Pressable, BoxLayout):
    """What I wrote about this day; a tap asks what to do about it."""

    def __init__(self, *, text: str, key: str, card: CardView, desk: FeedDesk) -> None:
        super().__init__(
            size_hint=(1, None), height=dp(44), padding=(dp(12), 0), key=key,
            action=lambda: desk.line(card.id, key.removeprefix("line_")),
        )  # fmt: skip
        words = own_line(text)
        words.pos_hint = MIDDLE
        words.bind(height=self._grow)
        self.add_widget(words)

    def _grow(self, _words: Text, height: float) -> None:
        self.height = max(dp(44), height + dp(12))


class RoundsBanner(CardBox):
    """Who waits to be seen; nothing to see, nothing here."""

    def __init__(self, *, waiting: int, desk: FeedDesk) -> None:
        super().__init__(
            orientation="horizontal", radius=30, size_hint=(1, None), height=dp(66),
            padding=(dp(18), dp(8), dp(10), dp(8)), spacing=dp(12),
        )  # fmt: skip
        self.add_widget(Emoji(kind="wave", pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=say("Your rounds"), style="strong", flow="cut", halign="left"))
        line = say_many("A friend showed up.", "{n} friends' days to see.", waiting)
        words.add_widget(Text(text=line, style="tiny", tone="muted", flow="cut", halign="left"))
        self.add_widget(words)
        self.add_widget(SmallPill(text=say("Begin"), key="rounds", action=desk.rounds, pos_hint=MIDDLE))


class AnsweredCard(CardBox):
    """Friends' empty days I said something about: changeable while there is time."""

    def __init__(self, *, answered: tuple[AnsweredMiss, ...], desk: FeedDesk) -> None:
        super().__init__(padding=(dp(16), dp(8)), spacing=dp(2), radius=30)
        hug_height(self)
        for one in answered:
            row = GrowingRow(least=64, spacing=dp(12))
            row.add_widget(Face(view=one.person, size=(dp(36), dp(36)), ring_width=2.2, pos_hint=MIDDLE))
            words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
            words.bind(minimum_height=words.setter("height"))
            words.add_widget(Text(text=one.headline, style="label", flow="wrap", halign="left"))
            words.add_widget(Text(text=one.said, style="tiny", tone="muted", flow="cut", halign="left"))
            row.add_widget(words)
            change = QuietLink(text=say("Change"), key=f"change_{one.miss_id}", pos_hint=MIDDLE)
            change.action = lambda miss_id=one.miss_id: desk.change(miss_id)
            row.add_widget(change)
            self.add_widget(row)


class FeedScreen(ColumnScreen):
    def __init__(self, *, desk: FeedDesk, state: FeedState, news: NoticesState, dark: bool) -> None:
        palette = by_candle(palette_for(Mood.WARM, dark=True) if dark else WAITING)
        super().__init__(palette=palette, foot=sizes.TAB_BAR + 30)
        self._desk = desk
        cards = Kind(build=lambda card: FeedCard(card=card, desk=desk), form=_form)
        self._reel: Reel[CardView] = Reel(scroll=self.scroll, kind=cards, spacing=dp(14))
        self._state, self._news, self._all_news = state, news, False
        self._fresh: frozenset[str] = frozenset()
        self.column.spacing = dp(14)
        self._news_card: tuple[object, NewsCard | None] = (None, None)
        self.show_news(news)

    def _stretch(self, *_: object) -> None:
        before = self.column.height
        super()._stretch()
        if self.column.height != before:
            self._reel.keep_place(before, self.column.height)

    def show_news(self, news: NoticesState) -> None:
        """Unread ones stay strong until one leaves, though showing them is reading them."""
        self._news = news
        self._fresh |= {notice.id for notice in news.items if notice.unread}
        self.show(self._state)
        self._desk.told([notice.id for notice in shown(news.items, whole=self._all_news) if notice.unread])

    def _show_all_news(self) -> None:
        self._all_news = True
        self.show_news(self._news)

    def bring_up(self, person_id: str) -> bool:
        """Scroll to the newest day of this person; answers whether there is one here."""
        day = next((card.id for card in self._state.cards if card.person.person_id == person_id), None)
        if day is not None:
            self._reel.bring_up(day)
        return day is not None

    def show(self, state: FeedState) -> None:
        """Cards that did not change stay the widgets they are, so that a reaction does not make the list blink."""
        self._state = state
        self.column.clear_widgets()
        self.column.add_widget(Header(line=say("What friends did"), title=say("Cheers")))
        if state.offline:
            self.column.add_widget(OfflineRibbon())
        if state.waiting:
            self.column.add_widget(RoundsBanner(waiting=state.waiting, desk=self._desk))
        if state.waited:
            self.column.add_widget(WaitedCard(days=state.waited, nudge=self._desk.nudge))
        if state.answered:
            self.column.add_widget(AnsweredCard(answered=state.answered, desk=self._desk))
        news = self._news_section()
        if news:
            self.column.add_widget(news)
        self._reel.show([(card.id, card) for card in state.cards])
        for widget in (*self._first_way(), *((self._reel,) if state.cards else ()), *self._end(state)):
            self.column.add_widget(widget)
        dress(self.scroll, self.palette)

    def _first_way(self) -> list[Widget]:
        """Where there is something to sort."""
        way = QuietLink(text=say(copy.WHAT_COMES_FIRST), icon="tune", key="first", action=self._desk.first)
        way.pos_hint = CENTRE
        return [way] if self._state.cards else []

    def _news_section(self) -> NewsCard | None:
        # Being read changes nothing to be seen here, so it makes no new card either.
        notices = tuple(replace(notice, unread=False) for notice in self._news.items)
        matter = notices, self._fresh, self._all_news
        if matter != self._news_card[0]:
            card = NewsCard(
                notices=notices, fresh=self._fresh, whole=self._all_news,
                on_notice=self._desk.notice, on_more=self._show_all_news, on_answer=self._desk.answer,
            )  # fmt: skip
            self._news_card = matter, card if notices else None
        return self._news_card[1]

    def _end(self, state: FeedState) -> list[Widget]:
        words = say("That's everyone.") if state.cards else say("Nobody has shown up here yet.")
        if state.ended or not state.cards:
            text = say("Looking …") if state.loading and not state.cards else words
            return [Widget(), Text(text=text, style="heading", flow="wrap", halign="center"), Widget()]
        more = QuietLink(text=say("Looking …") if state.loading else say("More"), key="more", action=self._desk.more)
        more.pos_hint = CENTRE
        return [more, Widget()]
