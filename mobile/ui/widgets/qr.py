"""A link that another phone's camera can read. Dark on white at night, too: many cameras read nothing else."""

from kivy.metrics import dp
from kivy.properties import StringProperty

from mobile.ui.drawing import qr, shapes
from mobile.ui.widgets.painted import Painted


class QrCode(Painted):
    text = StringProperty("")
    paints = ("text",)

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (None, None), "size": (dp(216), dp(216)), **kwargs})

    def paint(self) -> None:
        shapes.panel(self.box, dp(22), "#FFFFFF")
        shapes.outline(self.box, dp(22), self.palette.line, 1)
        side = len(qr.modules(self.text))
        module = max(1, int(self.width // (side + 2 * qr.QUIET)))
        edge = side * module
        shapes.image(
            qr.code(self.text, module), (self.center_x - edge / 2, self.center_y - edge / 2, edge, edge)
        )  # fmt: skip
