"""All photos of a habit as a film. Only a few pages are ready at a time, however long it is. A touch ends it."""

from collections.abc import Callable

from kivy.clock import Clock, ClockEvent
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import NumericProperty

from mobile.presenters.habit_state import Page
from mobile.ui.drawing import shapes
from mobile.ui.theme.darkroom import DARKROOM
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.painted import Painted, dress
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.text import Text

_AHEAD = 4
"""Pages made ready before they are seen."""
_FIRST, _PAGE, _LAST = 0.5, 0.14, 1.6
"""Seconds a page stays."""
_CALM = 1.2
"""Seconds a page stays where nothing should hurry."""
_PATIENCE = 2.0
"""Seconds a page is waited for before the film goes on without it."""


class Film(Layers, Painted):
    done = NumericProperty(0)
    """0..1 of the way."""
    paints = ("done",)

    def __init__(self, *, pages: tuple[Page, ...], calm: bool, on_end: Callable[[], object]) -> None:
        super().__init__(palette=DARKROOM)
        self._pages, self._calm, self._on_end = pages, calm, on_end
        place = {"center_x": 0.5, "center_y": 0.54}
        self._photos = [
            Photo(radius=32, size_hint=(0.86, 0.66), pos_hint=place, opacity=0) for _ in pages[: _AHEAD + 1]
        ]
        for photo in self._photos:
            self.add_widget(photo)
        self._label = Text(style="hero_longer", tone="white", pos_hint={"center_x": 0.5, "y": 0.08})
        self.add_widget(self._label)
        dress(self, DARKROOM)
        self._at, self._waited = 0, 0.0
        self._event: ClockEvent | None = None
        for index in range(len(self._photos)):
            self._prepare(index)

    def _photo(self, index: int) -> Photo:
        return self._photos[index % len(self._photos)]

    def _prepare(self, index: int) -> None:
        if index < len(self._pages):
            photo = self._photo(index)
            photo.texture, photo.settled, photo.paths = None, False, [self._pages[index].path]

    def play(self) -> None:
        self._event = Clock.schedule_interval(self._step, 1 / 30)
        self._stays = 0.0

    def _step(self, dt: float) -> None:
        self._stays -= dt
        if self._stays > 0:
            return
        if self._at >= len(self._pages):
            self.end()
        elif self._photo(self._at).settled or self._waited > _PATIENCE:
            self.show_page(self._at)
        else:
            self._waited += dt

    def show_page(self, index: int) -> None:
        """The page, and behind it the next ones being made ready."""
        for photo in self._photos:
            photo.opacity = 0
        self._photo(index).opacity = 1
        self._label.text = self._pages[index].label
        self.done = (index + 1) / len(self._pages)
        if index:
            self._prepare(index + len(self._photos) - 1)
        self._at, self._waited, self._stays = index + 1, 0.0, self._pause(index)

    def _pause(self, index: int) -> float:
        if index == len(self._pages) - 1:
            return _LAST
        if self._calm:
            return _CALM
        return _FIRST if index == 0 else _PAGE

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
        shapes.panel(self.box, 0, "#120C09", 1)
        shapes.glow((self.center_x, self.center_y), dp(320), "#FF8A4A", 0.22)
        left, y, width = self.x + self.width * 0.2, self.y + self.height * 0.055, self.width * 0.6
        shapes.panel((left, y, width, dp(3)), dp(1.5), "#FFFFFF", 0.25)
        shapes.panel((left, y, max(dp(3), width * self.done), dp(3)), dp(1.5), "#FFFFFF", 0.9)
