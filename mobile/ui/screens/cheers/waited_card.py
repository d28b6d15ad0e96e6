"""Friends whose day is still to come, and the way to say that I'm waiting."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from mobile.presenters import copy
from mobile.presenters.rounds_state import WaitedView
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import QuietPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.text import Text
from shared.languages import say


class WaitedCard(CardBox):
    def __init__(self, *, days: tuple[WaitedView, ...], nudge: Callable[[str], object]) -> None:
        super().__init__(padding=(dp(14), dp(12), dp(12), dp(10)), spacing=dp(4), radius=30)
        hug_height(self)
        title = Text(text=say("Still to come today"), style="label", tone="muted", flow="cut", halign="left")
        title.padding = (dp(4), 0)
        self.add_widget(title)
        for day in days:
            self.add_widget(_Row(day=day, nudge=nudge))


class _Row(GrowingRow):
    def __init__(self, *, day: WaitedView, nudge: Callable[[str], object]) -> None:
        super().__init__(least=56, spacing=dp(12))
        self.add_widget(Face(view=day.person, size=(dp(38), dp(38)), ring_width=2.2, pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=day.person.name, style="strong", flow="cut", halign="left"))
        words.add_widget(Text(text=day.line, style="tiny", tone="muted", flow="cut", halign="left"))
        self.add_widget(words)
        if day.said:
            self.add_widget(Text(text=say(copy.NUDGED), style="small", tone="muted", pos_hint=MIDDLE))
        else:
            key = f"nudge_{day.habit_id}"
            self.add_widget(
                QuietPill(text=say(copy.NUDGE), key=key, pos_hint=MIDDLE, action=lambda: nudge(day.habit_id))
            )
