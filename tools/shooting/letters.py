"""Letters: on their way, asking to be opened, burning, read, written, and all of them on one page."""

from collections.abc import Callable
from dataclasses import replace

from kivy.core.window import Window
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.letters_state import KeepingState, LettersState, OpenedLetter
from mobile.presenters.today_state import LetterBand, LetterKind, TodayState
from mobile.presenters.views import FaceView, PhotoView
from mobile.ui.screens.letters.desk import ListDesk, ReadDesk, WriteDesk
from mobile.ui.screens.letters.kept import KeptScreen
from mobile.ui.screens.letters.listing import LettersScreen
from mobile.ui.screens.letters.read import ReadScreen
from mobile.ui.screens.letters.write import WriteScreen, WriteState
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.burning import Burning
from shared.headlines import Headline
from shared.languages import say
from shared.moods import Expression, Mood, Role
from tools.shooting import today
from tools.shooting.photos import SamplePhotos

MAYA = FaceView("maya", "Maya", "a5", Expression.SMILING)
SEVEN = "Ada, seven! I knew it when you asked me. Now show me all thirty."
LONG = (
    "You ran in the rain and in the dark and once with a cold, and every single time I thought: there she goes. "
    "Thirty, Ada. I am so proud."
)


def nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _band(kind: LetterKind, title: str, detail: str) -> LetterBand:
    return LetterBand(kind, "m1", title, detail)


# Today
def cold(photos: SamplePhotos) -> TodayState:
    band = _band(
        LetterKind.ON_ITS_WAY, "Leo is keeping your blue letter.",
        "It can open Thursday at noon. Show up before, and it burns unread.",
    )  # fmt: skip
    return replace(today.cold(photos), letter=band)


def cold_wordy(photos: SamplePhotos) -> TodayState:
    band = _band(
        LetterKind.ON_ITS_WAY, "Maximiliane-Theodora is keeping your blue letter.",
        "It can open Wednesday at 14:00. Show up before, and it burns unread.",
    )  # fmt: skip
    return replace(today.cold(photos), letter=band)


def asks(photos: SamplePhotos) -> TodayState:
    return replace(today.cold(photos), letter=_band(LetterKind.ASKS, copy.asked_to_keep("Leo"), ""))


def gold_ready(photos: SamplePhotos) -> TodayState:
    band = _band(LetterKind.GOLD, copy.gold_ready("Maya"), "Your 7th photo.")
    return replace(today.warm(photos), letter=band, first_answer=None)


def offered(photos: SamplePhotos) -> TodayState:
    band = _band(LetterKind.OFFER, say(copy.LETTER_OFFER), copy.offer_detail("Leo"))
    return replace(today.warm(photos), letter=band, first_answer=None)


def gone(photos: SamplePhotos) -> TodayState:
    words = Headline(say(copy.CAME_BACK), "", say(copy.LETTER_GONE))
    return replace(today.back(photos), headline=words, burning="m1")


def spared(photos: SamplePhotos) -> TodayState:
    words = Headline(say(copy.ROUGH_WEEK), "", say(copy.ROUGH_WEEK_SMALL))
    return replace(today.cold(photos), mood=Mood.WAITING, headline=words)


TODAY: dict[str, today.Build] = {
    "letter": cold, "letter_wordy": cold_wordy, "letter_asks": asks, "letter_gold": gold_ready,
    "letter_offer": offered, "letter_gone": gone, "spared": spared,
}  # fmt: skip
BY_NIGHT = ("letter", "letter_asks", "letter_gold")


def burning(screen: Widget, *, gone: float) -> Widget:
    """Today with the letter half burnt above it."""
    root = FloatLayout(size=Window.size, size_hint=(None, None))
    flame = Burning(calm=False, on_end=nothing)
    flame.palette, flame.gone = palette_for(Mood.BACK), gone
    screen.size_hint = (1, 1)
    root.add_widget(screen)
    root.add_widget(flame)
    return root


# Whole screens
def _days(photos: SamplePhotos) -> tuple[PhotoView, ...]:
    return tuple(PhotoView(photos.path("morning_run", day), str(day)) for day in range(1, 8))


def _gold(photos: SamplePhotos) -> OpenedLetter:
    return OpenedLetter(
        id="g1", gold=True, line="Your 7th photo", text=SEVEN,
        signed="Maya", face=MAYA, when="Monday, 23 November", next_line="The next one opens with your 30th.",
        photos=_days(photos),
    )  # fmt: skip


