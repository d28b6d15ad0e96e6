"""The pages behind the account: the second key, and another address."""

from collections.abc import Callable

from mobile.app_core import Core
from mobile.presenters import second_key_copy as words
from mobile.ui.clipboard import copy_text
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.keys.address import AddressDesk, AddressScreen
from mobile.ui.screens.keys.second import SecondKeyDesk, SecondKeyScreen
from mobile.ui.widgets.sheet import Way
from shared.languages import say


class SecondKeyRoom(Room):
    private = True

    def __init__(self, core: Core, house: House, *, back: Callable[[], object]) -> None:
        super().__init__(core, house)
        key = core.second_key
        key.open()
        desk = SecondKeyDesk(
            back=back, ask=key.open, set_up=key.set_up, turn_on=key.turn_on, confirm=key.confirm, copy=self._copy,
            save_codes=key.save_codes, have_codes=key.have_codes, new_codes=self._new_codes, turn_off=self._turn_off,
        )  # fmt: skip
        self.widget: SecondKeyScreen = SecondKeyScreen(desk=desk, state=key.state, dark=house.dark)
        self.follow(key, self.widget.show)
        self._ends.append(key.close)

    def _copy(self, text: str) -> None:
        copy_text(text)
        self.core.second_key.say_copied()

    def _new_codes(self) -> None:
        way = Way(say(words.MAKE_THEM), "edit_note", "make_codes", self.core.second_key.new_codes, main=True)
        self.house.ask(say(words.NEW_CODES_ASK), say(words.NEW_CODES_DETAIL), way)

    def _turn_off(self) -> None:
        way = Way(say(words.TURN_OFF), "close", "turn_off_now", self.core.second_key.turn_off)
        self.house.ask(say(words.TURN_OFF_ASK), say(words.TURN_OFF_DETAIL), way)


class AddressRoom(Room):
    def __init__(self, core: Core, house: House, *, back: Callable[[], object]) -> None:
        super().__init__(core, house)
        address = core.address
        address.open()
        desk = AddressDesk(
            back=back, send=address.send, confirm=address.confirm, prove=address.prove, other=address.back
        )
        self.widget: AddressScreen = AddressScreen(desk=desk, state=address.state, dark=house.dark)
        self.follow(address, self.widget.show)
