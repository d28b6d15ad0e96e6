"""Every screen, narrow and wide: nothing too small for a finger, no words on words, nothing off the edge."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from kivy.metrics import Metrics
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from mobile.ui.screens.today.screen import TodayScreen
from mobile.ui.theme.sizes import TARGET
from mobile.ui.widgets.sheet import Sheet
from mobile.ui.widgets.tabbar import TabBar
from mobile.ui.widgets.text import Text
from mobile.ui.widgets.writing_sheet import WritingSheet
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos
from tools.shooting.scenes import scenes

Box = tuple[float, float, float, float]
_TOUCH = 5
"""Pixels the air above and below letters may share."""
NAMES = sorted(scenes(SamplePhotos.__new__(SamplePhotos)))
SHEETS = ("distance", "hard_time", "less_of_this", "quiet_hours", "who_checks", "writing_a_line")
by_day = [name for name in NAMES if not name.endswith("_night")]


def _box(widget: Widget) -> Box:
    x, y = widget.to_window(widget.x, widget.y)
    return x, y, x + widget.width, y + widget.height


def _seen(widget: Widget) -> bool:
    while widget is not None and widget.parent is not widget:
        if widget.opacity == 0:
            return False
        widget = widget.parent
    return True


def _on_a_strip(widget: Widget) -> bool:
    """Inside something that scrolls sideways, where lying beyond the edge is meant."""
    while widget is not None and widget.parent is not widget:
        if isinstance(widget, ScrollView) and widget.do_scroll_x:
            return True
        widget = widget.parent
    return False


def _overlap(one: Box, other: Box) -> float:
    """How deep two boxes lie in each other, the smaller way; negative when apart."""
    return min(min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1]))


def _words(hand: Hand) -> tuple[list[Text], list[tuple[str, Box]]]:
    """What can be read, the tab bar apart: the column scrolls under it. An open sheet covers what lies below it."""
    bars = [widget for widget in hand.widgets() if isinstance(widget, TabBar)]
    on_the_bar = {word for bar in bars for word in bar.walk()}
    sheets = [widget for widget in hand.widgets() if isinstance(widget, (Sheet, WritingSheet))]
    readable = sheets[-1].walk(restrict=True) if sheets else hand.widgets()
    texts = [widget for widget in readable if isinstance(widget, Text) and widget.text.strip()]
    words = [w for w in texts if _seen(w) and w not in on_the_bar and not _on_a_strip(w)]
    return words, [(word.text, _box(word)) for word in words]


def _crossing(boxes: list[tuple[str, Box]]) -> list[str]:
    return [f"{a!r} x {b!r}" for (a, one), (b, other) in combinations(boxes, 2) if _overlap(one, other) > _TOUCH]


@pytest.fixture
def large_type() -> Iterator[None]:
    """Words three tenths larger, as people set their phones who need it."""
    Metrics.fontscale = 1.3
    yield
    Metrics.fontscale = 1.0


@pytest.mark.usefixtures("large_type")
@pytest.mark.parametrize("name", [name for name in by_day if name.startswith("today_")])
def test_large_type_has_its_room(name: str, hand: Hand, photos: SamplePhotos) -> None:
    hand.show(scenes(photos)[name](), width=390, height=844)
    words, boxes = _words(hand)
    assert words
    assert _crossing(boxes) == []


@pytest.fixture
def doubled_type() -> Iterator[None]:
    """Twice as large: what accessibility rules ask for."""
    Metrics.fontscale = 2.0
    yield
    Metrics.fontscale = 1.0


@pytest.mark.usefixtures("doubled_type")
@pytest.mark.parametrize("name", by_day)
def test_words_at_twice_the_size_lie_apart_and_on_the_screen(name: str, hand: Hand, photos: SamplePhotos) -> None:
    hand.show(scenes(photos)[name](), width=390, height=844)
    _, boxes = _words(hand)
    assert _crossing(boxes) == []
    assert [text for text, (left, _b, right, _t) in boxes if left < -1 or right > 391] == []
    if name in SHEETS:
        assert [text for text, (_l, bottom, _r, top) in boxes if bottom < -1 or top > 845] == []
    assert [target.key for target in hand.targets() if min(target.size) < TARGET] == []


@pytest.mark.parametrize(("width", "height"), [(360, 640), (430, 932)])
@pytest.mark.parametrize("name", by_day)
def test_targets_are_large_enough_and_words_lie_apart(
    name: str, width: int, height: int, hand: Hand, photos: SamplePhotos
) -> None:
    hand.show(scenes(photos)[name](), width=width, height=height)
    small = [
        f"{type(target).__name__} {target.key!r} {target.width:.0f}x{target.height:.0f}"
        for target in hand.targets()
        if min(target.size) < TARGET
    ]
    assert small == []
    _, boxes = _words(hand)
    assert _crossing(boxes) == []
    assert [text for text, (left, _b, right, _t) in boxes if left < -1 or right > width + 1] == []


@pytest.mark.parametrize("name", [name for name in by_day if name.startswith("today_")])
def test_the_week_stays_in_sight(name: str, hand: Hand, photos: SamplePhotos) -> None:
    """On a phone of usual height nothing on Today has to be scrolled for."""
    hand.show(scenes(photos)[name](), width=390, height=844)
    (screen,) = [widget for widget in hand.widgets() if isinstance(widget, TodayScreen)]
    assert screen.column.height <= screen.scroll.height + 1


def test_a_screen_with_little_room_is_set_smaller_and_large_again_with_more(hand: Hand, photos: SamplePhotos) -> None:
    root = hand.show(scenes(photos)["today_waiting"](), width=360, height=640)
    (screen,) = [widget for widget in hand.widgets() if isinstance(widget, TodayScreen)]
    assert screen.crowd.snug
    root.size = (390, 900)
    hand.rest()
    assert not screen.crowd.snug
