"""The letter Today speaks of, as a band in its column."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters.today_state import LetterBand, LetterKind
from mobile.ui.screens.letters.desk import BandDesk, Do
from mobile.ui.theme import sizes
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import QuietLink, SmallPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.envelope import Envelope
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.text import Text
from shared.languages import say

_QUIET = (LetterKind.ON_ITS_WAY, LetterKind.OPENING)
"""Nothing to do: they only say how it stands."""
_SHORT = (LetterKind.READ, LetterKind.GOLD)
"""One thing to do, and room for it beside the words."""


class LetterBandCard(CardBox):
    """An envelope and two lines; below, what may be done about it."""

    def __init__(self, *, band: LetterBand, desk: BandDesk) -> None:
        quiet = band.kind in _QUIET
        super().__init__(
            radius=24, strength=0 if quiet else 0.10, fill_alpha=0.62 if quiet else 1,
            padding=(dp(12), dp(9), dp(14), dp(9)), spacing=dp(2),
        )  # fmt: skip
        hug_height(self)
        ways = _ways(band.kind, desk)
        beside = ways if band.kind in _SHORT else []
        self.add_widget(self._words(band, beside))
        if ways and not beside:
            self.add_widget(self._row(ways))

    @staticmethod
    def _words(band: LetterBand, beside: list[Widget]) -> BoxLayout:
        row = GrowingRow(least=50, spacing=dp(14))
        gold = band.kind is LetterKind.GOLD
        row.add_widget(Envelope(gold=gold, size=(dp(66), dp(44)), pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), spacing=dp(1), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.bind(height=lambda _words, height: setattr(row, "height", max(dp(50), height)))
        words.add_widget(Text(text=band.title, style="label", flow="wrap", halign="left"))
        if band.detail:
            words.add_widget(Text(text=band.detail, style="tiny", tone="muted", flow="wrap", halign="left"))
        row.add_widget(words)
        for way in beside:
            way.pos_hint = MIDDLE
            row.add_widget(way)
        return row

    @staticmethod
    def _row(ways: list[Widget]) -> BoxLayout:
        row = GrowingRow(least=sizes.TARGET, spacing=dp(4))
        row.add_widget(Widget())
        for way in ways:
            row.add_widget(way)
        return row


def _ways(kind: LetterKind, desk: BandDesk) -> list[Widget]:
    match kind:
        case LetterKind.ASKS:
            return [
                _link(say("Leave it closed"), "leave_closed", desk.leave_closed),
                _pill(say("Open"), "open_letter", desk.open),
            ]
        case LetterKind.CLOSED:
            return [_link(say("Open it after all"), "open_letter", desk.open)]
        case LetterKind.READ:
            return [_pill(say("Read it"), "read_letter", desk.read)]
        case LetterKind.GOLD:
            return [_pill(say("Open"), "read_letter", desk.read)]
        case LetterKind.OFFER:
            return [
                _link(say("Not now"), "letter_away", desk.put_away),
                _pill(say("Write one"), "write_letter", desk.write),
            ]
    return []


def _pill(text: str, key: str, action: Do) -> SmallPill:
    return SmallPill(text=text, key=key, action=action)


def _link(text: str, key: str, action: Do) -> QuietLink:
    return QuietLink(text=text, key=key, action=action)
