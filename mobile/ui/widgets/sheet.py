"""A sheet from below with a few ways on; touching beside it puts it away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kivy.animation import Animation
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.theme import motion
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import PillButton, QuietPill
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.painted import Painted, dress
from mobile.ui.widgets.text import Text
from shared.languages import say


@dataclass(frozen=True, slots=True)
class Way:
    text: str
    icon: str
    key: str
    do: Callable[[], object]
    main: bool = False


class Paper(BoxLayout, Painted):
    def paint(self) -> None:
        box = (self.x, self.y - dp(40), self.width, self.height + dp(40))
        shapes.shadow(box, dp(30), self.palette.shadow, 0.3, blur=40, drop=-6)
        shapes.panel(box, dp(30), self.palette.card)


class Sheet(Layers, Painted):
    shade = NumericProperty(0)
    paints = ("shade",)

    def __init__(
        self, *, title: str, detail: str, ways: tuple[Way, ...], palette: Palette, matter: Sequence[Widget] = (),
        closing: str = "", on_close: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        """`matter` stands between the words and the ways; without `closing`, the way back is "Not now"."""
        super().__init__()
        self._on_close = on_close
        self._paper = Paper(orientation="vertical", spacing=dp(10), pos_hint={"x": 0, "y": 0})
        self._paper.padding = (dp(22), dp(22), dp(22), dp(18 + SAFE_AREA.bottom))
        hug_height(self._paper)
        self._paper.add_widget(Text(text=title, style="heading", flow="wrap", halign="center"))
        if detail:
            self._paper.add_widget(Text(text=detail, style="small", tone="muted", flow="wrap", halign="center"))
        for widget in (*matter, *(self._button(way) for way in ways)):
            self._paper.add_widget(widget)
        self._paper.add_widget(
            QuietPill(text=closing or say("Not now"), key="sheet_close", action=self.close, size_hint_x=1)
        )
        self.add_widget(self._paper)
        dress(self, palette)
        Animation(shade=1, d=motion.SHEET).start(self)

    def _button(self, way: Way) -> PillButton | QuietPill:
        def act() -> None:
            self.close()
            way.do()

        kind = PillButton if way.main else QuietPill
        return kind(text=way.text, icon=way.icon, key=way.key, action=act, size_hint_x=1)

    def close(self) -> None:
        if self.parent is not None:
            self.parent.remove_widget(self)
            if self._on_close is not None:
                self._on_close()

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Nothing under the sheet hears the touch."""
        if not super().on_touch_down(touch) and not self._paper.collide_point(*touch.pos):
            self.close()
        return True

    def paint(self) -> None:
        shapes.panel(self.box, 0, "#000000", 0.38 * self.shade)
