"""Scanning a friend's code: a picture in, an invitation out, and from there the way a tapped link goes."""

from collections.abc import Callable

from mobile.app_core import Core
from mobile.presenters.scan import ScanState
from mobile.ui.rooms.picturing import Picturing
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.scan.screen import ScanDesk, ScanScreen


class ScanRoom(Room):
    def __init__(self, core: Core, house: House, *, back: Callable[[], object]) -> None:
        super().__init__(core, house)
        scan, picturing = core.scan, Picturing(core, house)
        scan.open()
        desk = ScanDesk(
            back=back,
            take=lambda: picturing.take(scan.read, scan.no_picture),
            choose=lambda: picturing.choose(scan.read, scan.no_picture),
        )
        self.widget: ScanScreen = ScanScreen(desk=desk, state=scan.state, dark=house.dark)
        self.follow(scan, self._show)

    def _show(self, state: ScanState) -> None:
        if state.link:
            self.house.open_link(state.link)
        else:
            self.widget.show(state)
