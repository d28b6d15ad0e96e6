"""Kith as `make app` starts it, on a phone that was used before, until the first frame that shows Today.

Its server can't be reached, so everything on that frame comes from the store. Photos follow a few frames later from
their worker threads: `settled` counts them in. `cpu`: seconds of processor, of all threads.
"""

import sys
import time

from kivy.base import stopTouchApp
from kivy.core.window import Window
from kivy.graphics.opengl import glFinish

import mobile.main
from mobile.ui.photos.loader import LOADER
from mobile.ui.screens.today.screen import TodayScreen

NOWHERE = "http://127.0.0.1:9"


def measure(begun: float, folder: str) -> dict[str, float]:
    found: dict[str, float] = {}

    def flipped(_window: object) -> None:
        glFinish()
        now = time.perf_counter() - begun
        if "settled" in found or not _shows_today():
            return
        if not found:
            found.update(seconds=now, cpu=time.process_time())
        elif not LOADER.busy:
            found["settled"] = now
            stopTouchApp()

    Window.bind(on_flip=flipped)
    sys.argv = [sys.argv[0], "--server", NOWHERE, "--data-dir", folder]
    mobile.main.main()
    return found


def _shows_today() -> bool:
    return any(isinstance(one, TodayScreen) for root in Window.children for one in root.walk(restrict=True))
