"""Numbers for their owner alone: strength, streak, and which weekdays come easiest."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from mobile.presenters import habit_copy
from mobile.presenters.habit_state import Numbers, Weekday
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.bars import WeekBars
from mobile.ui.widgets.buttons import QuietLink, RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.curve import Curve
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say


class NumbersCard(CardBox):
    """`numbers` None: put away, with the way to have them back."""

    def __init__(self, *, numbers: Numbers | None, on_numbers: Callable[[bool], object]) -> None:
        super().__init__(padding=(dp(20), dp(14), dp(16), dp(16)), spacing=dp(6), radius=32)
        hug_height(self)
        if numbers is None:
            self._put_away(on_numbers)
        else:
            self._head(numbers, on_numbers)
            self._matter(numbers)

    def _put_away(self, on_numbers: Callable[[bool], object]) -> None:
        row = GrowingRow(least=44, spacing=dp(10))
        row.add_widget(Icon(name="visibility_off", side=20, tone="muted", pos_hint=MIDDLE))
        row.add_widget(
            Text(text=say(habit_copy.NUMBERS_AWAY), style="small", flow="wrap", halign="left", pos_hint=MIDDLE)
        )
        show = QuietLink(text=say(habit_copy.SHOW_NUMBERS), key="show_numbers", action=lambda: on_numbers(False))
        show.pos_hint = MIDDLE
        row.add_widget(show)
        self.add_widget(row)

    def _head(self, numbers: Numbers, on_numbers: Callable[[bool], object]) -> None:
        row = GrowingRow(least=50, spacing=dp(4))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=say(habit_copy.STRENGTH), style="heading", flow="cut", halign="left"))
        words.add_widget(Text(text=say(habit_copy.ONLY_YOU), style="caption", tone="muted", flow="wrap", halign="left"))
        row.add_widget(words)
        if numbers.curve:
            percent = Text(text=f"{numbers.percent}%", style="hero_long", tone="accent_text", pos_hint=MIDDLE)
            row.add_widget(percent)
        hide = RoundButton(icon="visibility_off", key="hide_numbers", flat=True, pos_hint=MIDDLE)
        hide.action = lambda: on_numbers(True)
        row.add_widget(hide)
        self.add_widget(row)

    def _matter(self, numbers: Numbers) -> None:
        if not numbers.curve:
            words = Text(text=say(habit_copy.CURVE_BEGINS), style="small", tone="muted", flow="wrap", halign="left")
            self.add_widget(words)
            return
        self.add_widget(Curve(values=list(numbers.curve)))
        row = BoxLayout(size_hint=(1, None))
        row.bind(minimum_height=row.setter("height"))
        for label, number in zip(habit_copy.STREAK, (numbers.streak, numbers.best, numbers.kept), strict=True):
            row.add_widget(_number(str(number), say(label)))
        self.add_widget(row)


class WeekdaysCard(CardBox):
    def __init__(self, *, weekdays: tuple[Weekday, ...], easiest: str) -> None:
        super().__init__(padding=(dp(20), dp(16), dp(20), dp(16)), spacing=dp(10), radius=32)
        hug_height(self)
        self.add_widget(Text(text=say(habit_copy.WEEKDAYS), style="heading", flow="cut", halign="left"))
        words = easiest if weekdays else say(habit_copy.WEEK_BEGINS)
        if words:
            self.add_widget(Text(text=words, style="caption", tone="muted", flow="wrap", halign="left"))
        if weekdays:
            self.add_widget(WeekBars(weekdays=weekdays))


def _number(number: str, label: str) -> BoxLayout:
    column = BoxLayout(orientation="vertical", size_hint=(1, None))
    column.bind(minimum_height=column.setter("height"))
    column.add_widget(Text(text=number, style="heading", flow="wrap", halign="left"))
    column.add_widget(Text(text=label, style="tiny", tone="muted", flow="wrap", halign="left"))
    return column


def quiet_card(words: str) -> CardBox:
    """Where nothing is yet, what will be."""
    card = CardBox(padding=dp(18), radius=30)
    hug_height(card)
    card.add_widget(Text(text=words, style="small", tone="muted", flow="wrap", halign="left"))
    return card
