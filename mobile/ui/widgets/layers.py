"""Widgets on top of each other, each filling the box unless it says where it wants to be."""

from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

MIDDLE = {"center_y": 0.5}
"""Half-way up, in a row."""
CENTRE = {"center_x": 0.5}
"""Half-way across, in a column."""


class Layers(FloatLayout):
    def add_widget(self, widget: Widget, *args: object, **kwargs: object) -> None:
        """A child that fills the box also stands where the box stands; FloatLayout alone would leave it at 0, 0."""
        if tuple(widget.size_hint) == (1, 1) and not widget.pos_hint:
            widget.pos_hint = {"x": 0, "y": 0}
        super().add_widget(widget, *args, **kwargs)
