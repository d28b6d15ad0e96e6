"""The account: where one is signed in, one's data to take along, and leaving."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import account_copy, address_copy, copy, second_key_copy
from mobile.presenters.account_state import AccountState, ExportStep, SessionView
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.account.row import PageRow
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.bands import Notice
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow
from mobile.ui.widgets.page import page_top, quiet_card, titled_card, words_of
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say
from shared.moods import Mood


@dataclass(frozen=True, slots=True)
class AccountDesk:
    back: Callable[[], object]
    ask: Callable[[], object]
    """The server once more."""
    end: Callable[[SessionView], object]
    end_others: Callable[[], object]
    pack: Callable[[], object]
    save: Callable[[], object]
    leave: Callable[[], object]
    stay: Callable[[], object]
    second_key: Callable[[], object]
    address: Callable[[], object]


class AccountScreen(ColumnScreen):
    def __init__(self, *, desk: AccountDesk, state: AccountState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WAITING, dark=dark), foot=SAFE_AREA.bottom + 24)
        self._desk = desk
        self.column.spacing = dp(14)
        self.show(state)

    def show(self, state: AccountState) -> None:
        self.column.clear_widgets()
        self.column.add_widget(page_top(say(account_copy.LINE), say(account_copy.TITLE), self._desk.back))
        if state.loading:
            parts = [quiet_card(say(account_copy.LOOKING), "hourglass_bottom")]
        elif state.away:
            again = QuietPill(
                text=say(account_copy.TRY_NOW), icon="refresh", key="ask", action=self._desk.ask, fill="card"
            )
            again.pos_hint = CENTRE
            parts = [quiet_card(say(copy.NO_SERVER), "cloud_off"), again]
        else:
            problem: list[Widget] = [Notice(text=state.problem)] if state.problem else []
            parts = [*problem, self._sessions(state), *self._ways_in(), self._export(state), self._leaving(state)]
        for part in (*parts, Widget()):
            self.column.add_widget(part)
        dress(self.scroll, self.palette)

    def _sessions(self, state: AccountState) -> Widget:
        card = titled_card(say(account_copy.SIGNED_IN))
        for session in state.sessions:
            card.add_widget(self._session(session))
        if len(state.sessions) > 1:
            others = QuietPill(text=say(account_copy.END_OTHERS), icon="logout", key="end_others", size_hint_x=1)
            others.action = self._desk.end_others
            card.add_widget(others)
        return card

    def _session(self, session: SessionView) -> Widget:
        row = GrowingRow(least=56, spacing=dp(12))
        row.add_widget(Icon(name="devices", side=22, tone="muted", pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=session.device, style="strong", flow="wrap", halign="left"))
        words.add_widget(Text(text=session.line, style="tiny", tone="muted", flow="wrap", halign="left"))
        row.add_widget(words)
        if session.current:
            row.add_widget(Text(text=say(account_copy.HERE), style="caption", tone="accent_text", pos_hint=MIDDLE))
        else:
            end = QuietLink(text=say(account_copy.END), key=f"end_{session.id}", pos_hint=MIDDLE)
            end.action = lambda: self._desk.end(session)
            row.add_widget(end)
        return row

    def _ways_in(self) -> list[Widget]:
        return [
            PageRow(title=say(address_copy.TITLE), line=say(address_copy.LINE), icon="mail", key="address",
                    on_open=self._desk.address),
            PageRow(title=say(second_key_copy.TITLE), line=say(second_key_copy.LINE), icon="key", key="second_key",
                    on_open=self._desk.second_key),
        ]  # fmt: skip

    def _export(self, state: AccountState) -> Widget:
        card = titled_card(say(account_copy.TAKE))
        card.add_widget(words_of(say(account_copy.TAKE_DETAIL), "muted"))
        if state.export_line:
            card.add_widget(words_of(state.export_line, "ink"))
        if state.export is ExportStep.NONE:
            pack = QuietPill(
                text=say(account_copy.PACK), icon="archive", key="pack", action=self._desk.pack, size_hint_x=1
            )
            card.add_widget(pack)
        elif state.export is ExportStep.READY and state.can_save:
            card.add_widget(
                PillButton(text=say(account_copy.SAVE_IT), icon="download", key="save_export", action=self._desk.save)
            )
        return card

    def _leaving(self, state: AccountState) -> Widget:
        card = titled_card(say(account_copy.LEAVE))
        card.add_widget(words_of(state.leaving or say(account_copy.LEAVE_LINE), "ink" if state.leaving else "muted"))
        if not state.leaving:
            way = QuietPill(text=say(account_copy.LEAVE), icon="logout", key="leave", action=self._desk.leave)
            way.size_hint_x = 1
            card.add_widget(way)
        elif state.can_stay:
            card.add_widget(
                PillButton(text=say(account_copy.STAY), icon="favorite", key="stay", action=self._desk.stay)
            )
        return card
