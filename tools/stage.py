"""A window nobody sees: real GL through EGL, driven frame by frame. For pictures and for tests with real taps."""

import os
import tempfile
import time
from collections.abc import Callable

WAIT = 20.0
"""Seconds to wait for photos before giving up."""


def offscreen_environment(
    *, width: int = 390, height: int = 844, density: float = 1.0, text: float = 1.0
) -> dict[str, str]:
    """Environment of a process that draws without a display; sizes in dp, `text` magnifies words.

    Kivy reads it when it is imported.
    """
    return {
        **os.environ, "SDL_VIDEODRIVER": "offscreen", "KIVY_HOME": tempfile.mkdtemp(prefix="kith-kivy-"),
        "KCFG_GRAPHICS_WIDTH": str(round(width * density)), "KCFG_GRAPHICS_HEIGHT": str(round(height * density)),
        "KCFG_GRAPHICS_MAXFPS": "0", "KIVY_METRICS_DENSITY": str(density), "KIVY_METRICS_FONTSCALE": str(text),
    }  # fmt: skip


def wait_until(condition: Callable[[], bool], step: Callable[[], object], *, seconds: float = WAIT) -> None:
    """Call `step` until `condition` holds. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the screen never became ready")
        step()
