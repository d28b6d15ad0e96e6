"""The feed of two hundred days, opened and scrolled in Kith itself, tab bar, shadows and all."""

from pathlib import Path

from kivy.core.window import Window

from bench.app.scrolling import scroll_through
from mobile.app_core import build_core
from mobile.ui.shell import Shell
from mobile.ui.theme.fonts import register_fonts

NOWHERE = "http://127.0.0.1:9"


def measure(_begun: float, folder: str, frames: str = "300") -> dict[str, float]:
    register_fonts()
    core = build_core(data_dir=Path(folder), transport_or_base_url=NOWHERE)
    shell = Shell(core)
    Window.add_widget(shell)
    core.start_workers()
    shell.go("cheers")
    try:
        return scroll_through(shell.room.widget.scroll, int(frames))
    finally:
        shell.close()
        core.close()
