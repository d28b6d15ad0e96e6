"""Writing a letter: one's own words in one's own hand, on the paper they will be read on."""

from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.letters.desk import WriteDesk
from mobile.ui.theme.color import rgba
from mobile.ui.theme.palettes import gold, palette_for
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import BrightButton, PillButton, QuietLink, QuietPill, RoundButton
from mobile.ui.widgets.envelope import Envelope
from mobile.ui.widgets.field import Writing
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Text, tone_colour
from shared.languages import say
from shared.moods import Mood


@dataclass(frozen=True, slots=True)
class WriteState:
    """`standing`: a letter is there already, which may be taken back. `text` is what one may read of it."""

    gold: bool
    title: str
    detail: str
    hint: str
    give: str
    skip: str
    most: int
    standing: bool = False
    text: str = ""
    picks: tuple[str, ...] = ()
    problem: str = ""


class Paper(BoxLayout, Painted):
    """A sheet to write on; the letters that are left stand at its foot."""

    key = "letter_paper"

    def __init__(self, *, state: WriteState) -> None:
        super().__init__(orientation="vertical", size_hint=(1, None), height=dp(204), padding=(dp(20), dp(14)))
        self._gold, self._most = state.gold, state.most
        self.writing = HandWriting(gold=state.gold, hint_text=state.hint, text=state.text)
        self._left = Text(style="tiny", tone="quiet_on_gold" if state.gold else "quiet_on_blue", halign="right")
        self._left.pos_hint = {"right": 1}
        self.add_widget(self.writing)
        self.add_widget(self._left)
        self.writing.fbind("text", self._count)
        self._count()

    def _count(self, *_: object) -> None:
        if len(self.writing.text) > self._most:
            self.writing.text = self.writing.text[: self._most]
        self._left.text = str(self._most - len(self.writing.text))

    def paint(self) -> None:
        shapes.shadow(self.box, dp(16), self.palette.shadow, 0.2 * self.palette.shadow_strength, blur=26, drop=8)
        shapes.panel(self.box, dp(16), "#FFFDF6" if self._gold else "#F8FBFF")


class HandWriting(Writing):
    """Several lines in the hand of letters."""

    def __init__(self, *, gold: bool, **kwargs: object) -> None:
        self._ink = "ink_on_paper" if gold else "blue_ink"
        super().__init__(style="hand", multiline=True, **kwargs)

    def _dress(self, *_: object) -> None:
        super()._dress()
        ink = tone_colour(self.palette, self._ink)
        self.foreground_color = self.disabled_foreground_color = rgba(ink)
        self.hint_text_color = rgba(ink, 0.62)


class WriteScreen(ColumnScreen):
    def __init__(self, *, desk: WriteDesk, state: WriteState, dark: bool) -> None:
        palette = gold(dark=dark) if state.gold else palette_for(Mood.COLD, dark=dark)
        super().__init__(palette=palette, foot=SAFE_AREA.bottom + 14)
        self._desk, self._gold = desk, state.gold
        self.paper = Paper(state=state)
        self._problem = Text(style="small", tone="accent_text", flow="wrap", halign="center")
        kind = BrightButton if state.gold else PillButton
        self._give = kind(text=state.give, icon="mail", key="give", action=lambda: desk.give(self.paper.writing.text))
        self.paper.writing.fbind("text", self._allow)
        self.column.spacing = dp(12)
        for widget in self._matter(state):
            self.column.add_widget(widget)
        self.show(state)
        self.wear(palette, slowly=False)

    def show(self, state: WriteState) -> None:
        """Only what may change while one writes: why the words can't be taken."""
        self._problem.text = state.problem
        self._allow()

    def _allow(self, *_: object) -> None:
        self._give.disabled = not self.paper.writing.text.strip()

    def _matter(self, state: WriteState) -> list[Widget]:
        matter: list[Widget] = [self._top(state), self._words(state), self.paper, self._problem]
        if state.picks:
            matter.append(self._picks(state.picks))
        matter += [Widget(), self._give]
        ways = GrowingRow(least=44)
        ways.add_widget(Widget())
        if state.standing:
            ways.add_widget(
                QuietLink(text=say("Take it back"), icon="history", key="take_back", action=self._desk.take_back)
            )
        ways.add_widget(QuietLink(text=state.skip, key="skip_letter", action=self._desk.close))
        ways.add_widget(Widget())
        return [*matter, ways]

    def _top(self, state: WriteState) -> BoxLayout:
        top = GrowingRow(least=56, spacing=dp(14))
        top.add_widget(Envelope(gold=state.gold, size=(dp(66), dp(44)), pos_hint=MIDDLE))
        top.add_widget(Text(text=state.title, style="heading", flow="wrap", halign="left", pos_hint=MIDDLE))
        top.add_widget(RoundButton(icon="close", key="close", action=self._desk.close, pos_hint=MIDDLE))
        return top

    @staticmethod
    def _words(state: WriteState) -> Text:
        return Text(text=state.detail, style="small", tone="muted", flow="wrap", halign="left")

    def _picks(self, picks: tuple[str, ...]) -> BoxLayout:
        box = BoxLayout(orientation="vertical", spacing=dp(4))
        hug_height(box)
        box.add_widget(Text(text=say("Or take one of these"), style="label", tone="muted", flow="wrap", halign="left"))
        for number, words in enumerate(picks):
            pill = QuietPill(text=words, key=f"pick_{number}", fill="card", size_hint_x=1, pos_hint=CENTRE)
            pill.action = lambda words=words: setattr(self.paper.writing, "text", words)
            box.add_widget(pill)
        return box
