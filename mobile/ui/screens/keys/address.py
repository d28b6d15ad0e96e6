"""Another e-mail address: which, the second key of whoever has one, the code from the mail, done."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.widget import Widget

from mobile.presenters import address_copy, second_key_copy
from mobile.presenters.address import AddressState, AddressStep
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.keys.forms import OneField
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.buttons import PillButton, QuietLink
from mobile.ui.widgets.layers import CENTRE
from mobile.ui.widgets.page import page_top, titled_card, words_of
from mobile.ui.widgets.painted import dress
from shared.languages import say
from shared.moods import Mood


@dataclass(frozen=True, slots=True)
class AddressDesk:
    back: Callable[[], object]
    send: Callable[[str], object]
    confirm: Callable[[str], object]
    prove: Callable[[str], object]
    other: Callable[[], object]


class AddressScreen(ColumnScreen):
    def __init__(self, *, desk: AddressDesk, state: AddressState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WAITING, dark=dark), foot=SAFE_AREA.bottom + 24)
        self._desk = desk
        self._step: AddressStep | None = None
        self.column.spacing = dp(14)
        self.show(state)

    def show(self, state: AddressState) -> None:
        """What is being written stays until something else is asked."""
        if state.step is not self._step:
            self._step = state.step
            self._build(state)
        if self._form is not None:
            self._form.show(busy=state.busy, problem=state.problem)

    def _build(self, state: AddressState) -> None:
        self.column.clear_widgets()
        self.column.add_widget(page_top(say(address_copy.LINE), say(address_copy.TITLE), self._desk.back))
        self._form = self._ask(state)
        card = titled_card(say(_TITLES[state.step], email=state.email, wanted=state.wanted))
        if state.step in _DETAILS:
            card.add_widget(words_of(say(_DETAILS[state.step]), "muted"))
        parts: list[Widget] = [card]
        if self._form is not None:
            parts.append(self._form)
        if state.step in (AddressStep.CODE, AddressStep.CONFIRM):
            other = QuietLink(text=say(address_copy.OTHER), icon="arrow_back", key="other_address", pos_hint=CENTRE)
            other.action = self._desk.other
            parts.append(other)
        if state.step is AddressStep.DONE:
            parts.append(
                PillButton(text=say(address_copy.BACK), icon="check", key="address_done", action=self._desk.back)
            )
        for part in (*parts, Widget()):
            self.column.add_widget(part)
        dress(self.scroll, self.palette)

    def _ask(self, state: AddressState) -> OneField | None:
        desk = self._desk
        if state.step is AddressStep.ASK:
            return OneField(
                hint=say(address_copy.HINT), icon="mail", button=say(address_copy.SEND), key="address", send=desk.send,
                text=state.wanted,
            )  # fmt: skip
        if state.step is AddressStep.CONFIRM:
            hint, button = say(second_key_copy.DIGITS_OR_PAPER), say(second_key_copy.GO_ON)
            return OneField(hint=hint, icon="key", button=button, key="confirm", send=desk.confirm)
        if state.step is AddressStep.CODE:
            hint, button = say(address_copy.CODE_HINT), say(address_copy.CHANGE)
            return OneField(hint=hint, icon="key", button=button, key="prove", send=desk.prove)
        return None


_TITLES = {
    AddressStep.ASK: address_copy.NOW, AddressStep.CONFIRM: second_key_copy.FIRST,
    AddressStep.CODE: address_copy.SENT, AddressStep.DONE: address_copy.DONE,
}  # fmt: skip
_DETAILS = {AddressStep.ASK: address_copy.DETAIL, AddressStep.CONFIRM: second_key_copy.FIRST_DETAIL}
