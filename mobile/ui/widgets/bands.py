"""Bands that stand in the column when there is something to say: first answer, yesterday, offline, the tray."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.today_state import Strip
from mobile.presenters.views import FaceView, TrayItem
from mobile.ui.theme import sizes
from mobile.ui.widgets.buttons import QuietLink, QuietPill, SmallPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import MIDDLE, GrowingRow, large_type
from mobile.ui.widgets.text import Icon, Text
from shared.languages import say

_ONE_LINE = 20
"""Letters."""


def hug_height(box: BoxLayout) -> None:
    """Let a vertical box be as high as what stands in it."""
    box.size_hint_y = None
    box.bind(minimum_height=box.setter("height"))


def name_line(text: str) -> Text:
    """One line beside a face; a long name makes two smaller ones of it, so that nothing after it is cut off."""
    style = "strong" if len(text) <= _ONE_LINE else "label"
    return Text(text=text, style=style, flow="wrap", halign="left", pos_hint=MIDDLE)


class FirstAnswer(CardBox):
    """Who saw it first, and one tap to say thanks."""

    def __init__(self, *, face: FaceView, text: str, on_thanks: Callable[[], object], **kwargs: object) -> None:
        super().__init__(
            orientation="horizontal", size_hint=(1, None), height=dp(54), radius=27, strength=0.10,
            padding=(dp(12), dp(5), dp(7), dp(5)), spacing=dp(11), **kwargs,
        )  # fmt: skip
        small = FaceView(face.person_id, face.name, face.avatar, face.expression)
        self.add_widget(Face(view=small, size=(dp(36), dp(36)), ring_width=2.5, pos_hint=MIDDLE))
        words = name_line(text)
        words.fbind("height", lambda _words, height: setattr(self, "height", max(dp(54), height + dp(14))))
        self.add_widget(words)
        self.add_widget(SmallPill(text=say("Thanks"), key="thanks", action=on_thanks, pos_hint=MIDDLE))


class SeasonBand(CardBox):
    """Thirty days have passed: a quiet way to look back on them."""

    def __init__(self, *, on_open: Callable[[], object]) -> None:
        super().__init__(
            orientation="horizontal", size_hint=(1, None), radius=27, strength=0.10,
            padding=(dp(18), dp(8), dp(8), dp(8)), spacing=dp(11), height=dp(64),
        )  # fmt: skip
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=say(copy.THIRTY_DAYS), style="strong", flow="cut", halign="left"))
        words.add_widget(
            Text(text=say(copy.SEASON_OVER_DETAIL), style="caption", tone="muted", flow="cut", halign="left")
        )
        self.add_widget(words)
        self.add_widget(SmallPill(text=say(copy.LOOK_BACK), key="season", action=on_open, pos_hint=MIDDLE))


class YesterdayStrip(CardBox):
    """Yesterday still counts: two answers, both kind."""

    def __init__(self, *, strip: Strip, on_yes: Callable[[], object], on_no: Callable[[], object]) -> None:
        super().__init__(radius=24, strength=0.10, padding=(dp(16), dp(12), dp(12), dp(8)), spacing=dp(2))
        hug_height(self)
        self.add_widget(Text(text=strip.text, style="strong", flow="wrap", halign="left"))
        if strip.detail:
            self.add_widget(Text(text=strip.detail, style="small", tone="muted", flow="wrap", halign="left"))
        # Large words stand one below the other.
        stacked = BoxLayout(orientation="vertical", size_hint=(1, None), height=dp(2 * sizes.TARGET + 8), spacing=dp(2))
        beside = GrowingRow(least=sizes.TARGET + 6, spacing=dp(4), padding=(0, dp(6), 0, 0))
        ways = stacked if large_type() else beside
        ways.add_widget(QuietPill(text=strip.yes, icon="check", key="strip_yes", chosen=True, action=on_yes))
        ways.add_widget(QuietLink(text=strip.no, key="strip_no", action=on_no))
        if ways is beside:
            ways.add_widget(Widget())
        self.add_widget(ways)


class OfflineRibbon(CardBox):
    """Said once, quietly: everything still works."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            orientation="horizontal", size_hint=(1, None), height=dp(38), radius=19, strength=0, fill_alpha=0.75,
            padding=(dp(14), 0), spacing=dp(8), **kwargs,
        )  # fmt: skip
        self.add_widget(Icon(name="cloud_off", side=18, tone="muted", pos_hint=MIDDLE))
        words = say("Offline. What you do is kept and sent later.")
        self.add_widget(Text(text=words, style="caption", tone="muted", flow="cut", halign="left", pos_hint=MIDDLE))


class Notice(CardBox):
    """Why something could not be done, in one sentence."""

    def __init__(self, *, text: str) -> None:
        super().__init__(radius=22, strength=0.10, padding=(dp(16), dp(12)))
        hug_height(self)
        self.add_widget(Text(text=text, style="small", tone="accent_text", flow="wrap", halign="center"))


class TrayList(CardBox):
    """What could not be sent yet, with a way to try again or let it go."""

    def __init__(
        self, *, items: tuple[TrayItem, ...], on_retry: Callable[[int], object], on_drop: Callable[[int], object]
    ) -> None:
        super().__init__(radius=24, strength=0.10, padding=(dp(16), dp(10), dp(8), dp(8)), spacing=dp(4))
        hug_height(self)
        for item in items:
            self.add_widget(self._row(item, on_retry, on_drop))

    @staticmethod
    def _row(item: TrayItem, on_retry: Callable[[int], object], on_drop: Callable[[int], object]) -> BoxLayout:
        row = GrowingRow(least=52, spacing=dp(10))
        sign = "error" if item.refused else "cloud_upload"
        row.add_widget(Icon(name=sign, side=22, tone="accent_text", pos_hint=MIDDLE))
        words = BoxLayout(orientation="vertical", pos_hint=MIDDLE, size_hint=(1, None))
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=item.title, style="label", flow="cut", halign="left"))
        words.add_widget(Text(text=item.detail, style="tiny", tone="muted", flow="cut", halign="left"))
        row.add_widget(words)
        if item.refused:
            way = QuietLink(text=say("Drop"), key=f"drop_{item.outbox_id}", action=lambda: on_drop(item.outbox_id))
        else:
            way = QuietLink(text=say("Try now"), key=f"retry_{item.outbox_id}", action=lambda: on_retry(item.outbox_id))
        way.pos_hint = MIDDLE
        row.add_widget(way)
        return row
