"""Widgets on top of each other, each filling the box unless it says where it wants to be."""

from kivy.metrics import Metrics, dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

MIDDLE = {"center_y": 0.5}
"""Half-way up, in a row."""
CENTRE = {"center_x": 0.5}
"""Half-way across, in a column."""
_LARGE_TYPE = 1.4


class Layers(FloatLayout):
    def add_widget(self, widget: Widget, *args: object, **kwargs: object) -> None:
        """A child that fills the box also stands where the box stands; FloatLayout alone would leave it at 0, 0."""
        if tuple(widget.size_hint) == (1, 1) and not widget.pos_hint:
            widget.pos_hint = {"x": 0, "y": 0}
        super().add_widget(widget, *args, **kwargs)


class GrowingRow(BoxLayout):
    """Side by side, as high as its highest part and never lower than `least` dp: large words are not cut off."""

    def __init__(self, *, least: float, **kwargs: object) -> None:
        super().__init__(size_hint=(1, None), height=dp(least), **kwargs)
        self._least = least

    def add_widget(self, widget: Widget, *args: object, **kwargs: object) -> None:
        super().add_widget(widget, *args, **kwargs)
        widget.fbind("height", self._grow)
        self._grow()

    def _grow(self, *_: object) -> None:
        tall = max((child.height for child in self.children if child.size_hint_y is None), default=0)
        self.height = max(dp(self._least), tall + self.padding[1] + self.padding[3])


def large_type() -> bool:
    """Whether words are so large that what stands side by side had better stand one below the other."""
    return bool(Metrics.fontscale > _LARGE_TYPE)


def below_each_other(*ways: Widget) -> BoxLayout:
    """For large type: one way below the other, each in the middle."""
    column = BoxLayout(orientation="vertical", size_hint=(1, None))
    column.bind(minimum_height=column.setter("height"))
    for way in ways:
        way.pos_hint = CENTRE
        column.add_widget(way)
    return column
