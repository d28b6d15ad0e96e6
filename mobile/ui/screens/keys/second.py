"""The second key: off, being set up, its codes on paper, on, and asked for before something weighty."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from mobile.presenters import account_copy
from mobile.presenters import second_key_copy as words
from mobile.presenters.second_key import KeyStep, SecondKeyState
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.keys.forms import OneField
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill
from mobile.ui.widgets.layers import CENTRE, large_type
from mobile.ui.widgets.page import page_top, quiet_card, titled_card, words_of
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.qr import QrCode
from mobile.ui.widgets.text import Text
from shared.languages import say
from shared.moods import Mood


@dataclass(frozen=True, slots=True)
class SecondKeyDesk:
    back: Callable[[], object]
    ask: Callable[[], object]
    """How it stands, once more; also the way out of what was begun."""
    set_up: Callable[[], object]
    turn_on: Callable[[str], object]
    confirm: Callable[[str], object]
    copy: Callable[[str], object]
    save_codes: Callable[[], object]
    have_codes: Callable[[], object]
    new_codes: Callable[[], object]
    turn_off: Callable[[], object]


class SecondKeyScreen(ColumnScreen):
    def __init__(self, *, desk: SecondKeyDesk, state: SecondKeyState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WAITING, dark=dark), foot=SAFE_AREA.bottom + 24)
        self._desk = desk
        self._built: tuple[object, ...] = ()
        self.column.spacing = dp(14)
        self.show(state)

    def show(self, state: SecondKeyState) -> None:
        """What is being written stays: the page is made anew only when something else is asked."""
        built = (state.step, state.secret, state.codes)
        if built != self._built:
            self._built = built
            self._build(state)
        if self._form is not None:
            self._form.show(busy=state.busy, problem=state.problem)
        said_already = self._form is not None or state.step is KeyStep.AWAY
        self._line.text = state.line or ("" if said_already else state.problem)
        self._line.tone = "ink" if state.line else "accent_text"

    def _build(self, state: SecondKeyState) -> None:
        self._form: OneField | None = None
        self._line = Text(style="small", flow="wrap", halign="center")
        self.column.clear_widgets()
        self.column.add_widget(page_top(say(words.LINE), say(words.TITLE), self._desk.back))
        first, *others = _PARTS[state.step](self, state)
        for part in (first, self._line, *others, Widget()):
            self.column.add_widget(part)
        dress(self.scroll, self.palette)

    def _looking(self, _state: SecondKeyState) -> list[Widget]:
        return [quiet_card(say(account_copy.LOOKING), "hourglass_bottom")]

    def _away(self, state: SecondKeyState) -> list[Widget]:
        once_more = QuietPill(
            text=say(account_copy.TRY_NOW), icon="refresh", key="ask", action=self._desk.ask, fill="card"
        )
        once_more.pos_hint = CENTRE
        return [quiet_card(state.problem, "cloud_off"), once_more]

    def _off(self, _state: SecondKeyState) -> list[Widget]:
        card = titled_card(say(words.OFF_TITLE))
        card.add_widget(words_of(say(words.OFF), "muted"))
        card.add_widget(PillButton(text=say(words.SET_UP), icon="key", key="set_up", action=self._desk.set_up))
        return [card]

    def _set_up(self, state: SecondKeyState) -> list[Widget]:
        card = titled_card(say(words.SET_UP))
        card.add_widget(words_of(say(words.SCAN), "muted"))
        card.add_widget(QrCode(text=state.address, pos_hint=CENTRE))
        card.add_widget(Text(text=_in_fours(state.secret), style="strong", flow="wrap", halign="center"))
        copy = QuietPill(text=say(words.COPY_SECRET), icon="content_copy", key="copy_secret", size_hint_x=1)
        copy.action = lambda: self._desk.copy(state.secret)
        card.add_widget(copy)
        self._form = OneField(
            hint=say(words.DIGITS), icon="key", button=say(words.TURN_ON), key="turn_on", send=self._desk.turn_on
        )
        return [card, words_of(say(words.THEN)), self._form, self._not_now()]

    def _paper(self, state: SecondKeyState) -> list[Widget]:
        card = titled_card(say(words.PAPER))
        card.add_widget(words_of(say(words.PAPER_DETAIL), "muted"))
        grid = GridLayout(cols=1 if large_type() else 2, size_hint=(1, None), spacing=dp(8), padding=(0, dp(8)))
        grid.bind(minimum_height=grid.setter("height"))
        for code in state.codes:
            grid.add_widget(Text(text=code, style="heading", flow="cut", halign="center"))
        card.add_widget(grid)
        copy = QuietPill(text=say(words.COPY_CODES), icon="content_copy", key="copy_codes", size_hint_x=1)
        copy.action = lambda: self._desk.copy(words.paper(state.codes))
        card.add_widget(copy)
        if state.can_save:
            save = QuietPill(text=say(words.SAVE_CODES), icon="download", key="save_codes", size_hint_x=1)
            save.action = self._desk.save_codes
            card.add_widget(save)
        return [
            card,
            PillButton(text=say(words.HAVE_THEM), icon="check", key="have_codes", action=self._desk.have_codes),
        ]

    def _on(self, _state: SecondKeyState) -> list[Widget]:
        card = titled_card(say(words.ON_TITLE))
        card.add_widget(words_of(say(words.ON), "muted"))
        for text, icon, key, act in (
            (say(words.NEW_CODES), "edit_note", "new_codes", self._desk.new_codes),
            (say(words.TURN_OFF), "close", "turn_off", self._desk.turn_off),
        ):
            card.add_widget(QuietPill(text=text, icon=icon, key=key, action=act, size_hint_x=1))
        return [card]

    def _confirm(self, _state: SecondKeyState) -> list[Widget]:
        card = titled_card(say(words.FIRST))
        card.add_widget(words_of(say(words.FIRST_DETAIL), "muted"))
        self._form = OneField(
            hint=say(words.DIGITS_OR_PAPER), icon="key", button=say(words.GO_ON), key="confirm", send=self._desk.confirm
        )
        return [card, self._form, self._not_now()]

    def _not_now(self) -> QuietLink:
        return QuietLink(text=say(words.NOT_NOW), icon="close", key="not_now", action=self._desk.ask, pos_hint=CENTRE)


_PARTS: dict[KeyStep, Callable[[SecondKeyScreen, SecondKeyState], list[Widget]]] = {
    KeyStep.LOOKING: SecondKeyScreen._looking, KeyStep.AWAY: SecondKeyScreen._away, KeyStep.OFF: SecondKeyScreen._off,
    KeyStep.SET_UP: SecondKeyScreen._set_up, KeyStep.PAPER: SecondKeyScreen._paper, KeyStep.ON: SecondKeyScreen._on,
    KeyStep.CONFIRM: SecondKeyScreen._confirm,
}  # fmt: skip


def _in_fours(secret: str) -> str:
    """As it is easiest to type, as many groups to a line as fit; copied, it has no gaps."""
    groups, most = [secret[at : at + 4] for at in range(0, len(secret), 4)], 2 if large_type() else 4
    return "\n".join(" ".join(groups[at : at + most]) for at in range(0, len(groups), most))
