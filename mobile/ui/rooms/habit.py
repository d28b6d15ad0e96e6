"""The page of one habit."""

from mobile.app_core import Core
from mobile.presenters.compose_state import ComposeMode
from mobile.presenters.habit_state import DayView, DayWay, Duet, HabitState
from mobile.ui.rooms.change import ChangeRoom
from mobile.ui.rooms.room import House, Room
from mobile.ui.screens.habit.day_sheet import day_sheet
from mobile.ui.screens.habit.desk import HabitDesk
from mobile.ui.screens.habit.screen import HabitScreen
from mobile.ui.widgets.duets import DuetView
from mobile.ui.widgets.film import Film
from mobile.ui.widgets.sheet import Sheet


class HabitRoom(Room):
    """Stays open until it is left; a habit that is put away elsewhere closes it."""

    def __init__(self, core: Core, house: House, *, habit_id: str) -> None:
        super().__init__(core, house)
        self._sheet: Sheet | None = None
        self._sheet_of: DayView | None = None
        self._pair: DuetView | None = None
        habit = core.habit
        habit.open(habit_id)
        self.widget: HabitScreen = HabitScreen(desk=self._desk(), state=habit.state, dark=house.dark)
        self.follow(habit, self._show)

    def _desk(self) -> HabitDesk:
        habit, house = self.core.habit, self.house
        return HabitDesk(
            back=lambda: house.go("today"), change=self._change, day=habit.touch,
            month=lambda step: habit.earlier() if step < 0 else habit.later(), duet=habit.show_duet, film=self._play,
            numbers=habit.hide_numbers,
        )  # fmt: skip

    def _change(self) -> None:
        habit_id, house = self.core.habit.state.habit_id, self.house

        def back() -> None:
            house.visit(lambda core, house: HabitRoom(core, house, habit_id=habit_id))

        house.visit(lambda core, house: ChangeRoom(core, house, habit_id=habit_id, back=back))

    def _show(self, state: HabitState) -> None:
        if not state.habit_id:
            self.house.go("today")
            return
        self.widget.show(state)
        self._show_day(state.day)
        self._show_pair(state.duet)

    def _show_day(self, day: DayView | None) -> None:
        """A sheet, as long as a day is looked at; built anew when its photo has arrived."""
        if day == self._sheet_of:
            return
        old, self._sheet, self._sheet_of = self._sheet, None, day
        if old is not None:
            self.house.take_off(old)
        if day is not None:
            self._sheet = self._sheet_for(day)
            self.house.put_over(self._sheet)

    def _sheet_for(self, day: DayView) -> Sheet:
        return day_sheet(
            day=day, palette=self.widget.palette, on_way=lambda way: self._do(day, way),
            on_duet=lambda: self.core.habit.show_duet(day.date), on_close=self._put_day_away,
        )  # fmt: skip

    def _put_day_away(self) -> None:
        self._sheet = None
        self.core.habit.put_day_away()

    def _do(self, day: DayView, way: DayWay) -> None:
        if way is DayWay.PHOTO:
            self.house.open_compose(ComposeMode.PHOTO, date=day.date)
        else:
            self.core.habit.do(day.date, way)

    def _show_pair(self, duet: Duet | None) -> None:
        if duet is None:
            if self._pair is not None:
                self.house.take_off(self._pair)
                self._pair = None
            return
        if self._pair is None:
            habit = self.core.habit
            self._pair = DuetView(on_step=habit.step_duet, on_close=lambda: habit.show_duet(""))
            self.house.put_over(self._pair)
        self._pair.show(duet)

    def _play(self) -> None:
        film = Film(pages=self.core.habit.state.film, calm=self.house.calm, on_end=lambda: None)
        self.house.put_over(film)
        film.play()

    def leave(self) -> None:
        super().leave()
        self.core.habit.close()
