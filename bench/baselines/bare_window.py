"""A Kivy window with one Label, from the import of Kivy to the first frame on the screen."""

import time

from kivy.app import App
from kivy.base import stopTouchApp
from kivy.core.window import Window
from kivy.graphics.opengl import glFinish
from kivy.uix.label import Label


class BareApp(App):
    def build(self) -> Label:
        return Label(text="Kith")


def measure(begun: float) -> dict[str, float]:
    app, found = BareApp(), {}

    def flipped(_window: object) -> None:
        glFinish()
        if app.root in Window.children and not found:
            found.update(seconds=time.perf_counter() - begun, cpu=time.process_time())
            stopTouchApp()

    Window.bind(on_flip=flipped)
    app.run()
    return found
