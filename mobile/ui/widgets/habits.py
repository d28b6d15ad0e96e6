"""The habits of this person, side by side; the chosen one on a soft disc, and a way to a new promise at the end."""

from collections.abc import Callable

from kivy.core.window import Window
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from mobile.presenters.today_state import HabitTab
from mobile.ui.drawing import shapes
from mobile.ui.theme.palettes import WAITING, Palette
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon

_SIDE = 44
_ROOMY = 380
"""dp of screen width from which four places leave the title beside them whole; three otherwise."""


class HabitButton(Pressable):
    chosen = BooleanProperty(False)
    paints = (*Pressable.paints, "chosen")

    def __init__(self, *, tab: HabitTab, **kwargs: object) -> None:
        tone = "accent_text" if tab.selected else "nav_muted"
        self._icon = Icon(name=tab.icon, side=22, tone=tone, filled=tab.selected)
        super().__init__(size_hint=(None, None), size=(dp(_SIDE), dp(_SIDE)), chosen=tab.selected, **kwargs)
        self.add_widget(self._icon)

    def arrange(self) -> None:
        self._icon.center = self.center

    def paint(self) -> None:
        if self.chosen or self.pressed:
            shapes.disc(self.center, dp(19), self.palette.soft, 1 if self.chosen else self.pressed)


class NewButton(Pressable):
    """A promise more."""

    def __init__(self, **kwargs: object) -> None:
        self._icon = Icon(name="add", side=22, tone="nav_muted")
        super().__init__(size_hint=(None, None), size=(dp(_SIDE), dp(_SIDE)), key="new_habit", **kwargs)
        self.add_widget(self._icon)

    def arrange(self) -> None:
        self._icon.center = self.center

    def paint(self) -> None:
        if self.pressed:
            shapes.disc(self.center, dp(19), self.palette.soft, self.pressed)


class HabitSwitch(Painted, BoxLayout):
    """Hidden while there is no habit: the card below asks for the first one."""

    palette: Palette = ObjectProperty(WAITING, rebind=False)

    def __init__(self, *, on_habit: Callable[[str], None], on_new: Callable[[], object], **kwargs: object) -> None:
        super().__init__(size_hint=(None, None), height=dp(_SIDE + 4), padding=dp(2), **kwargs)
        self._on_habit, self._on_new = on_habit, on_new
        self._tabs: tuple[HabitTab, ...] = ()
        self._row = BoxLayout(size_hint=(None, 1))
        scroll = ScrollView(do_scroll_y=False, bar_width=0)
        scroll.add_widget(self._row)
        self.add_widget(scroll)
        self.width = 0

    def show(self, tabs: tuple[HabitTab, ...]) -> None:
        if tabs == self._tabs:
            return
        self._tabs = tabs
        self._row.clear_widgets()
        for tab in tabs:
            button = HabitButton(tab=tab, key=f"habit_{tab.habit_id}", palette=self.palette)
            button.action = lambda habit_id=tab.habit_id: self._on_habit(habit_id)
            self._row.add_widget(button)
        if tabs:
            self._row.add_widget(NewButton(palette=self.palette, action=self._on_new))
        places = len(tabs) + 1 if tabs else 0
        self._row.width = dp(_SIDE) * places
        at_once = 4 if Window.width >= dp(_ROOMY) else 3
        self.width = dp(_SIDE) * min(places, at_once) + dp(4) if places else 0

    def paint(self) -> None:
        strength = 0.08 * self.palette.shadow_strength
        shapes.shadow(self.box, self.height / 2, self.palette.shadow, strength, blur=14, drop=4)
        shapes.panel(self.box, self.height / 2, self.palette.card)
