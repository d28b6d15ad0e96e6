"""The account."""

from kivy.clock import Clock

from mobile.app_core import Core
from mobile.presenters import account_copy
from mobile.presenters.account_state import SessionView
from mobile.ui.rooms.keys import AddressRoom, SecondKeyRoom
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.account.screen import AccountDesk, AccountScreen
from mobile.ui.widgets.sheet import Way
from shared.languages import say

_LOOK = 3
"""Seconds between two looks at what is being packed."""


class AccountRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        account = core.account
        account.open()
        desk = AccountDesk(
            back=lambda: house.go("me"), ask=account.open, end=self._end, end_others=account.end_others,
            pack=account.pack, save=account.save, leave=self._leave, stay=account.stay,
            second_key=lambda: house.visit(self._second_key), address=lambda: house.visit(self._address),
        )  # fmt: skip
        self.widget: AccountScreen = AccountScreen(desk=desk, state=account.state, dark=house.dark)
        self.follow(account, self.widget.show)
        self._ends.append(Clock.schedule_interval(lambda _dt: account.look(), _LOOK).cancel)

    def _end(self, session: SessionView) -> None:
        way = Way(say(account_copy.END), "logout", "end_now", lambda: self.core.account.end(session.id), main=True)
        self.house.ask(say(account_copy.END_ASK, device=session.device), say(account_copy.END_DETAIL), way)

    @staticmethod
    def _second_key(core: Core, house: House) -> Room:
        return SecondKeyRoom(core, house, back=lambda: house.visit(AccountRoom))

    @staticmethod
    def _address(core: Core, house: House) -> Room:
        return AddressRoom(core, house, back=lambda: house.visit(AccountRoom))

    def _leave(self) -> None:
        way = Way(say(account_copy.LEAVE_NOW), "logout", "leave_now", self.core.account.leave)
        self.house.ask(say(account_copy.LEAVE_ASK), say(account_copy.LEAVE_DETAIL), way)
