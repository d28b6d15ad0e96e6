"""Changing a promise: name and sign, its days from the next one on, when it rings; or putting it away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from mobile.presenters import alarm_words, habit_copy
from mobile.presenters.change_state import ChangeState, Choice, Rhythm
from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.promise import ICONS, IconButton
from mobile.ui.theme import sizes
from mobile.ui.theme.palettes import by_candle, palette_for
from mobile.ui.widgets.bands import Notice, hug_height
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.layers import CENTRE
from mobile.ui.widgets.page import page_top
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Text
from shared.languages import say
from shared.moods import Mood

_RHYTHMS = {Rhythm.DAYS: habit_copy.CERTAIN_DAYS, Rhythm.TIMES: habit_copy.TIMES_A_WEEK}


@dataclass(frozen=True, slots=True)
class ChangeDesk:
    title: Callable[[str], object]
    icon: Callable[[str], object]
    rhythm: Callable[[Rhythm], object]
    weekday: Callable[[int], object]
    times: Callable[[int], object]
    reminder: Callable[[int], object]
    discreet: Callable[[bool], object]
    save: Callable[[], object]
    put_away: Callable[[], object]
    back: Callable[[], object]
    settings: Callable[[], object]
    """Of the phone, for whoever refused to be rung."""


class Disc(Pressable):
    """A letter or a number to choose."""

    def __init__(self, *, text: str, chosen: bool, **kwargs: object) -> None:
        self._chosen = chosen
        self._label = Text(text=text, style="label", tone="accent_text" if chosen else "muted")
        super().__init__(size_hint=(1, None), height=dp(sizes.TARGET), **kwargs)
        self.add_widget(self._label)
        self._label.fbind("size", self._repaint)

    def arrange(self) -> None:
        self._label.center = self.center

    def paint(self) -> None:
        radius = min(self.width, self.height) / 2 - dp(2)
        shapes.disc(self.center, radius, self.palette.soft if self._chosen else self.palette.field)
        if self._chosen:
            shapes.ring(self.center, radius - dp(0.8), self.palette.accent, 1.6)
        if self.pressed:
            shapes.disc(self.center, radius, self.palette.line, 0.5 * self.pressed)


class ChangeScreen(ColumnScreen):
    def __init__(self, *, desk: ChangeDesk, state: ChangeState, dark: bool) -> None:
        super().__init__(palette=by_candle(palette_for(Mood.WAITING, dark=dark)), foot=SAFE_AREA.bottom + 18)
        self._desk = desk
        self.column.spacing = dp(14)
        self._title = Field(hint=say(habit_copy.NAME_HINT), key="title", text=state.title)
        self._title.writing.bind(text=lambda _writing, text: desk.title(text))
        self._matter = BoxLayout(orientation="vertical", spacing=dp(14))
        hug_height(self._matter)
        self._save = PillButton(text=say(habit_copy.SAVE), icon="check", key="save", action=desk.save)
        away = QuietLink(text=say(habit_copy.PUT_AWAY), icon="archive", key="put_away", action=desk.put_away)
        away.pos_hint = CENTRE
        top = page_top(say(habit_copy.CHANGE_LINE), say(habit_copy.CHANGE), desk.back)
        for widget in (top, self._title, self._matter, Widget(), self._save, away):
            self.column.add_widget(widget)
        self.show(state)

    def show(self, state: ChangeState) -> None:
        """The field that is being written in stays; the rest is built anew."""
        self._save.disabled = not state.can_save
        self._matter.clear_widgets()
        for widget in (self._icons(state), self._when(state), self._rings(state), self._discreet(state)):
            self._matter.add_widget(widget)
        if state.problem:
            self._matter.add_widget(Notice(text=state.problem))
        dress(self.scroll, self.palette)

    def _icons(self, state: ChangeState) -> Widget:
        card, grid = _card(), _grid(6)
        for icon in dict.fromkeys((*ICONS, state.icon)):
            button = IconButton(icon=icon, chosen=icon == state.icon)
            button.action = lambda icon=icon: self._desk.icon(icon)
            grid.add_widget(button)
        card.add_widget(grid)
        return card

    def _when(self, state: ChangeState) -> Widget:
        # Seven targets in a row leave a narrow phone no more than this at the sides.
        card, row = _card(side=6), BoxLayout(orientation="vertical", spacing=dp(4), padding=(dp(8), 0))
        hug_height(row)
        for rhythm in state.rhythms:
            text = say(_RHYTHMS[rhythm]) if rhythm in _RHYTHMS else state.as_it_is
            pill = QuietPill(text=text, key=f"rhythm_{rhythm.value}", chosen=rhythm is state.rhythm, size_hint_x=1)
            pill.action = lambda rhythm=rhythm: self._desk.rhythm(rhythm)
            row.add_widget(pill)
        card.add_widget(row)
        if state.rhythm is Rhythm.DAYS:
            card.add_widget(_choices(state.weekdays, "weekday", self._desk.weekday))
        elif state.rhythm is Rhythm.TIMES:
            card.add_widget(_choices(state.times, "times", self._desk.times))
        if state.holds_from:
            card.add_widget(_words(state.holds_from))
        return card

    def _rings(self, state: ChangeState) -> Widget:
        card, grid = _card(), _grid(3, gap=6)
        card.add_widget(Text(text=say(habit_copy.REMIND), style="label", tone="muted", flow="wrap", halign="left"))
        for choice in state.reminders:
            pill = QuietPill(text=choice.label, icon="alarm" if choice.chosen else "", chosen=choice.chosen)
            pill.size_hint_x, pill.key = 1, f"remind_{choice.value}"
            pill.action = lambda minute=choice.value: self._desk.reminder(minute)
            grid.add_widget(pill)
        card.add_widget(grid)
        for words in (say(habit_copy.RINGS_FOR), state.rings):
            if words:
                card.add_widget(_words(words))
        if state.rings:
            way = QuietLink(text=say(alarm_words.SETTINGS), icon="notifications", key="ring_settings")
            way.action = self._desk.settings
            card.add_widget(way)
        return card

    def _discreet(self, state: ChangeState) -> Widget:
        card = _card()
        pill = QuietPill(
            text=say(habit_copy.DISCREET), icon="lock", key="discreet", chosen=state.discreet, size_hint_x=1
        )
        pill.action = lambda: self._desk.discreet(not state.discreet)
        card.add_widget(pill)
        card.add_widget(_words(say(habit_copy.DISCREET_DETAIL)))
        return card


def _choices(choices: Sequence[Choice], name: str, choose: Callable[[int], object]) -> Widget:
    """Seven in a row, each as wide as a finger."""
    grid = _grid(7)
    for choice in choices:
        disc = Disc(text=choice.label, chosen=choice.chosen, key=f"{name}_{choice.value}")
        disc.action = lambda value=choice.value: choose(value)
        grid.add_widget(disc)
    return grid


def _card(side: float = 14) -> CardBox:
    card = CardBox(padding=(dp(side), dp(14)), spacing=dp(8), radius=30)
    hug_height(card)
    return card


def _grid(cols: int, gap: float = 0) -> GridLayout:
    grid = GridLayout(cols=cols, size_hint=(1, None), spacing=dp(gap))
    grid.bind(minimum_height=grid.setter("height"))
    return grid


def _words(text: str) -> Widget:
    place = BoxLayout(orientation="vertical", padding=(dp(4), 0))
    hug_height(place)
    place.add_widget(Text(text=text, style="caption", tone="muted", flow="wrap", halign="left"))
    return place
