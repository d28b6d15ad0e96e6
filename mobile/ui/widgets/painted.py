"""The ground every drawn widget stands on: paint again whenever place, size, palette or a painted property changes."""

from kivy.clock import Clock
from kivy.properties import ObjectProperty
from kivy.uix.widget import Widget

from mobile.ui.theme.palettes import WAITING, Palette


class Painted(Widget):
    """Draws itself in `paint`, behind its children. `paints` names the properties that call for a new drawing.

    Both hooks run once before the next frame. (Bound callbacks would run while Kivy's cached `center` is still stale.)
    """

    palette: Palette = ObjectProperty(WAITING, rebind=False)
    paints: tuple[str, ...] = ()

    def __init__(self, **kwargs: object) -> None:
        self._repaint = Clock.create_trigger(self._paint_now, -1)
        super().__init__(**kwargs)
        for name in ("pos", "size", "palette", *self.paints):
            self.fbind(name, self._repaint)
        self._repaint()

    def _paint_now(self, _dt: float) -> None:
        self.arrange()
        self.canvas.before.clear()
        if self.width < 2 or self.height < 2:
            return
        with self.canvas.before:
            self.paint()

    def arrange(self) -> None:
        """Put the parts of this widget in their places."""

    def paint(self) -> None:
        """Draw with mobile.ui.drawing.shapes; the canvas is open."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        return self.x, self.y, self.width, self.height


def dress(root: Widget, palette: Palette) -> None:
    """Give a widget and everything in it the palette of the hour."""
    for widget in root.walk(restrict=True):
        if hasattr(widget, "palette"):
            widget.palette = palette
