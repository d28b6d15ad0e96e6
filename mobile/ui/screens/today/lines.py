"""The bands above and below Today's card, made only when there is something to say."""

from collections.abc import Callable
from dataclasses import dataclass

from kivy.uix.widget import Widget

from mobile.presenters.today_state import Card, TodayState
from mobile.ui.screens.today.desk import TodayDesk
from mobile.ui.widgets.bands import FirstAnswer, Notice, OfflineRibbon, SeasonBand, TrayList, YesterdayStrip
from mobile.ui.widgets.overlay import stands_on_photo
from mobile.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class TodayLines:
    on_habit: Callable[[str], object]
    on_yesterday: Callable[[], object]
    on_dismiss: Callable[[], object]
    on_retry: Callable[[int], object]
    on_drop: Callable[[int], object]
    on_season: Callable[[], object]

    def above(self, state: TodayState) -> list[Widget]:
        bands: list[Widget] = []
        if state.offline:
            bands.append(OfflineRibbon())
        if state.tray:
            bands.append(TrayList(items=state.tray, on_retry=self.on_retry, on_drop=self.on_drop))
        if state.problem:
            bands.append(Notice(text=state.problem))
        if state.season_over:
            bands.append(SeasonBand(on_open=self.on_season))
        if state.strip:
            bands.append(YesterdayStrip(strip=state.strip, on_yes=self.on_yesterday, on_no=self.on_dismiss))
        return bands

    @staticmethod
    def above_matter(state: TodayState) -> tuple[object, ...]:
        return state.offline, state.tray, state.problem, state.strip, state.season_over

    @staticmethod
    def below(state: TodayState, desk: TodayDesk) -> list[Widget]:
        bands: list[Widget] = []
        if state.first_answer:
            bands.append(FirstAnswer(face=state.first_answer, text=state.first_answer_text, on_thanks=desk.thank))
        caption = words_below(state)
        if caption:
            bands.append(Text(text=caption, style="small", flow="wrap", halign="center"))
        if state.foot and state.card is not Card.RESTING:
            bands.append(Text(text=state.foot, style="caption", tone="muted", flow="wrap", halign="center"))
        return bands

    @staticmethod
    def below_matter(state: TodayState) -> tuple[object, ...]:
        return state.first_answer, state.first_answer_text, state.foot, state.card, words_below(state)


def line_of(state: TodayState) -> str:
    """The date, and quietly which day of the season it is."""
    return state.season or state.date_line


def words_below(state: TodayState) -> str:
    """A caption too long for its photo."""
    if state.card not in {Card.DUET, Card.PHOTO}:
        return ""
    on_half = state.card is Card.DUET and state.anchor is not None
    return "" if stands_on_photo(state.caption, on_half=on_half) else state.caption
