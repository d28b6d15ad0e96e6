"""The page on which a promise is changed or put away."""

from collections.abc import Callable

from mobile.app_core import Core
from mobile.presenters import habit_copy
from mobile.presenters.change_state import ChangeState
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.change import ChangeDesk, ChangeScreen
from mobile.ui.widgets.sheet import Way
from shared.languages import say


class ChangeRoom(Room):
    def __init__(self, core: Core, house: House, *, habit_id: str, back: Callable[[], object]) -> None:
        super().__init__(core, house)
        change, self._back = core.change, back
        change.open(habit_id)
        desk = ChangeDesk(
            title=change.set_title, icon=change.set_icon, rhythm=change.set_rhythm, weekday=change.toggle_weekday,
            times=change.set_times, reminder=change.toggle_reminder, discreet=change.set_discreet, save=change.save,
            put_away=self._put_away, back=back, settings=change.open_settings,
        )  # fmt: skip
        self.widget: ChangeScreen = ChangeScreen(desk=desk, state=change.state, dark=house.dark)
        self.follow(change, self._show)

    def _show(self, state: ChangeState) -> None:
        if state.gone:
            self.house.go("today")
        elif state.done:
            self._back()
        else:
            self.widget.show(state)

    def _put_away(self) -> None:
        change = self.core.change
        way = Way(say(habit_copy.PUT_AWAY), "archive", "put_away_now", change.put_away, main=True)
        self.house.ask(say(habit_copy.PUT_AWAY_ASK, title=change.state.title), say(habit_copy.PUT_AWAY_DETAIL), way)
