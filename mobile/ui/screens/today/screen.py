"""Today: the crowd over one big card, the week below. It draws the presenter's state and decides nothing."""

from collections.abc import Callable

from kivy.clock import Clock
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.people_state import NoticeView
from mobile.presenters.today_state import TodayState
from mobile.presenters.views import FaceView
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.today.cards import build_card, card_matter
from mobile.ui.screens.today.desk import TodayDesk
from mobile.ui.screens.today.lines import TodayLines, line_of
from mobile.ui.theme import sizes
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.crowd import Crowd
from mobile.ui.widgets.habits import HabitSwitch
from mobile.ui.widgets.header import Header
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.mirror import in_window
from mobile.ui.widgets.news import NewsPlace
from mobile.ui.widgets.week import Week
from shared.moods import Mood

_ABOVE_CAMERA = sizes.TAB_BAR + 26
_UNBORN = 100
"""The width Kivy gives to what was never laid out."""
_TAP = 12
_SWIPE = 60
"""dp a finger has to wander."""


class TodayScreen(ColumnScreen):
    def __init__(self, *, lines: TodayLines, desk: TodayDesk, dark: bool, state: TodayState) -> None:
        super().__init__(palette=palette_for(state.mood, dark=dark), foot=_ABOVE_CAMERA)
        self._lines, self._desk, self._dark = lines, desk, dark
        self._matter: tuple[object, ...] = ()
        self._state: TodayState | None = None
        self.habits = HabitSwitch(on_habit=lines.on_habit, on_new=desk.promise)
        self.header = Header(beside=self.habits, key="habit_page")
        self._top = NewsPlace(self.header)
        self.above = BoxLayout(orientation="vertical", size_hint=(1, None), height=0, spacing=dp(10))
        self.above.bind(minimum_height=self.above.setter("height"))
        self.crowd = Crowd()
        self.card = Widget()
        self.below = BoxLayout(orientation="vertical", size_hint=(1, None), height=0, spacing=dp(10))
        self.below.bind(minimum_height=self.below.setter("height"))
        self.week = Week()
        self.column.spacing = dp(10)
        self._judge = Clock.create_trigger(self._judge_room, -1)
        self.column.fbind("minimum_height", self._judge)
        self.scroll.fbind("height", self._judge)
        self.on_any_touch: Callable[[], object] = lambda: None
        self.on_swipe: Callable[[int], object] = lambda _step: None
        self.on_habit: Callable[[], object] = lambda: None
        self.header.words.action = self.week.action = self._open_habit
        self._compose()
        self.show(state)

    def _compose(self) -> None:
        # The crowd's arc uses the whole width, so it stands outside the column's margins.
        wide = BoxLayout(size_hint=(1, None), padding=(-dp(sizes.MARGIN), 0))
        self.crowd.bind(height=wide.setter("height"))
        wide.add_widget(self.crowd)
        self._hero = Layers(size_hint=(1, 1))
        for widget in (self._top, self.above, wide, self._hero, self.below, self.week):
            self.column.add_widget(widget)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """A touch anywhere also ends what moves by itself."""
        self.on_any_touch()
        return bool(super().on_touch_down(touch))

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """A finger that wandered sideways turns to the next habit (1) or the former one (-1)."""
        across, along = touch.x - touch.ox, touch.y - touch.oy
        handled = super().on_touch_up(touch)
        sideways = abs(across) > dp(_SWIPE) and abs(across) > 2 * abs(along)
        if sideways and not self.header.collide_point(*self.column.to_widget(*in_window(self, touch.opos))):
            self.on_swipe(1 if across < 0 else -1)
            return True
        face = (
            self.crowd.face_at(*self.crowd.to_widget(*in_window(self, touch.pos)))
            if touch.grab_current is None
            else None
        )
        if face is not None and face.picture is not None and max(abs(across), abs(along)) < dp(_TAP):
            self._desk.face(face)
            return True
        return handled

    def _open_habit(self) -> None:
        self.on_habit()

    def show(self, state: TodayState) -> None:
        """Draw a state; faces turn slowly when only they have changed."""
        if state == self._state:
            return
        known = self._state is not None and self._state.habit_id == state.habit_id and not state.calm
        self.header.line, self.header.title = line_of(state), state.title
        self.habits.show(state.tabs)
        self.crowd.show(state.faces, state.headline, slowly=known)
        self.crowd.celebrate(state.mood is Mood.WARM, slowly=known)
        self._show_card(state)
        self._show_bands(state)
        self.week.show(state.week)
        self._state = state
        self.wear(palette_for(state.mood, dark=self._dark), slowly=known)

    def turn(self, face: FaceView) -> None:
        """One face turns, while what happened is being replayed."""
        self.crowd.turn_one(face)

    def tell(self, notice: NoticeView | None, *, slowly: bool) -> None:
        """What just arrived, for a while in the header's place; None takes it away."""
        self._top.tell(notice, put_away=self._desk.put_away, slowly=slowly)
        self.wear(self.palette, slowly=False)

    def _show_card(self, state: TodayState) -> None:
        matter = card_matter(state)
        if matter == self._matter:
            return
        self._matter = matter
        self._hero.clear_widgets()
        self.card = build_card(state, self._desk)
        self.card.pos_hint = {"x": 0, "center_y": 0.5}
        self._hero.add_widget(self.card)
        if isinstance(self.card, BoxLayout):
            self.card.fbind("minimum_height", self._judge)
        self._give_card_room()

    def _judge_room(self, _dt: float) -> None:
        """Where everything does not fit, all of it becomes a little smaller, so that the week stays in sight."""
        self._give_card_room()
        needed, given = self.column.minimum_height, self.scroll.height
        if self.scroll.width <= dp(_UNBORN):
            return
        if self.crowd.snug:
            # What growing back would take, rather a little too much than too little: or it would never come to rest.
            needed += 0.36 * self.crowd.height + dp(self.card.least - self.card.tight) + dp(20)
        snug = needed > given + 1
        if snug != self.crowd.snug:
            self.crowd.snug = snug
            self.column.spacing = dp(6 if snug else 10)
            self._give_card_room()

    def _give_card_room(self) -> None:
        wanted = dp(self.card.tight if self.crowd.snug else self.card.least)
        self._hero.size_hint_min_y = max(wanted, getattr(self.card, "minimum_height", 0))

    def _show_bands(self, state: TodayState) -> None:
        if self._state is None or self._lines.above_matter(state) != self._lines.above_matter(self._state):
            self.above.clear_widgets()
            for band in self._lines.above(state):
                self.above.add_widget(band)
        if self._state is None or self._lines.below_matter(state) != self._lines.below_matter(self._state):
            self.below.clear_widgets()
            for band in self._lines.below(state, self._desk):
                self.below.add_widget(band)
