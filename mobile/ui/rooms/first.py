"""What comes first in the feed: reached from it and from Me, and back there."""

from mobile.app_core import Core
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.first.screen import FirstDesk, FirstScreen


class FirstRoom(Room):
    def __init__(self, core: Core, house: House, *, back: str) -> None:
        """`back`: the tab it is left for."""
        super().__init__(core, house)
        knobs = core.knobs
        desk = FirstDesk(toggle=knobs.toggle, as_before=knobs.as_before, close=lambda: house.go(back))
        self.widget: FirstScreen = FirstScreen(desk=desk, state=knobs.state, dark=house.dark)
        self.follow(knobs, self.widget.show)
        knobs.open()
