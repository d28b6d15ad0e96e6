"""Kith in German on the screens: chosen with a tap, said everywhere, and not a word cut off for being long."""

from collections.abc import Callable, Iterator

import pytest
from kivy.metrics import Metrics

from mobile.app_core import Core
from mobile.ui.shell import Shell
from mobile.ui.widgets.text import Text
from shared.languages import ENGLISH, LANGUAGES, Language, speak
from tests.mobile.stage import Stage
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos
from tools.shooting.scenes import scenes

OpenApp = Callable[[Core], Shell]
by_day = [name for name in sorted(scenes(SamplePhotos.__new__(SamplePhotos))) if not name.endswith("_night")]


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    speak(ENGLISH)
    Metrics.fontscale = 1.0


def test_german_is_two_taps_away_and_everything_is_said_anew(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.habit(kept=3)
    shell = open_app(stage.synced(stage.ana))
    shell.go("me")
    hand.rest()
    hand.tap("language")
    hand.tap("language_de")
    words = hand.words()
    assert {"Heute", "Leute", "Jubel", "Ich", "Sprache", "Deutsch"} <= set(words)
    assert not {"Today", "Crowd", "Cheers", "Me", "Language"} & set(words)
    hand.tap("tab_today")
    assert "Montag, 23. November" in " ".join(hand.words()) or "23. Nov." in " ".join(hand.words())


def _off(hand: Hand) -> set[str]:
    """Words that run off the narrowest phone, by their place in the order of the screen, which is the same in both."""
    words = [widget for widget in hand.widgets() if isinstance(widget, Text) and widget.text.strip()]
    lines = [(number, word) for number, word in enumerate(words) if word.flow == "line" and word.opacity]
    lefts = {number: word.to_window(word.x, word.y)[0] for number, word in lines}
    return {f"{number}: {word.text}" for number, word in lines if not -1 <= lefts[number] <= 361 - word.width}


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", by_day)
def test_long_words_have_their_room(name: str, scale: float, hand: Hand, photos: SamplePhotos) -> None:
    """Where English has room, German has it, too: also at twice the size, and on the narrowest phone."""
    Metrics.fontscale = scale
    off = {}
    for language in (ENGLISH, "de"):
        speak(language)
        hand.show(scenes(photos)[name](), width=360, height=780)
        off[language] = {one.partition(":")[0]: one for one in _off(hand)}
    assert [said for place, said in off["de"].items() if place not in off[ENGLISH]] == []


def test_a_swipe_turns_the_way_the_reading_goes(
    stage: Stage, hand: Hand, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LANGUAGES, "he", Language("Mirrored", right_to_left=True))
    stage.habit(kept=3)
    stage.habit(kept=2)
    core = stage.synced(stage.ana)
    speak("he")
    open_app(core).go("today")
    hand.rest()
    first = core.today.state.habit_id
    hand.swipe((80, 560), (320, 565))
    assert core.today.state.habit_id != first
    hand.swipe((320, 560), (80, 565))
    assert core.today.state.habit_id == first
    hand.tap("tab_me")
    assert hand.find("sign_out") is not None
