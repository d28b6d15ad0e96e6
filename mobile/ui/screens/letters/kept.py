"""The letter a friend wrote to themselves and gave me to keep."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.letters_state import KeepingState, OpenedLetter
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.letters.stage import LetterStage
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.buttons import RoundButton
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.text import Text
from shared.languages import say
from shared.moods import Mood


class KeptScreen(ColumnScreen):
    def __init__(self, *, state: KeepingState, close: Callable[[], object], dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.COLD, dark=dark), foot=SAFE_AREA.bottom + 20)
        self._close = close
        self.show(state)

    def show(self, state: KeepingState) -> None:
        name = state.owner.name if state.owner else ""
        self.column.clear_widgets()
        top = GrowingRow(least=64, spacing=dp(12))
        words = copy.wrote_to_themselves(name)
        top.add_widget(Text(text=words, style="heading", flow="wrap", halign="left", pos_hint=MIDDLE))
        top.add_widget(RoundButton(icon="close", key="close", action=self._close, pos_hint=MIDDLE))
        self.column.add_widget(top)
        self.column.add_widget(Widget())
        if state.kept_words:
            letter = OpenedLetter(
                id="", gold=False, line="", text=state.kept_words, signed=name, face=None, when="",
                next_line=state.habit_title,
            )  # fmt: skip
            self.column.add_widget(LetterStage(letter, size_hint=(1, None), height=dp(420)))
            detail = say(copy.KEEP_DETAIL)
        else:
            detail = state.problem or say("Looking …")
        self.column.add_widget(Text(text=detail, style="small", tone="muted", flow="wrap", halign="center"))
        self.column.add_widget(Widget())
        dress(self.scroll, self.palette)
