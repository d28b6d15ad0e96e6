"""The bands above and below Today's card, made only when there is something to say."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kivy.uix.widget import Widget

from mobile.later import later
from mobile.presenters.today_state import Card, LetterKind, TodayState
from mobile.ui.screens.letters.desk import BandDesk
from mobile.ui.screens.today.desk import TodayDesk
from mobile.ui.widgets.bands import FirstAnswer, Notice, OfflineRibbon, SeasonBand, TrayList, YesterdayStrip
from mobile.ui.widgets.overlay import stands_on_photo
from mobile.ui.widgets.text import Text

# Bands of rarer days.
_letter_band = later("mobile.ui.screens.letters.bands", "LetterBandCard")
_models_band = later("mobile.ui.widgets.beside_bands", "ModelsBand")
_offer_band = later("mobile.ui.widgets.beside_bands", "offer_band")
_started_band = later("mobile.ui.widgets.beside_bands", "started_band")
_comment_band = later("mobile.ui.widgets.comment_band", "CommentBand")

_SPEAKS_FIRST = (LetterKind.ASKS, LetterKind.READ, LetterKind.GOLD)


@dataclass(frozen=True, slots=True)
class BesideDesk:
    """About starting beside a friend."""

    start: Callable[[], object]
    put_away: Callable[[], object]
    """Of the offer."""
    good: Callable[[], object]
    """Yes, it is started."""
    undo: Callable[[], object]


@dataclass(frozen=True, slots=True)
class TodayLines:
    on_habit: Callable[[str], object]
    on_yesterday: Callable[[], object]
    on_dismiss: Callable[[], object]
    on_retry: Callable[[int], object]
    on_drop: Callable[[int], object]
    on_season: Callable[[], object]
    letter: BandDesk
    friends: BesideDesk

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
        if state.letter and state.letter.kind in _SPEAKS_FIRST:
            bands.append(_letter_band(band=state.letter, desk=self.letter))
        return [*bands, *self._beside(state)]

    def _beside(self, state: TodayState) -> list[Widget]:
        if state.started:
            return [_started_band(state.started, good=self.friends.good, undo=self.friends.undo)]
        return [_offer_band(one, start=self.friends.start, put_away=self.friends.put_away) for one in state.offers[:1]]

    @staticmethod
    def above_matter(state: TodayState) -> tuple[object, ...]:
        return (
            state.offline,
            state.tray,
            state.problem,
            state.strip,
            state.letter,
            state.season_over,
            state.started,
            state.offers,
        )

    @staticmethod
    def below(state: TodayState, desk: TodayDesk) -> list[Widget]:
        bands: list[Widget] = []
        if state.first_answer:
            bands.append(FirstAnswer(face=state.first_answer, text=state.first_answer_text, on_thanks=desk.thank))
        bands += [_comment_band(said=said, action=partial(desk.line, said)) for said in state.comments]
        if state.letter and stands_below(state):
            bands.append(_letter_band(band=state.letter, desk=desk.letter))
        if state.models:
            bands.append(_models_band(models=state.models, action=desk.models))
        caption = words_below(state)
        if caption:
            bands.append(Text(text=caption, style="small", flow="wrap", halign="center"))
        if state.foot and state.card is not Card.RESTING:
            bands.append(Text(text=state.foot, style="caption", tone="muted", flow="wrap", halign="center"))
        return bands

    @staticmethod
    def below_matter(state: TodayState) -> tuple[object, ...]:
        return (
            state.first_answer, state.first_answer_text, state.comments, state.foot, state.card, words_below(state),
            state.letter, state.models,
        )  # fmt: skip


def stands_below(state: TodayState) -> bool:
    """A letter that asks for nothing stands below, where the cold card has no place for it."""
    letter = state.letter
    return letter is not None and letter.kind not in _SPEAKS_FIRST and state.card is not Card.COLD


def line_of(state: TodayState) -> str:
    """The date, and quietly which day of the season it is."""
    return state.season or state.date_line


def words_below(state: TodayState) -> str:
    """A caption too long for its photo."""
    if state.card not in {Card.DUET, Card.PHOTO}:
        return ""
    on_half = state.card is Card.DUET and state.anchor is not None
    return "" if stands_on_photo(state.caption, on_half=on_half) else state.caption
