"""Asking for one picture: the phone's camera or picker where there is one, else the app's own chooser."""

from collections.abc import Callable
from pathlib import Path

from kivy.uix.widget import Widget

from mobile.app_core import Core
from mobile.ui.bridge import on_screen_thread
from mobile.ui.rooms.room import House
from mobile.ui.screens.compose.chooser import PhotoChooser

OnPicture = Callable[[Path, str], object]
"""Called with the file and its source ("camera" or "library") on the screen's thread; never when nobody chose."""


class Picturing:
    def __init__(self, core: Core, house: House) -> None:
        self._device, self._house = core.phone.device, house
        self._chooser: Widget | None = None

    def take(self, on_picture: OnPicture) -> None:
        """A picture of this moment, if there is a camera."""
        if self._device.camera is not None:
            self._device.camera.take(lambda path: _tell(on_picture, path, "camera"))

    def choose(self, on_picture: OnPicture, *, clips: bool = False) -> None:
        """A picture that is here already; with `clips` one that may move."""
        if self._device.picker is not None:
            self._device.picker.pick(lambda path: _tell(on_picture, path, "library"), clips=clips)
            return

        def chosen(path: str) -> None:
            self._put_away()
            _tell(on_picture, Path(path), "library")

        self._chooser = PhotoChooser(on_photo=chosen, on_close=self._put_away)
        self._house.put_over(self._chooser)

    def take_or_choose(self, on_picture: OnPicture) -> None:
        (self.take if self._device.camera is not None else self.choose)(on_picture)

    def _put_away(self) -> None:
        if self._chooser is not None:
            self._house.take_off(self._chooser)
            self._chooser = None


def _tell(on_picture: OnPicture, path: Path | None, source: str) -> None:
    if path is not None:
        on_screen_thread(lambda: on_picture(path, source))
