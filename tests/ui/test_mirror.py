"""A language from right to left: every screen in a mirror, and in it what is read the right way round."""

from collections.abc import Iterator

import pytest
from kivy.core.window import Window
from kivy.metrics import Metrics
from kivy.uix.widget import Widget

from mobile.ui.widgets.mirror import Mirror
from mobile.ui.widgets.text import Icon, Text
from shared.languages import ENGLISH, LANGUAGES, Language, speak
from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos
from tools.shooting.scenes import scenes

MIRRORED = "he"
"""English words from right to left: what can be tested before anybody translates."""
SAME = 2
"""Pixels."""
by_day = [name for name in sorted(scenes(SamplePhotos.__new__(SamplePhotos))) if not name.endswith("_night")]
Place = tuple[str, float, float, float, float]


@pytest.fixture
def from_the_right(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(LANGUAGES, MIRRORED, Language("Mirrored", right_to_left=True))
    yield
    speak(ENGLISH)


def _in_a_mirror(scene: Widget) -> Mirror:
    mirror = Mirror()
    scene.size_hint = (1, 1)
    mirror.add_widget(scene)
    return mirror


def _places(hand: Hand) -> list[Place]:
    """Every word, sign and target: what it is, and where it begins and ends in the window."""
    found = []
    for widget in hand.widgets():
        name = widget.text if isinstance(widget, Text) else getattr(widget, "key", "")
        if name and widget.width and widget.height and not isinstance(widget, Icon):
            edges = sorted(widget.to_window(x, widget.y)[0] for x in (widget.x, widget.right))
            low = widget.to_window(widget.x, widget.y)[1]
            # Pictures of the chooser stand in the order they were made in, which is another one each time.
            name = "photo" if name.startswith("photo_") else name.lower()
            found.append((name, round(edges[0]), round(edges[1]), round(low), round(low + widget.height)))
    return sorted(found)


def _turned(places: list[Place], width: float) -> list[Place]:
    return sorted((name, width - end, width - begin, low, high) for name, begin, end, low, high in places)


@pytest.mark.usefixtures("from_the_right")
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", by_day)
def test_everything_stands_at_the_mirrored_place(name: str, scale: float, hand: Hand, photos: SamplePhotos) -> None:
    Metrics.fontscale = scale
    try:
        speak(ENGLISH)
        hand.show(_in_a_mirror(scenes(photos)[name]()))
        expected = _turned(_places(hand), Window.width)
        speak(MIRRORED)
        hand.show(_in_a_mirror(scenes(photos)[name]()))
        found = _places(hand)
    finally:
        Metrics.fontscale = 1.0
    assert [place[0] for place in found] == [place[0] for place in expected]
    apart = [
        (one, other) for one, other in zip(found, expected, strict=True)
        if any(abs(a - b) > SAME for a, b in zip(one[1:], other[1:], strict=True))
    ]  # fmt: skip
    assert apart == []
