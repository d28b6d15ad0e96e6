"""Compose, and the chooser that may lie over it."""

from pathlib import Path

from kivy.uix.widget import Widget

from mobile.app_core import Core
from mobile.ui.bridge import on_screen_thread
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.compose.chooser import PhotoChooser
from mobile.ui.screens.compose.desk import ComposeDesk
from mobile.ui.screens.compose.screen import ComposeScreen


class ComposeRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        compose = core.compose
        self._chooser: Widget | None = None
        desk = ComposeDesk(
            close=self._close, take=self._take, choose=self.choose, clear=compose.clear_photo, mode=compose.set_mode,
            caption=compose.set_caption, amount=compose.set_amount, post=self._post,
        )  # fmt: skip
        self.widget: ComposeScreen = ComposeScreen(desk=desk, state=compose.state)
        self.follow(compose, lambda state: self.widget.show(state) if state.habit_id else None)

    def choose(self) -> None:
        """The phone's own picker where there is one, else the app's."""
        picker = self.core.phone.device.picker
        if picker is not None:
            picker.pick(lambda path: self._picked(path, "library"))
            return
        self._chooser = PhotoChooser(on_photo=self._chosen, on_close=self._put_chooser_away)
        self.house.put_over(self._chooser)

    def _chosen(self, path: str) -> None:
        self._put_chooser_away()
        self._picked(Path(path), "library")

    def _put_chooser_away(self) -> None:
        if self._chooser is not None:
            self.house.take_off(self._chooser)
            self._chooser = None

    def _take(self) -> None:
        camera = self.core.phone.device.camera
        if camera is not None:
            camera.take(lambda path: self._picked(path, "camera"))

    def _picked(self, path: Path | None, source: str) -> None:
        if path is not None:
            on_screen_thread(lambda: self.core.compose.pick(path, source))

    def _post(self) -> None:
        if self.core.compose.post():
            self.house.go("today")

    def _close(self) -> None:
        self.core.compose.clear_photo()
        self.house.go("today")
