"""One drawn answer, standing in a row."""

from kivy.metrics import dp
from kivy.properties import StringProperty

from mobile.ui.drawing import answers, shapes
from mobile.ui.widgets.painted import Painted


class Emoji(Painted):
    kind = StringProperty("heart")
    paints = ("kind",)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (None, None), "size": (dp(34), dp(34)), **kwargs})

    def paint(self) -> None:
        shapes.image(answers.texture(self.kind, round(self.height)), self.box)
