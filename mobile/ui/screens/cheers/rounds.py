"""The rounds: one friend after the other, one tap each, and then that's everyone."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.rounds_state import CardKind, CardView, RoundsState
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.cheers.desk import RoundsDesk
from mobile.ui.screens.cheers.friend_card import FriendCard, MissCard, Stack, own_line, words_under
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.theme.palettes import WAITING, by_candle, palette_for
from mobile.ui.widgets.bands import OfflineRibbon
from mobile.ui.widgets.buttons import PillButton, QuietLink, RoundButton
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow, below_each_other, large_type
from mobile.ui.widgets.medal import Medal
from mobile.ui.widgets.queue import Queue
from mobile.ui.widgets.reactions import CheerGrid, ReactionBar
from mobile.ui.widgets.text import Text
from shared.languages import say
from shared.moods import Mood

_LET_GO = "let_go"


class RoundsScreen(ColumnScreen):
    def __init__(self, *, desk: RoundsDesk, state: RoundsState, dark: bool) -> None:
        self._day = by_candle(palette_for(Mood.WARM, dark=True) if dark else WAITING)
        self._empty_day = palette_for(Mood.COLD, dark=dark)
        super().__init__(palette=self._day, foot=SAFE_AREA.bottom + 14)
        self.scene.light_y, self.scene.light_radius = 330, 320
        self._desk = desk
        self._state: RoundsState | None = None
        self.column.spacing = dp(12)
        self._top = GrowingRow(least=48, spacing=dp(12))
        self._body = BoxLayout(orientation="vertical", spacing=dp(12), size_hint=(1, 1))
        self._body.bind(minimum_height=self._body.setter("size_hint_min_y"))
        self.column.add_widget(self._top)
        self.column.add_widget(self._body)
        self.show(state)

    def show(self, state: RoundsState) -> None:
        if state == self._state:
            return
        self._state = state
        self._show_top(state)
        self._body.clear_widgets()
        if state.offline:
            self._body.add_widget(OfflineRibbon())
        for widget in self._matter(state):
            self._body.add_widget(widget)
        empty_day = state.card is not None and state.card.kind is CardKind.MISS
        self.wear(self._empty_day if empty_day else self._day, slowly=False)

    def _show_top(self, state: RoundsState) -> None:
        self._top.clear_widgets()
        self._top.add_widget(Text(text=say("Rounds"), style="title", pos_hint=MIDDLE))
        current = state.card.person.person_id if state.card else ""
        self._top.add_widget(Queue(faces=state.queue, done=state.done, current=current))
        self._top.add_widget(RoundButton(icon="close", key="close", action=self._desk.close, pos_hint=MIDDLE))

    def _matter(self, state: RoundsState) -> list[Widget]:
        if state.card is None:
            return self._everyone()
        card = state.card
        if card.kind is CardKind.MISS:
            return [*self._miss(card), *self._foot(state)]
        behind = min(2, max(0, len(state.queue) - len(state.done) - 1))
        return [
            Stack(FriendCard(card=card, beside=self._desk.beside), behind=behind),
            *_headline(card),
            ReactionBar(choices=card.choices, on_choice=self._desk.react, on_hold=self._desk.face),
            Text(text=say(copy.HOLD_FOR_FACE), style="tiny", tone="muted", flow="wrap", halign="center"),
            *self._line(card),
            *self._foot(state),
        ]

    def _line(self, card: CardView) -> list[Widget]:
        """A quiet way to say something in one's own words, where one may; what was said stands above it."""
        said: list[Widget] = [own_line(one.text) for one in card.said]
        if card.may_write:
            said.append(
                QuietLink(
                    text=say(copy.WRITE_A_LINE), icon="edit", key="write_line", action=self._desk.write, pos_hint=CENTRE
                )
            )
        return said

    def _own(self, card: CardView) -> BoxLayout:
        """One's own face around an empty day, and words where the friend allows them."""
        ways = [QuietLink(text=say(copy.WITH_YOUR_FACE), icon="photo_camera", key="cheer_face", action=self._desk.face)]
        if card.may_write:
            words = say(copy.CHANGE_LINE) if card.line else say(copy.ADD_A_LINE)
            ways.append(QuietLink(text=words, icon="edit", key="write_line", action=self._desk.write))
        if large_type():
            return below_each_other(*ways)
        row = GrowingRow(least=44)
        for way in (Widget(), *ways, Widget()):
            row.add_widget(way)
        return row

    def _miss(self, card: CardView) -> list[Widget]:
        cheers = tuple(choice for choice in card.choices if choice.kind != _LET_GO)
        let_go = [choice for choice in card.choices if choice.kind == _LET_GO]
        matter: list[Widget] = [
            MissCard(card=card),
            *_headline(card),
            *([own_line(card.line)] if card.line else []),
            CheerGrid(choices=cheers, on_choice=self._desk.cheer),
            self._own(card),
        ]
        for choice in let_go:
            link = QuietLink(
                text=choice.label, icon="check" if choice.chosen else "spa", key="let_go", action=self._desk.let_go
            )
            link.pos_hint = CENTRE
            matter.append(link)
        return matter

    def _foot(self, state: RoundsState) -> list[Widget]:
        row = GrowingRow(least=44)
        row.add_widget(
            Text(
                text=state.next_line,
                style="caption",
                tone="muted",
                flow="cut",
                halign="left",
                pos_hint=MIDDLE,
            )
        )
        row.add_widget(QuietLink(text=say("Next"), icon="arrow_forward", key="skip", action=self._desk.skip))
        return [row]

    def _everyone(self) -> list[Widget]:
        return [
            Widget(),
            Medal(icon="check", bright=True, pos_hint=CENTRE),
            Text(text=say("That's everyone."), style="hero_longer", flow="wrap", halign="center"),
            Text(text=say("Everyone has been seen."), style="small", tone="muted", flow="wrap", halign="center"),
            Widget(),
            PillButton(text=say("Back to today"), icon="home", key="rounds_done", action=self._desk.close),
        ]


def _headline(card: CardView) -> list[Widget]:
    words = BoxLayout(orientation="vertical", size_hint=(1, None))
    words.bind(minimum_height=words.setter("height"))
    if words_under(card):
        words.add_widget(Text(text=words_under(card), style="small", flow="wrap", halign="center"))
    words.add_widget(Text(text=card.headline, style="hero_longer", flow="wrap", halign="center"))
    if card.accent:
        words.add_widget(Text(text=card.accent, style="accent_line", tone="accent_text", flow="wrap", halign="center"))
    return [words]
