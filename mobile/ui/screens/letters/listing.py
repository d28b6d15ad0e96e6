"""The letters of a habit: the one given away, and all that have opened."""

from kivy.metrics import dp
from kivy.properties import BooleanProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.letters_state import LettersState, OpenedLetter
from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.letters.desk import ListDesk
from mobile.ui.theme import sizes
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.bands import OfflineRibbon, hug_height
from mobile.ui.widgets.buttons import QuietPill, RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.envelope import Envelope
from mobile.ui.widgets.header import Header
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Text
from shared.languages import say
from shared.moods import Mood


class LetterRow(Pressable, BoxLayout):
    """An opened letter: whose, when, and how it begins."""

    gold = BooleanProperty(False)

    def __init__(self, *, letter: OpenedLetter, **kwargs: object) -> None:
        super().__init__(
            size_hint=(1, None), height=dp(92), padding=(dp(16), dp(10)), spacing=dp(14), gold=letter.gold,
            key=f"letter_{letter.id}", **kwargs,
        )  # fmt: skip
        self.add_widget(Envelope(gold=letter.gold, size=(dp(60), dp(40)), pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), spacing=dp(2), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        title = f"{letter.line} · {letter.signed}" if letter.gold else letter.line
        words.add_widget(Text(text=title, style="label", flow="cut", halign="left"))
        words.add_widget(Text(text=letter.text, style="hand_small", flow="cut", halign="left"))
        words.add_widget(Text(text=letter.when, style="tiny", tone="muted", flow="cut", halign="left"))
        self.add_widget(words)

    def paint(self) -> None:
        strength = 0.10 * self.palette.shadow_strength
        shapes.shadow(self.box, dp(28), self.palette.shadow, strength, blur=24, drop=8)
        shapes.panel(self.sunk, dp(28), self.palette.card)


class LettersScreen(ColumnScreen):
    def __init__(self, *, desk: ListDesk, state: LettersState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WAITING, dark=dark), foot=SAFE_AREA.bottom + 20)
        self._desk = desk
        self.column.spacing = dp(14)
        self.show(state)

    def show(self, state: LettersState) -> None:
        self.column.clear_widgets()
        close = RoundButton(icon="close", key="close", action=self._desk.close)
        self.column.add_widget(Header(line=state.title, title=say("Letters"), beside=close))
        if state.offline:
            self.column.add_widget(OfflineRibbon())
        self.column.add_widget(self._blue(state))
        if state.opened:
            self.column.add_widget(Text(text=say("Opened"), style="label", tone="muted", flow="wrap", halign="left"))
        for letter in state.opened:
            row = LetterRow(letter=letter)
            row.action = lambda letter_id=letter.id: self._desk.read(letter_id)
            self.column.add_widget(row)
        self.column.add_widget(Widget())
        dress(self.scroll, self.palette)

    def _blue(self, state: LettersState) -> CardBox:
        card = CardBox(padding=dp(18), spacing=dp(8), radius=30)
        hug_height(card)
        top = GrowingRow(least=60, spacing=dp(14))
        top.add_widget(Envelope(pos_hint=MIDDLE))
        top.add_widget(Text(text=state.standing, style="heading", flow="wrap", halign="left", pos_hint=MIDDLE))
        card.add_widget(top)
        for words, tone in ((state.detail, "muted"), (state.problem, "accent_text")):
            if words:
                card.add_widget(Text(text=words, style="small", tone=tone, flow="wrap", halign="left"))
        if state.can_write:
            card.add_widget(self._ways(state))
        return card

    def _ways(self, state: LettersState) -> BoxLayout:
        ways = GrowingRow(least=sizes.TARGET, spacing=dp(8))
        write = say("Write it anew") if state.has else say("Write one")
        ways.add_widget(QuietPill(text=write, icon="edit", key="write_blue", action=self._desk.write, size_hint_x=1))
        if state.can_take_back:
            back = QuietPill(text=say("Take it back"), icon="history", key="take_blue", action=self._desk.take_back)
            back.size_hint_x = 1
            ways.add_widget(back)
        return ways
