"""What comes first: a row for each knob, and the habits one wants less of."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.knobs_state import KnobsState, KnobView, LessView
from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import QuietLink, RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Text
from mobile.ui.widgets.toggle import OnOff
from shared.languages import say
from shared.moods import Mood


@dataclass(frozen=True, slots=True)
class FirstDesk:
    toggle: Callable[[str], object]
    as_before: Callable[[str], object]
    close: Callable[[], object]


class KnobRow(GrowingRow, Pressable):
    """What it lifts, and whether it is on; all of the row is the switch."""

    def __init__(self, *, knob: KnobView, action: Callable[[], object]) -> None:
        super().__init__(
            least=68, spacing=dp(14), padding=(dp(8), dp(8)), key=f"knob_{knob.name}", action=action
        )  # fmt: skip
        self.add_widget(_words(say(knob.title), say(knob.detail)))
        self.add_widget(OnOff(on=knob.on, pos_hint=MIDDLE))

    def paint(self) -> None:
        if self.pressed:
            shapes.panel(self.box, dp(18), self.palette.soft, 0.6 * self.pressed)


class FirstScreen(ColumnScreen):
    def __init__(self, *, desk: FirstDesk, state: KnobsState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WAITING, dark=dark), foot=SAFE_AREA.bottom + 18)
        self._desk = desk
        self.column.spacing = dp(14)
        self.show(state)

    def show(self, state: KnobsState) -> None:
        self.column.clear_widgets()
        for widget in (self._top(), self._knobs(state), self._less(state), Widget()):
            self.column.add_widget(widget)
        dress(self.scroll, self.palette)

    def _top(self) -> Widget:
        top = GrowingRow(least=56, spacing=dp(12))
        title = Text(text=say(copy.WHAT_COMES_FIRST), style="heading", flow="wrap", halign="left", pos_hint=MIDDLE)
        top.add_widget(title)
        top.add_widget(RoundButton(icon="close", key="close", action=self._desk.close, pos_hint=MIDDLE))
        return top

    def _knobs(self, state: KnobsState) -> Widget:
        card = CardBox(padding=(dp(12), dp(14)), spacing=dp(4), radius=30)
        hug_height(card)
        card.add_widget(_small(say(copy.FIRST_DETAIL)))
        for knob in state.knobs:
            card.add_widget(KnobRow(knob=knob, action=lambda name=knob.name: self._desk.toggle(name)))
        card.add_widget(_small(say(copy.THEN_NEWEST)))
        return card

    def _less(self, state: KnobsState) -> Widget:
        card = CardBox(padding=(dp(12), dp(14)), spacing=dp(4), radius=30)
        hug_height(card)
        title = Text(text=say(copy.COMES_LATER), style="label", tone="muted", flow="wrap", halign="left")
        title.padding = (dp(8), 0)
        card.add_widget(title)
        for one in state.less:
            card.add_widget(self._row(one))
        if not state.less:
            card.add_widget(_small(say(copy.NO_LESS)))
        return card

    def _row(self, one: LessView) -> Widget:
        row = GrowingRow(least=60, spacing=dp(12), padding=(dp(8), dp(4), 0, dp(4)))
        row.add_widget(Face(view=one.person, size=(dp(38), dp(38)), ring_width=2.2, pos_hint=MIDDLE))
        row.add_widget(_words(one.title, one.person.name))
        back = QuietLink(text=say(copy.AS_BEFORE), key=f"as_before_{one.habit_id}", pos_hint=MIDDLE)
        back.action = lambda: self._desk.as_before(one.habit_id)
        row.add_widget(back)
        return row


def _words(title: str, detail: str) -> BoxLayout:
    words = BoxLayout(orientation="vertical", size_hint=(1, None), spacing=dp(2), pos_hint=MIDDLE)
    words.bind(minimum_height=words.setter("height"))
    words.add_widget(Text(text=title, style="strong", flow="wrap", halign="left"))
    words.add_widget(Text(text=detail, style="caption", tone="muted", flow="wrap", halign="left"))
    return words


def _small(words: str) -> Text:
    text = Text(text=words, style="caption", tone="muted", flow="wrap", halign="left")
    text.padding = (dp(8), dp(4))
    return text
