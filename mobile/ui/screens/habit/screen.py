"""The page of one habit. Each part is built anew only when its own matter has changed."""

from collections.abc import Callable

from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import habit_copy
from mobile.presenters.habit_state import HabitState
from mobile.presenters.views import FaceView
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.habit.cards import NumbersCard, WeekdaysCard, quiet_card
from mobile.ui.screens.habit.desk import HabitDesk
from mobile.ui.theme.palettes import by_candle, palette_for
from mobile.ui.widgets.bands import Notice, OfflineRibbon, hug_height
from mobile.ui.widgets.buttons import PillButton, QuietLink, RoundButton
from mobile.ui.widgets.calendar import MonthCard
from mobile.ui.widgets.duets import DuetRow
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.text import Text
from shared.languages import say
from shared.moods import Expression, Mood

_FACES = 4
_FACE = 38


class Part(BoxLayout):
    """One part of the page; as high as what stands in it."""

    def __init__(self, build: Callable[[HabitState], list[Widget]], matter: Callable[[HabitState], object]) -> None:
        super().__init__(orientation="vertical", spacing=dp(8), height=0)
        hug_height(self)
        self._build, self._matter = build, matter
        self._shown: object = self

    def show(self, state: HabitState) -> bool:
        """Whether it had to be built anew."""
        matter = self._matter(state)
        if matter == self._shown:
            return False
        self._shown = matter
        self.clear_widgets()
        for widget in self._build(state):
            self.add_widget(widget)
        if not self.children:
            self.height = 0
        return True


class HabitScreen(ColumnScreen):
    def __init__(self, *, desk: HabitDesk, state: HabitState, dark: bool) -> None:
        super().__init__(palette=by_candle(palette_for(Mood.WAITING, dark=dark)), foot=SAFE_AREA.bottom + 24)
        self._desk = desk
        self._calendar: MonthCard | None = None
        self.column.spacing = dp(12)
        self._parts = (
            Part(self._top, lambda s: (s.title, s.line)),
            Part(self._bands, lambda s: (s.offline, s.problem)),
            Part(self._head, lambda s: (s.headline, s.faces)),
            Part(self._month, lambda s: s.month),
            Part(self._numbers, lambda s: s.numbers),
            Part(self._weekdays, lambda s: (s.weekdays, s.easiest, s.numbers is None)),
            Part(self._duets, lambda s: s.duets),
            Part(self._film, lambda s: (s.film_title, s.film_line, bool(s.film))),
        )
        for part in self._parts:
            self.column.add_widget(part)
        self.column.add_widget(Widget())
        self.show(state)

    def show(self, state: HabitState) -> None:
        built = [part.show(state) for part in self._parts]
        if any(built):
            dress(self.scroll, self.palette)

    def _top(self, state: HabitState) -> list[Widget]:
        if not state.habit_id:
            return [self._bar(say(habit_copy.LOOKING), "", change=False)]
        return [self._bar(state.title, state.line, change=True)]

    def _bar(self, title: str, line: str, *, change: bool) -> Widget:
        bar = GrowingRow(least=52, spacing=dp(10))
        bar.add_widget(RoundButton(icon="arrow_back", key="back", action=self._desk.back, pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=title, style="overlay", flow="cut", halign="center"))
        words.add_widget(Text(text=line, style="caption", tone="muted", flow="wrap", halign="center"))
        bar.add_widget(words)
        if change:
            bar.add_widget(RoundButton(icon="edit", key="change", action=self._desk.change, pos_hint=MIDDLE))
        return bar

    @staticmethod
    def _bands(state: HabitState) -> list[Widget]:
        bands: list[Widget] = [OfflineRibbon()] if state.offline else []
        return [*bands, Notice(text=state.problem)] if state.problem else bands

    @staticmethod
    def _head(state: HabitState) -> list[Widget]:
        if not state.headline:
            return []
        row = GrowingRow(least=54, padding=(0, 0, dp(_FACE * 0.3), 0))
        day = Text(text=state.headline, style="hero", flow="cut", halign="left", pos_hint=MIDDLE)
        row.add_widget(day)
        for view in state.faces[:_FACES]:
            row.add_widget(_overlapping(view))
        return [row]

    def _month(self, state: HabitState) -> list[Widget]:
        if state.month is None:
            return []
        self._calendar = MonthCard(month=state.month, on_day=self._desk.day, on_step=self._desk.month)
        return [self._calendar]

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """A finger that wandered over the calendar turns its month."""
        handled = bool(super().on_touch_up(touch))
        step = self._calendar.swiped(touch) if self._calendar and touch.grab_current is None else 0
        if step:
            self._desk.month(step)
        return handled or bool(step)

    def _numbers(self, state: HabitState) -> list[Widget]:
        return [NumbersCard(numbers=state.numbers, on_numbers=self._desk.numbers)] if state.habit_id else []

    @staticmethod
    def _weekdays(state: HabitState) -> list[Widget]:
        if state.numbers is None or not state.habit_id:
            return []
        return [WeekdaysCard(weekdays=state.weekdays, easiest=state.easiest)]

    def _duets(self, state: HabitState) -> list[Widget]:
        if not state.habit_id:
            return []
        head = GrowingRow(least=44)
        head.add_widget(Text(text=say(habit_copy.DUETS), style="heading", flow="cut", halign="left", pos_hint=MIDDLE))
        if not state.duets:
            return [head, quiet_card(say(habit_copy.DUETS_BEGIN))]
        latest = state.duets[0].date
        all_of_them = QuietLink(text=say(habit_copy.SEE_ALL), key="all_duets", action=lambda: self._desk.duet(latest))
        all_of_them.pos_hint = MIDDLE
        head.add_widget(all_of_them)
        return [head, DuetRow(duets=state.duets, on_duet=self._desk.duet)]

    def _film(self, state: HabitState) -> list[Widget]:
        if not state.film_title:
            return []
        play = PillButton(text=state.film_title, icon="movie", key="film", action=self._desk.film)
        play.disabled = not state.film
        line = Text(text=state.film_line, style="caption", tone="muted", flow="wrap", halign="center", pos_hint=CENTRE)
        return [Widget(size_hint=(1, None), height=dp(4)), play, line]


def _overlapping(view: FaceView) -> Widget:
    """A face that gives away a third of its width to the next."""
    place = BoxLayout(size_hint=(None, None), size=(dp(_FACE * 0.7), dp(_FACE)), pos_hint=MIDDLE)
    calm = FaceView(view.person_id, view.name, view.avatar, Expression.COLOUR)
    place.add_widget(Face(view=calm, size=(dp(_FACE), dp(_FACE)), ring_width=2.5))
    return place
