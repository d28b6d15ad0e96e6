"""Asking for one picture: the phone's camera or picker where there is one, else the app's own chooser."""

from collections.abc import Callable
from pathlib import Path

from kivy.uix.widget import Widget

from mobile.app_core import Core
from mobile.presenters import copy
from mobile.ui.bridge import on_screen_thread
from mobile.ui.rooms.room import House
from mobile.ui.screens.compose.chooser import PhotoChooser
from mobile.ui.widgets.sheet import Way
from shared.languages import say

OnPicture = Callable[[Path, str], object]
"""Called with the file and its source ("camera" or "library") on the screen's thread; never when nobody chose."""
OnNone = Callable[[str], object]
"""Called with the source when no picture came of it: somebody changed their mind, or the machine refused."""


def _nothing(_source: str) -> None:
    """Where the screen is as it was, and says enough."""


class Picturing:
    def __init__(self, core: Core, house: House) -> None:
        self._device, self._house = core.phone.device, house
        self._chooser: Widget | None = None

    def take(self, on_picture: OnPicture, on_none: OnNone | None = None) -> None:
        """A picture of this moment, if there is a camera. Without `on_none`, one that is here already is offered."""
        instead = on_none or (lambda _source: self._offer(on_picture))
        if self._device.camera is not None:
            self._device.camera.take(lambda path: _tell(on_picture, instead, path, "camera"))

    def _offer(self, on_picture: OnPicture) -> None:
        choose = Way(
            say(copy.CHOOSE_INSTEAD), "photo_library", "choose_instead", lambda: self.choose(on_picture), main=True
        )
        self._house.ask(say(copy.NO_PICTURE), say(copy.CAMERA_GAVE_NONE), choose)

    def choose(self, on_picture: OnPicture, on_none: OnNone = _nothing, *, clips: bool = False) -> None:
        """A picture that is here already; with `clips` one that may move."""
        if self._device.picker is not None:
            self._device.picker.pick(lambda path: _tell(on_picture, on_none, path, "library"), clips=clips)
            return

        def chosen(path: str) -> None:
            self._put_away()
            _tell(on_picture, on_none, Path(path), "library")

        def closed() -> None:
            self._put_away()
            on_none("library")

        self._chooser = PhotoChooser(on_photo=chosen, on_close=closed)
        self._house.put_over(self._chooser)

    def take_or_choose(self, on_picture: OnPicture) -> None:
        (self.take if self._device.camera is not None else self.choose)(on_picture)

    def _put_away(self) -> None:
        if self._chooser is not None:
            self._house.take_off(self._chooser)
            self._chooser = None


def _tell(on_picture: OnPicture, on_none: OnNone, path: Path | None, source: str) -> None:
    on_screen_thread(lambda: on_none(source) if path is None else on_picture(path, source))
