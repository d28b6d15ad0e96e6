"""From the presenters' threads to the screen's."""

import threading
from collections.abc import Callable
from typing import TypeVar

from kivy.clock import Clock
from kivy.core.window import Window

from mobile.presenters.base import Presenter

S = TypeVar("S")


def on_screen_thread(act: Callable[[], object]) -> None:
    """Now, when called from the main thread; else before the next frame."""
    if threading.current_thread() is threading.main_thread():
        act()
    else:
        Clock.schedule_once(lambda _dt: act())


def after_first_frame(act: Callable[[], object]) -> None:
    """Once, when the window has next been drawn."""

    def drawn(window: object) -> bool:
        Window.funbind("on_flip", drawn)
        act()
        return False

    Window.fbind("on_flip", drawn)


def follow(presenter: Presenter[S], show: Callable[[S], object]) -> Callable[[], None]:
    """Call `show` with the present state and with every later one, on the main thread; the answer ends it."""
    ended = threading.Event()

    def tell(state: S) -> None:
        on_screen_thread(lambda: None if ended.is_set() else show(state))

    unsubscribe = presenter.subscribe(tell)

    def end() -> None:
        ended.set()
        unsubscribe()

    return end
