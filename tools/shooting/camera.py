"""Shows one widget at a time in the unseen window and takes its picture."""

from pathlib import Path

from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.graphics.opengl import glFinish
from kivy.uix.widget import Widget

from mobile.ui.photos.loader import LOADER
from mobile.ui.theme.fonts import register_fonts
from tools.stage import wait_until

_FRAMES = 6
"""Frames a layout takes to come to rest."""


class Camera:
    def __init__(self) -> None:
        register_fonts()
        EventLoop.ensure_window()
        # Without this the offscreen driver piles up frames it never shows.
        Window.bind(on_flip=lambda *_: glFinish())

    def shoot(self, widget: Widget, path: Path) -> None:
        Window.clearcolor = (1, 1, 1, 1)
        Window.add_widget(widget)
        self._frames()
        wait_until(lambda: not LOADER.busy, EventLoop.idle)
        self._frames()
        widget.export_to_png(str(path))
        Window.remove_widget(widget)

    @staticmethod
    def _frames() -> None:
        for _ in range(_FRAMES):
            EventLoop.idle()
