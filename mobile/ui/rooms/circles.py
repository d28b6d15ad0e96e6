"""Circles of friends."""

from mobile.app_core import Core
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.circles.desk import CirclesDesk
from mobile.ui.screens.circles.screen import CirclesScreen


class CirclesRoom(Room):
    def __init__(self, core: Core, house: House) -> None:
        super().__init__(core, house)
        circles = core.circles
        circles.open(core.crowd.state.habit_id)
        desk = CirclesDesk(
            start=circles.start, edit=circles.edit, show_habit=circles.show_habit, name=circles.set_name,
            person=circles.toggle, save=circles.save, give_up=circles.give_up, back=circles.close,
            close=lambda: house.go("crowd"),
        )  # fmt: skip
        self.widget: CirclesScreen = CirclesScreen(desk=desk, state=circles.state, dark=house.dark)
        self.follow(circles, self.widget.show)
