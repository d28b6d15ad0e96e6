"""Scrolls a list by the same number of pixels in every frame, and counts frames and memory. The same for all lists."""

import gc
import resource
import time

from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.graphics.opengl import glFinish
from kivy.uix.scrollview import ScrollView

STEP = 24
"""Pixels a frame: a brisk flick at sixty frames a second."""
_REST = 30
"""Frames until a screen that was just opened stands still."""


def scroll_through(scroll: ScrollView, frames: int) -> dict[str, float]:
    Window.bind(on_flip=lambda *_: glFinish())
    for _ in range(_REST):
        EventLoop.idle()
    column = scroll.children[0]
    begun, worked, place = time.perf_counter(), time.process_time(), 0.0
    for _ in range(frames):
        place += STEP
        scroll.scroll_y = max(0.0, 1 - place / (column.height - scroll.height))
        EventLoop.idle()
    seconds, worked = time.perf_counter() - begun, time.process_time() - worked
    gc.collect()
    return {
        "fps": frames / seconds,
        "frames_a_cpu_second": frames / worked,
        "resident": _resident(),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _resident() -> float:
    """Megabytes this process holds now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1024 / 1024
