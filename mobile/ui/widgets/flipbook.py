"""The last photos in two seconds, ending in today: the reward that needs nobody. A touch skips it."""

from collections.abc import Callable

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import NumericProperty

from mobile.ui.drawing import shapes
from mobile.ui.theme.darkroom import DARKROOM
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.painted import Painted, dress
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.text import Text

SECONDS = 2.0
_LAST = 0.85
"""Of which the last photo, today's, stays this long."""


class FlipBook(Layers, Painted):
    shade = NumericProperty(0)
    paints = ("shade",)

    def __init__(
        self, *, paths: tuple[str, ...], words: str, on_end: Callable[[], object], seconds: float = SECONDS
    ) -> None:
        super().__init__(palette=DARKROOM)
        self._seconds = seconds
        self._on_end = on_end
        self._photos = [self._photo(path) for path in paths]
        for photo in self._photos:
            self.add_widget(photo)
        self._words = Text(
            text=words, style="hero_longer", tone="white", opacity=0, pos_hint={"center_x": 0.5, "y": 0.08}
        )
        self.add_widget(self._words)
        dress(self, DARKROOM)
        self._at = -1
        self._event = None
        Animation(shade=1, d=0.15).start(self)

    @staticmethod
    def _photo(path: str) -> Photo:
        return Photo(
            paths=[path], radius=32, size_hint=(0.86, 0.66), pos_hint={"center_x": 0.5, "center_y": 0.54}, opacity=0
        )

    def play(self) -> None:
        """Begin as soon as every page is ready, or after a moment without the missing ones."""
        self._waits = 0
        self._event = Clock.schedule_interval(self._wait, 0.05)

    def _wait(self, _dt: float) -> bool:
        self._waits += 1
        if all(photo.texture for photo in self._photos) or self._waits > 40:
            self._turn(0)
            return False
        return True

    def _turn(self, _dt: float) -> None:
        self._at += 1
        if self._at >= len(self._photos):
            self.end()
            return
        for index, photo in enumerate(self._photos):
            photo.opacity = 1 if index == self._at else 0
        last = self._at == len(self._photos) - 1
        pause = _LAST if last else (self._seconds - _LAST) / max(1, len(self._photos) - 1)
        if last:
            Animation(opacity=1, d=0.2).start(self._words)
        self._event = Clock.schedule_once(self._turn, pause)

    def show_last(self) -> None:
        """Stand still on today's page, for pictures."""
        self.shade = 1
        self._photos[-1].opacity = self._words.opacity = 1

    def end(self) -> None:
        if self._event is not None:
            self._event.cancel()
        if self.parent is not None:
            self.parent.remove_widget(self)
            self._on_end()

    def on_touch_down(self, _touch: MotionEvent) -> bool:
        self.end()
        return True

    def paint(self) -> None:
        shapes.panel(self.box, 0, "#120C09", 0.9 * self.shade)
        shapes.glow((self.center_x, self.center_y), dp(320), "#FF8A4A", 0.22 * self.shade)
