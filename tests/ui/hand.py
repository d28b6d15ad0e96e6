"""A hand and an eye: touches what it finds by key, and looks at what is on the screen."""

from collections.abc import Callable, Iterator

from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.graphics.opengl import glFinish
from kivy.tests.common import UnitTestTouch
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from mobile.ui.photos.loader import LOADER
from mobile.ui.theme.fonts import register_fonts
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Text
from tools.stage import wait_until

_FRAMES = 5
_LOW, _HIGH = 130, 20
"""Pixels at the lower edge that the bar covers, and at the upper one."""


class Hand:
    def __init__(self) -> None:
        register_fonts()
        EventLoop.ensure_window()
        Window.bind(on_flip=_finish)

    def show(self, widget: Widget, *, width: int = 390, height: int = 844) -> Widget:
        """Put a widget on the screen, this many dp (here: pixels) large."""
        self.clear()
        widget.size_hint, widget.size, widget.pos = (None, None), (width, height), (0, 0)
        Window.add_widget(widget)
        self.rest()
        return widget

    def clear(self) -> None:
        for child in list(Window.children):
            Window.remove_widget(child)

    def frames(self, count: int = _FRAMES) -> None:
        for _ in range(count):
            EventLoop.idle()

    def rest(self) -> None:
        """Until layouts and photos have come to rest."""
        self.frames()
        wait_until(lambda: not LOADER.busy, EventLoop.idle)
        self.frames()

    def until(self, condition: Callable[[], bool]) -> None:
        wait_until(condition, EventLoop.idle, seconds=5)
        self.frames()

    # Finding
    def widgets(self) -> Iterator[Widget]:
        for root in Window.children:
            yield from root.walk(restrict=True)

    def find(self, key: str) -> Widget | None:
        found = [widget for widget in self.widgets() if getattr(widget, "key", "") == key]
        return found[0] if found else None

    def words(self) -> list[str]:
        """Every text on the screen."""
        return [widget.text for widget in self.widgets() if isinstance(widget, Text) and widget.text]

    def targets(self) -> list[Pressable]:
        """What a finger can meet; what has no height at all is not there."""
        return [one for one in self.widgets() if isinstance(one, Pressable) and one.width and one.height]

    # Touching
    def tap(self, key: str) -> None:
        """Touch the middle of the widget with this key and lift the finger."""
        widget = self.find(key)
        assert widget is not None, f"nothing on the screen is called {key!r}"
        self._bring_into_sight(widget)
        x, y = widget.to_window(widget.center_x, widget.center_y)
        released: list[bool] = []
        widget.bind(on_release=lambda *_: released.append(True))
        touch = UnitTestTouch(x, y)
        touch.touch_down()
        self.frames(2)
        touch.touch_up()
        # A scrolling column waits a moment before it believes in a tap.
        self.until(lambda: bool(released))

    def _bring_into_sight(self, widget: Widget) -> None:
        """Scroll to what lies above or below the screen, as a finger would."""
        _, y = widget.to_window(widget.center_x, widget.center_y)
        column = next((outer for outer in _around(widget) if isinstance(outer, ScrollView) and outer.do_scroll_y), None)
        if column is not None and not _LOW < y < Window.height - _HIGH:
            # Kivy's own scroll_to leaves what lies under the bar where it is.
            beyond = _LOW + _HIGH - y if y <= _LOW else Window.height - _LOW - y
            _, share = column.convert_distance_to_scroll(0, beyond)
            column.scroll_y = min(1, max(0, column.scroll_y - share))
            self.frames()

    def swipe(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        touch = UnitTestTouch(*start)
        touch.touch_down()
        for step in range(1, 6):
            share = step / 5
            touch.touch_move(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            self.frames(1)
        touch.touch_up()
        self.rest()

    def write(self, key: str, text: str) -> None:
        """Write into the field with this key."""
        field = self.find(key)
        assert field is not None, f"nothing on the screen is called {key!r}"
        field.writing.text = text
        self.frames()


def _around(widget: Widget) -> Iterator[Widget]:
    """Whatever the widget lies in, inside out."""
    while widget.parent is not None and widget.parent is not widget:
        widget = widget.parent
        yield widget


def _finish(*_: object) -> None:
    # Without this the offscreen driver piles up frames it never shows.
    glFinish()
