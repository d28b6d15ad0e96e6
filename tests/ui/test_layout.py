"""Every screen, narrow and wide: nothing too small for a finger, no words on words, nothing off the edge."""

from itertools import combinations

import pytest
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from mobile.ui.theme.sizes import TARGET
from mobile.ui.widgets.text import Text
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos
from tools.shooting.scenes import scenes

Box = tuple[float, float, float, float]
NAMES = sorted(scenes(SamplePhotos.__new__(SamplePhotos)))
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
    bar = [widget for widget in hand.widgets() if type(widget).__name__ == "TabBar"]
    over = [*bar, *(word for root in bar for word in root.walk())]
    words = [
        w
        for w in hand.widgets()
        if isinstance(w, Text) and w.text.strip() and _seen(w) and w not in over and not _on_a_strip(w)
    ]
    boxes = [(word.text, _box(word)) for word in words]
    crossing = [f"{a!r} x {b!r}" for (a, one), (b, other) in combinations(boxes, 2) if _overlap(one, other) > 5]
    assert crossing == []
    beyond = [text for text, (left, _b, right, _t) in boxes if (left < -1 or right > width + 1)]
    assert beyond == []
