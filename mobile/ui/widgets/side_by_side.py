"""A friend's latest day beside mine, large. A touch beside it puts it away."""

from collections.abc import Callable

from kivy.animation import Animation
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import beside_copy
from mobile.presenters.beside_state import ModelView
from mobile.presenters.views import PhotoView
from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.theme.darkroom import DARKROOM
from mobile.ui.widgets.buttons import PillButton, QuietLink
from mobile.ui.widgets.chip import Chip
from mobile.ui.widgets.clip import photo_of
from mobile.ui.widgets.corners import place_in_corner
from mobile.ui.widgets.layers import GrowingRow, Layers, below_each_other, large_type
from mobile.ui.widgets.painted import Painted, dress
from mobile.ui.widgets.text import Text
from shared.languages import say


class SideBySide(Layers, Painted):
    """One friend at a time; with several, *Next* leafs through them."""

    shade = NumericProperty(0)
    paints = ("shade",)

    def __init__(
        self, *, models: tuple[ModelView, ...], mine: PhotoView | None, end: Callable[[ModelView], object]
    ) -> None:
        super().__init__(palette=DARKROOM)
        self._models, self._mine, self._end = models, mine, end
        self._at = 0
        self._column = BoxLayout(orientation="vertical", spacing=dp(12), pos_hint={"x": 0, "y": 0})
        self._column.padding = (dp(20), dp(SAFE_AREA.top + 40), dp(20), dp(SAFE_AREA.bottom + 18))
        self.add_widget(self._column)
        self._show()
        Animation(shade=1, d=0.18).start(self)

    def _show(self) -> None:
        model = self._models[self._at]
        self._column.clear_widgets()
        for text, style, tone in ((model.line, "title", "ink"), (model.title, "small", "muted")):
            self._column.add_widget(Text(text=text, style=style, tone=tone, flow="wrap", halign="center"))
        self._column.add_widget(self._photos(model))
        if len(self._models) > 1:
            self._column.add_widget(PillButton(text=say(beside_copy.NEXT), key="next_model", action=self._next))
        self._column.add_widget(self._ways(model))
        dress(self, DARKROOM)

    def _photos(self, model: ModelView) -> Widget:
        holder = Layers()
        shown = [view for view in (model.photo, self._mine) if view is not None and view.path]
        if not shown:
            holder.add_widget(
                Text(
                    text=say(beside_copy.NO_PHOTO_YET),
                    style="small",
                    tone="muted",
                    flow="wrap",
                    pos_hint={"center_y": 0.5},
                )
            )
            return holder
        photo = photo_of(*shown, radius=32, top_scrim=0.2, bottom_scrim=0, focus=[0.5, 0.6])
        holder.add_widget(photo)
        for view, right in zip(shown, (False, True), strict=False):
            chip = Chip(text=view.label, fill="chip" if view is self._mine else "white")
            chip.tone = "white" if view is self._mine else "ink"
            place_in_corner(holder, chip, dp(14), right=right, share=1 / len(shown))
            holder.add_widget(chip)
        return holder

    def _ways(self, model: ModelView) -> BoxLayout:
        end = QuietLink(text=say(beside_copy.END_BESIDE), key="end_model", action=lambda: self._stop(model))
        close = QuietLink(text=say(beside_copy.CLOSE), key="close_models", action=self.close)
        if large_type():
            return below_each_other(end, close)
        row = GrowingRow(least=44)
        for way in (end, Widget(), close):
            row.add_widget(way)
        return row

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._models)
        self._show()

    def _stop(self, model: ModelView) -> None:
        self.close()
        self._end(model)

    def close(self) -> None:
        if self.parent is not None:
            self.parent.remove_widget(self)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Nothing below hears the touch."""
        if not super().on_touch_down(touch):
            self.close()
        return True

    def paint(self) -> None:
        shapes.panel(self.box, 0, "#120C09", 0.94 * self.shade)
        shapes.glow((self.center_x, self.center_y), dp(320), "#FF8A4A", 0.2 * self.shade)
