"""A new promise: what, when, and one friend or nobody yet."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from mobile.presenters import alarm_words
from mobile.presenters.people_state import PromiseState
from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill, RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.friend_button import FriendButton
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text
from shared.languages import message, say
from shared.moods import Mood

ICONS = (
    "directions_run", "fitness_center", "self_improvement", "pool", "directions_bike", "menu_book", "brush",
    "edit_note", "music_note", "language", "water_drop", "eco",
)  # fmt: skip
_DAILY = {"frequency": "daily", "measure": "tick"}
_WHEN: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("daily", message("Every day"), _DAILY),
    ("weekdays", message("Weekdays"), {"frequency": "weekdays", "weekdays": [0, 1, 2, 3, 4], "measure": "tick"}),
    ("three", message("3 a week"), {"frequency": "per_week", "times": 3, "measure": "tick"}),
)
_REMINDERS: tuple[tuple[int | None, str], ...] = (
    (None, message("No reminder")),
    (7 * 60, "7:00"),
    (12 * 60, "12:00"),
    (20 * 60, "20:00"),
)


@dataclass(frozen=True, slots=True)
class PromiseDesk:
    title: Callable[[str], object]
    icon: Callable[[str], object]
    schedule: Callable[[dict[str, object]], object]
    reminder: Callable[[int | None], object]
    friend: Callable[[str], object]
    promise: Callable[[], object]
    close: Callable[[], object]
    settings: Callable[[], object]
    """Of the phone, for whoever refused to be rung."""


class IconButton(Pressable):
    """One sign a habit may carry."""

    def __init__(self, *, icon: str, chosen: bool, **kwargs: object) -> None:
        self._chosen = chosen
        self._icon = Icon(name=icon, side=24, tone="accent_text" if chosen else "nav_muted", filled=chosen)
        super().__init__(size_hint=(1, None), height=dp(48), key=f"icon_{icon}", **kwargs)
        self.add_widget(self._icon)

    def arrange(self) -> None:
        self._icon.center = self.center

    def paint(self) -> None:
        if self._chosen or self.pressed:
            shapes.disc(self.center, dp(22), self.palette.soft, 1 if self._chosen else self.pressed)


class PromiseScreen(ColumnScreen):
    def __init__(self, *, desk: PromiseDesk, state: PromiseState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WARM, dark=dark), foot=SAFE_AREA.bottom + 18)
        self._desk = desk
        self._when = "daily"
        self._title = Field(
            hint=say("Morning run, ten pages, no phone in bed …"), key="promise_title", text=state.title
        )
        self._title.writing.bind(text=lambda _writing, text: desk.title(text))
        self._button = PillButton(text=say("I promise"), icon="check", key="promise", action=desk.promise)
        self._matter = BoxLayout(orientation="vertical", size_hint=(1, None), spacing=dp(14))
        self._matter.bind(minimum_height=self._matter.setter("height"))
        self._state: PromiseState | None = None
        self.column.spacing = dp(14)
        for widget in (self._top(), self._title, self._matter, Widget(), self._button):
            self.column.add_widget(widget)
        self.show(state)

    def _top(self) -> BoxLayout:
        top = GrowingRow(least=56, spacing=dp(12))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(
            Text(text=say("Thirty days. Five seconds a day."), style="small", tone="muted", flow="wrap", halign="left")
        )
        words.add_widget(Text(text=say("What will you show up for?"), style="heading", flow="wrap", halign="left"))
        top.add_widget(words)
        top.add_widget(RoundButton(icon="close", key="close", action=self._desk.close, pos_hint=MIDDLE))
        return top

    def show(self, state: PromiseState) -> None:
        self._state = state
        self._button.disabled = not state.can_promise
        self._matter.clear_widgets()
        self._matter.add_widget(self._icons(state))
        self._matter.add_widget(self._days())
        self._matter.add_widget(self._reminders(state))
        if state.rings:
            self._matter.add_widget(Text(text=state.rings, style="small", tone="muted", flow="wrap", halign="center"))
            way = QuietLink(text=say(alarm_words.SETTINGS), icon="notifications", key="ring_settings", pos_hint=CENTRE)
            way.action = self._desk.settings
            self._matter.add_widget(way)
        if state.friends:
            self._matter.add_widget(self._friends(state))
        if state.problem:
            self._matter.add_widget(
                Text(text=state.problem, style="small", tone="accent_text", flow="wrap", halign="center")
            )
        dress(self.scroll, self.palette)

    def _icons(self, state: PromiseState) -> CardBox:
        card, grid = _grid_card(6)
        for icon in ICONS:
            button = IconButton(icon=icon, chosen=icon == state.icon)
            button.action = lambda icon=icon: self._desk.icon(icon)
            grid.add_widget(button)
        card.add_widget(grid)
        return card

    def _days(self) -> BoxLayout:
        row = GrowingRow(least=44, spacing=dp(8))
        for key, text, wire in _WHEN:
            pill = QuietPill(text=say(text), key=f"when_{key}", chosen=key == self._when, size_hint_x=1)
            pill.action = lambda key=key, wire=wire: self._choose_days(key, wire)
            row.add_widget(pill)
        return row

    def _reminders(self, state: PromiseState) -> BoxLayout:
        row = GrowingRow(least=44, spacing=dp(8))
        for minute, text in _REMINDERS:
            wide = 1.7 if minute is None else 1
            pill = QuietPill(text=say(text), key=f"remind_{minute}", chosen=minute == state.reminder, size_hint_x=wide)
            pill.action = lambda minute=minute: self._desk.reminder(minute)
            row.add_widget(pill)
        return row

    def _choose_days(self, key: str, wire: dict[str, object]) -> None:
        self._when = key
        self._desk.schedule(wire)
        if self._state is not None:
            self.show(self._state)

    def _friends(self, state: PromiseState) -> CardBox:
        card, grid = _grid_card(4)
        card.add_widget(
            Text(text=say("Who may look, once a day?"), style="label", tone="muted", flow="wrap", halign="left")
        )
        for friend in state.friends:
            button = FriendButton(friend=friend, chosen=friend.person_id in state.chosen)
            button.action = lambda person_id=friend.person_id: self._desk.friend(person_id)
            grid.add_widget(button)
        card.add_widget(grid)
        return card


def _grid_card(columns: int) -> tuple[CardBox, GridLayout]:
    card = CardBox(padding=dp(14), spacing=dp(6), radius=30)
    hug_height(card)
    grid = GridLayout(cols=columns, size_hint=(1, None), spacing=dp(4))
    grid.bind(minimum_height=grid.setter("height"))
    return card, grid
