"""A room joins one screen to its presenters: states come in, taps go out. It ends when the person walks on."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from kivy.uix.widget import Widget

from mobile.app_core import Core
from mobile.presenters.base import Presenter
from mobile.presenters.compose_state import ComposeMode
from mobile.ui.bridge import follow
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.sheet import Way

S = TypeVar("S")


class House(Protocol):
    """What rooms ask of the shell around them."""

    @property
    def dark(self) -> bool: ...

    def go(self, tab: str) -> None: ...

    def open_compose(self, mode: ComposeMode, *, date: str | None = None) -> None: ...

    @property
    def calm(self) -> bool:
        """Less motion."""
        ...

    def visit(self, build: Callable[[Core, "House"], "Room"]) -> None:
        """Into a room that stands behind no tab."""
        ...

    def open_rounds(self, change: str = "") -> None: ...

    def open_promise(self) -> None: ...

    def open_link(self, link: str) -> None:
        """A friend's, wherever it came from: tapped, or read from a code."""
        ...

    def put_over(self, widget: Widget) -> None: ...

    def take_off(self, widget: Widget) -> None: ...

    def ask(self, title: str, detail: str, *ways: Way) -> None: ...

    def wear(self, palette: Palette) -> None: ...

    def sound(self, note: int, *, chord: bool) -> None: ...

    def set_language(self, language: str) -> None: ...

    def set_dark(self, dark: bool) -> None: ...


class Room:
    widget: Widget
    private = False
    """Whether what it shows is for nobody's screenshot: letters, and days that stayed empty."""

    def __init__(self, core: Core, house: House) -> None:
        self.core, self.house = core, house
        self._ends: list[Callable[[], None]] = []

    def follow(self, presenter: Presenter[S], show: Callable[[S], object]) -> None:
        self._ends.append(follow(presenter, show))

    def leave(self) -> None:
        for end in self._ends:
            end()
        self._ends = []
