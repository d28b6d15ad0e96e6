"""What may ring, sound, move and be shown: one row each, and a tap changes it."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.metrics import dp

from mobile.presenters import beside_copy, copy
from mobile.presenters.people_state import MeState
from mobile.ui.drawing import shapes
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text
from shared.languages import LANGUAGES, say

_ROW = 52


@dataclass(frozen=True, slots=True)
class QuietDesk:
    rounds: Callable[[], object]
    """Ask for the hour."""
    quiet: Callable[[], object]
    """Ask for the hours."""
    looks: Callable[[bool], object]
    silent: Callable[[bool], object]
    calm: Callable[[bool], object]
    beside: Callable[[bool], object]
    """Told when somebody keeps a habit beside mine."""
    language: Callable[[], object]
    """Ask which."""
    first: Callable[[], object]
    """What comes first in the feed."""


class SettingRow(GrowingRow, Pressable):
    """An icon, what it is about, and how it stands."""

    def __init__(self, *, icon: str, text: str, value: str, key: str, action: Callable[[], object]) -> None:
        super().__init__(least=_ROW, spacing=dp(12), padding=(dp(8), dp(4), dp(4), dp(4)), key=key, action=action)
        self.add_widget(Icon(name=icon, side=21, tone="muted", pos_hint=MIDDLE))
        self.add_widget(Text(text=text, style="small", flow="wrap", halign="left", pos_hint=MIDDLE))
        self.add_widget(Text(text=value, style="label", tone="accent_text", pos_hint=MIDDLE))
        self.add_widget(Icon(name="chevron_right", side=18, tone="muted", pos_hint=MIDDLE))

    def paint(self) -> None:
        if self.pressed:
            shapes.panel(self.box, dp(18), self.palette.soft, 0.6 * self.pressed)


class QuietCard(CardBox):
    def __init__(self, *, state: MeState, desk: QuietDesk) -> None:
        super().__init__(padding=(dp(10), dp(8)), radius=30)
        hug_height(self)
        quiet = quiet_between(state.quiet_from, state.quiet_to)
        rows = (
            ("notifications", say("Friends' days, in one push"), told_at(state.rounds_minute), "rounds_hour",
             desk.rounds),
            ("bedtime", say("Quiet hours"), quiet, "quiet_hours", desk.quiet),
            ("visibility", say("When I look"), say("Not shown") if state.looks_quietly else say("Shown"), "quiet_looks",
             lambda: desk.looks(not state.looks_quietly)),
            ("tune", say(copy.WHAT_COMES_FIRST), "", "comes_first", desk.first),
            ("group_add", say(beside_copy.TOLD),
             say(beside_copy.TOLD_YES) if state.told_of_beside else say(beside_copy.TOLD_NO),
             "told_of_beside", lambda: desk.beside(not state.told_of_beside)),
            ("music_note", say("A note for each friend"), say("Off") if state.silent else say("On"), "silent",
             lambda: desk.silent(not state.silent)),
            ("play_arrow", say("Things that move"), say("Still") if state.calm else say("Moving"), "calm",
             lambda: desk.calm(not state.calm)),
            ("language", say("Language"), language_named(state.language), "language", desk.language),
        )  # fmt: skip
        for icon, text, value, key, action in rows:
            self.add_widget(SettingRow(icon=icon, text=text, value=value, key=key, action=action))


def quiet_between(begins: int, ends: int) -> str:
    """Minutes of the day; the same ones are no quiet hours at all."""
    return say("Never") if begins == ends else say("{time} to {end}", time=hour(begins), end=hour(ends))


def language_named(language: str) -> str:
    """By its own name for itself, so that whoever speaks it finds it."""
    return LANGUAGES[language].name if language else say("As this phone")


def told_at(minute: int | None) -> str:
    return say("Never") if minute is None else hour(minute)


def hour(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
