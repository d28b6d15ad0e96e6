"""Scanning: how it goes, a picture taken or chosen, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.widget import Widget

from mobile.presenters import scan_copy
from mobile.presenters.scan import ScanState
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.bands import Notice, hug_height
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.layers import CENTRE
from mobile.ui.widgets.page import page_top
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say
from shared.moods import Mood


@dataclass(frozen=True, slots=True)
class ScanDesk:
    back: Callable[[], object]
    take: Callable[[], object]
    choose: Callable[[], object]


class ScanScreen(ColumnScreen):
    def __init__(self, *, desk: ScanDesk, state: ScanState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WAITING, dark=dark), foot=SAFE_AREA.bottom + 24)
        self._desk = desk
        self.column.spacing = dp(14)
        self.show(state)

    def show(self, state: ScanState) -> None:
        self.column.clear_widgets()
        self.column.add_widget(page_top(say(scan_copy.LINE), say(scan_copy.TITLE), self._desk.back))
        self.column.add_widget(_how(state))
        if state.line:
            self.column.add_widget(Notice(text=state.line))
        self.column.add_widget(Widget())
        for way in self._ways(state):
            self.column.add_widget(way)
        dress(self.scroll, self.palette)

    def _ways(self, state: ScanState) -> list[Widget]:
        typing = QuietLink(
            text=say(scan_copy.TYPE), icon="link", key="type_link", action=self._desk.back, pos_hint=CENTRE
        )
        if not state.can_read:
            return [typing]
        if not state.can_take:
            return [self._main(say(scan_copy.CHOOSE), "photo_library", "scan_choose", self._desk.choose, state), typing]
        choose = QuietPill(
            text=say(scan_copy.CHOOSE), icon="photo_library", key="scan_choose", action=self._desk.choose
        )
        choose.size_hint_x, choose.fill, choose.disabled = 1, "card", state.busy
        return [self._main(say(scan_copy.TAKE), "photo_camera", "scan_take", self._desk.take, state), choose, typing]

    def _main(self, text: str, icon: str, key: str, act: Callable[[], object], state: ScanState) -> PillButton:
        label = say(scan_copy.READING) if state.busy else text
        return PillButton(text=label, icon=icon, key=key, action=act, disabled=state.busy)


def _how(state: ScanState) -> CardBox:
    card = CardBox(padding=dp(24), spacing=dp(12), radius=30)
    hug_height(card)
    words = say(scan_copy.HOW) if state.can_take else say(scan_copy.NO_CAMERA)
    card.add_widget(Icon(name="qr_code_2", side=64, tone="accent_text", pos_hint=CENTRE))
    words = words if state.can_read else say(scan_copy.NO_READER)
    card.add_widget(Text(text=words, style="body", flow="wrap", halign="center"))
    return card
