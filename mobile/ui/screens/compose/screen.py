"""Compose: a photo beside day 1, a note, or a tick; a line, an amount, post."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.compose_state import ComposeMode, ComposeState
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.compose.desk import ComposeDesk
from mobile.ui.screens.compose.frame import PhotoFrame
from mobile.ui.theme import sizes
from mobile.ui.theme.darkroom import DARKROOM
from mobile.ui.widgets.buttons import ChoicePill, PillButton, QuietPill, RoundButton
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow
from mobile.ui.widgets.medal import Medal
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.text import Text
from shared.languages import message, say

_MODES = (
    (ComposeMode.PHOTO, message("Photo")),
    (ComposeMode.NOTE, message("Note")),
    (ComposeMode.TICK, message("Tick")),
)
_LEAST_FRAME = 260


class ComposeScreen(ColumnScreen):
    def __init__(self, *, desk: ComposeDesk, state: ComposeState) -> None:
        super().__init__(palette=DARKROOM, foot=SAFE_AREA.bottom + 18)
        self.scene.light_y, self.scene.light_radius = 380, 330
        self._desk, self._state = desk, state
        self._frame = BoxLayout(size_hint=(1, 1), size_hint_min_y=dp(_LEAST_FRAME))
        self._caption = Field(
            hint=say("Add a line, if you like"), icon="edit", glass=True, key="caption", text=state.caption
        )
        self._caption.writing.bind(text=lambda _w, text: desk.caption(text))
        self._modes = {mode: self._mode_pill(mode, say(label)) for mode, label in _MODES}
        self._post = PillButton(text=say("Post"), icon="arrow_upward", key="post", action=desk.post)
        self._problem = Text(style="small", tone="accent_text", flow="wrap", halign="center")
        self._compose(state)
        self.show(state, first=True)

    def _mode_pill(self, mode: ComposeMode, label: str) -> QuietPill:
        return QuietPill(text=label, key=f"mode_{mode.value}", action=lambda: self._desk.mode(mode), size_hint_x=1)

    def _compose(self, state: ComposeState) -> None:
        self.column.spacing = dp(14)
        self.column.add_widget(self._top(state))
        self.column.add_widget(self._frame)
        self._beside = BoxLayout(size_hint=(1, None), height=0)
        self.column.add_widget(self._beside)
        self._fields = BoxLayout(orientation="vertical", size_hint=(1, None), height=0, spacing=dp(10))
        self._fields.bind(minimum_height=self._fields.setter("height"))
        self.column.add_widget(self._fields)
        if state.wants_amount:
            self._amount = self._amount_field(state)
        modes = GrowingRow(least=sizes.TARGET, spacing=dp(8))
        for pill in self._modes.values():
            modes.add_widget(pill)
        self.column.add_widget(modes)
        self.column.add_widget(self._post)

    def _top(self, state: ComposeState) -> BoxLayout:
        top = GrowingRow(least=48, spacing=dp(10))
        top.add_widget(RoundButton(icon="close", key="close", action=self._desk.close, pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=state.title, style="strong", flow="cut", halign="center"))
        if state.date_hint:
            words.add_widget(Text(text=state.date_hint, style="tiny", tone="accent_text", flow="cut", halign="center"))
        top.add_widget(words)
        top.add_widget(Widget(size_hint=(None, 1), width=dp(sizes.TARGET)))
        return top

    def _amount_field(self, state: ComposeState) -> BoxLayout:
        row = GrowingRow(least=52, spacing=dp(12))
        field = Field(hint=say("How much?"), glass=True, key="amount", text=state.amount, size_hint_x=0.6)
        field.writing.input_type = "number"
        field.writing.bind(text=lambda _w, text: self._desk.amount(text))
        row.add_widget(field)
        row.add_widget(Text(text=state.unit, style="strong", flow="cut", halign="left", pos_hint=MIDDLE))
        return row

    def show(self, state: ComposeState, *, first: bool = False) -> None:
        before, self._state = self._state, state
        for mode, pill in self._modes.items():
            pill.chosen = mode is state.mode
        self._post.disabled = not state.can_post
        self._post.text = say("Getting it ready …") if state.busy else say("Post")
        if first or (before.mode, before.picked, before.anchor) != (state.mode, state.picked, state.anchor):
            self._frame.clear_widgets()
            self._frame.add_widget(self._matter(state))
        self._show_beside(state)
        self._show_fields(state)
        dress(self.scroll, self.palette)

    def _show_beside(self, state: ComposeState) -> None:
        """Only a photo stands beside something."""
        shown = state.mode is ComposeMode.PHOTO and bool(state.beside)
        self._beside.clear_widgets()
        self._beside.height = dp(sizes.TARGET) if shown else 0
        if shown:
            pill = ChoicePill(text=state.beside, key="beside", action=self._desk.beside, size_hint_x=None)
            for widget in (Widget(), pill, Widget()):
                self._beside.add_widget(widget)

    def _show_fields(self, state: ComposeState) -> None:
        wanted: list[Widget] = []
        if state.mode is not ComposeMode.TICK:
            wanted.append(self._caption)
        if state.wants_amount:
            wanted.append(self._amount)
        self._problem.text = state.problem
        if state.problem:
            wanted.append(self._problem)
        self._caption.writing.hint_text = (
            say("Your note") if state.mode is ComposeMode.NOTE else say("Add a line, if you like")
        )
        if [*reversed(self._fields.children)] != wanted:
            self._fields.clear_widgets()
            for widget in wanted:
                self._fields.add_widget(widget)

    def _matter(self, state: ComposeState) -> Widget:
        if state.mode is ComposeMode.PHOTO:
            return PhotoFrame(state=state, desk=self._desk)
        note = state.mode is ComposeMode.NOTE
        column = BoxLayout(orientation="vertical", spacing=dp(14))
        column.add_widget(Widget())
        column.add_widget(Medal(icon="edit_note" if note else "check", bright=True, pos_hint=CENTRE))
        words = (
            (say("A note counts like a photo."), say("Say it in a line or two."))
            if note
            else (say("Done, without a photo."), say("It counts just the same."))
        )
        column.add_widget(Text(text=words[0], style="heading", flow="wrap", halign="center"))
        column.add_widget(Text(text=words[1], style="small", tone="muted", flow="wrap", halign="center"))
        column.add_widget(Widget())
        return column