def _blue() -> OpenedLetter:
    return OpenedLetter(
        id="m1", gold=False, line="Monday, 16 November", text="I was counting on you. I still am.", signed="Ada",
        face=None, when="Thursday, 19 November",
    )  # fmt: skip


def _read(letter: OpenedLetter, *, dark: bool = False) -> Widget:
    return ReadScreen(letter=letter, words=copy.asked_to_keep("Leo"), desk=ReadDesk(*[nothing] * 5), dark=dark)


def gold_letter(photos: SamplePhotos) -> Widget:
    return _read(_gold(photos))


def gold_letter_night(photos: SamplePhotos) -> Widget:
    return _read(_gold(photos), dark=True)


def gold_letter_wordy(photos: SamplePhotos) -> Widget:
    letter = replace(_gold(photos), text=LONG, signed="Maximiliane-Theodora", line="Your 30th photo")
    return _read(replace(letter, next_line="The next one opens with your 100th."))


def blue_letter(_photos: SamplePhotos) -> Widget:
    return _read(_blue())


def blue_letter_night(_photos: SamplePhotos) -> Widget:
    return _read(replace(_blue(), text=LONG), dark=True)


def _write(state: WriteState, *, dark: bool = False) -> Widget:
    return WriteScreen(desk=WriteDesk(*[nothing] * 3), state=state, dark=dark)


def write_blue_night(photos: SamplePhotos) -> Widget:
    return write_blue(photos, dark=True)


def write_blue(_photos: SamplePhotos, *, dark: bool = False) -> Widget:
    return _write(WriteState(
        gold=False, title=say(copy.LETTER_WRITE), detail=say(copy.LETTER_WRITE_DETAIL), hint="Your own words …",
        give=say(copy.LETTER_GIVE), skip="Not now", most=140, picks=copy.LETTER_PICKS, text=say(copy.LETTER_PICKS[0]),
    ), dark=dark)  # fmt: skip


def _writing_gold(text: str = "") -> WriteState:
    return WriteState(
        gold=True, title=copy.gold_for("Ida"), detail=say(copy.GOLD_DETAIL), hint=copy.gold_hint("Ida"),
        give=say(copy.GOLD_SEAL),
        skip="Skip", most=140, text=text, standing=bool(text),
    )  # fmt: skip


def write_gold(_photos: SamplePhotos) -> Widget:
    return _write(_writing_gold())


def write_gold_night(_photos: SamplePhotos) -> Widget:
    return _write(replace(_writing_gold(LONG), problem=say(copy.WORDS_WRONG)), dark=True)


def _letters(photos: SamplePhotos) -> LettersState:
    return LettersState(
        habit_id="h1", title="Morning run", standing=copy.kept_by(["Leo", "Maya"]), detail=say(copy.LETTER_KEPT_DETAIL),
        has=True, can_write=True, can_take_back=True, picks=copy.LETTER_PICKS, opened=(_gold(photos), _blue()),
    )  # fmt: skip


def _listed(state: LettersState, *, dark: bool = False) -> Widget:
    return LettersScreen(desk=ListDesk(*[nothing] * 4), state=state, dark=dark)


def letters(photos: SamplePhotos) -> Widget:
    return _listed(_letters(photos))


def letters_off(photos: SamplePhotos) -> Widget:
    off = replace(_letters(photos), standing=say(copy.LETTER_OFF), detail=say(copy.LETTER_OFF_DETAIL), has=False)
    return _listed(replace(off, can_take_back=False, offline=True), dark=True)


def letter_kept(_photos: SamplePhotos) -> Widget:
    owner = FaceView("ida", "Ida", "a9", Expression.COLOUR)
    state = KeepingState(
        habit_id="h9",
        habit_title="Swim",
        owner=owner,
        role=Role.WITNESS,
        keeps=True,
        kept_words=say(copy.LETTER_PICKS[1]),
    )
    return KeptScreen(state=state, close=nothing, dark=False)


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "gold_letter": gold_letter, "gold_letter_night": gold_letter_night, "gold_letter_wordy": gold_letter_wordy,
    "blue_letter": blue_letter, "blue_letter_night": blue_letter_night, "write_blue": write_blue,
    "write_blue_night": write_blue_night,
    "write_gold": write_gold, "write_gold_night": write_gold_night, "letters": letters, "letters_off": letters_off,
    "letter_kept": letter_kept,
}  # fmt: skip
