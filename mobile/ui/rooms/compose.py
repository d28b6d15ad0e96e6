"""Compose, and the chooser that may lie over it."""

from mobile.app_core import Core
from mobile.ui.rooms.beside import Besides
from mobile.ui.rooms.picturing import Picturing
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.compose.desk import ComposeDesk
from mobile.ui.screens.compose.screen import ComposeScreen


class ComposeRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        compose = core.compose
        self._picturing = Picturing(core, house)
        desk = ComposeDesk(
            close=self._close, take=self._take, choose=self._choose, clear=compose.clear_photo, mode=compose.set_mode,
            caption=compose.set_caption, amount=compose.set_amount, post=self._post,
            beside=Besides(core, self).choose,
        )  # fmt: skip
        self.widget: ComposeScreen = ComposeScreen(desk=desk, state=compose.state)
        self.follow(core.beside, lambda _state: compose.redraw_beside())
        self.follow(compose, lambda state: self.widget.show(state) if state.habit_id else None)

    def _choose(self) -> None:
        """The phone's own picker where there is one, else the app's."""
        self._picturing.choose(self.core.compose.pick, self.core.compose.no_picture)

    def _take(self) -> None:
        self._picturing.take(self.core.compose.pick, self.core.compose.no_picture)

    def _post(self) -> None:
        if self.core.compose.post():
            self.house.go("today")

    def _close(self) -> None:
        self.core.compose.clear_photo()
        self.house.go("today")
