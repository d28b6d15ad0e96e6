"""A window nobody sees: real GL through EGL, driven frame by frame. For pictures and for tests with real taps."""

import os
import tempfile
import time
from pathlib import Path

WAIT = 20.0
"""Seconds to wait for photos before giving up."""


def offscreen_environment(*, width: int = 390, height: int = 844, density: float = 1.0) -> dict[str, str]:
    """Environment of a process that draws without a display; sizes in dp. Kivy reads it when it is imported."""
    home = Path(tempfile.mkdtemp(prefix="kith-kivy-"))
    lines = ["[graphics]", f"width = {round(width * density)}", f"height = {round(height * density)}"]
    lines += ["multisamples = 4", "maxfps = 0", "[kivy]", "log_level = warning", "exit_on_escape = 0", "[input]", ""]
    (home / "config.ini").write_text("\n".join(lines))
    return {
        **os.environ, "SDL_VIDEODRIVER": "offscreen", "KIVY_NO_ARGS": "1", "KIVY_HOME": str(home),
        "KIVY_NO_FILELOG": "1", "KIVY_METRICS_DENSITY": str(density), "KIVY_METRICS_FONTSCALE": "1",
    }  # fmt: skip


def wait_until(condition: object, step: object, *, seconds: float = WAIT) -> None:
    """Call `step` until `condition` holds. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the screen never became ready")
        step()
