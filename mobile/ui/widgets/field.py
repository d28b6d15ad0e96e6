"""Where one writes: a rounded field with a hint, on paper or on glass."""

from collections.abc import Callable

from kivy.input import MotionEvent
from kivy.metrics import dp, sp
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.textinput import TextInput

from mobile.ui.drawing import shapes
from mobile.ui.theme.color import rgba
from mobile.ui.theme.palettes import WAITING, Palette
from mobile.ui.theme.typography import STYLES
from mobile.ui.widgets.layers import MIDDLE
from mobile.ui.widgets.mirror import Upright, from_the_right
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Icon


class Writing(Upright, TextInput):
    """Kivy's input without its box, in the project's type."""

    palette: Palette = ObjectProperty(WAITING, rebind=False)
    style = StringProperty("field")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"background_color": (0, 0, 0, 0), "write_tab": False, "multiline": False, **kwargs})
        self.fbind("palette", self._dress)
        self.fbind("focus", self._dress)
        if from_the_right():
            self.halign = "right"
        self._dress()

    def _dress(self, *_: object) -> None:
        style = STYLES[self.style]
        self.font_name, self.font_size = style.font, sp(style.size)
        self.foreground_color = self.disabled_foreground_color = rgba(self.palette.ink)
        self.hint_text_color = rgba(self.palette.muted)
        self.cursor_color = rgba(self.palette.accent)
        self.cursor_width = dp(2)
        self.selection_color = rgba(self.palette.accent, 0.3)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        return self._turned_back(touch, super().on_touch_down)

    def on_touch_move(self, touch: MotionEvent) -> bool:
        return self._turned_back(touch, super().on_touch_move)

    def on_touch_up(self, touch: MotionEvent) -> bool:
        return self._turned_back(touch, super().on_touch_up)

    def _turned_back(self, touch: MotionEvent, hear: Callable[[MotionEvent], bool]) -> bool:
        """The caret goes where the finger is, although the window stands in a mirror."""
        if not from_the_right():
            return bool(hear(touch))
        touch.push()
        touch.apply_transform_2d(lambda x, y: (2 * self.x + self.width - x, y))
        heard = hear(touch)
        touch.pop()
        return bool(heard)


class Field(BoxLayout, Painted):
    """One line to fill in; `on_enter` of the input is dispatched by Kivy as on_text_validate."""

    icon = StringProperty("")
    glass = BooleanProperty(False)
    focused = BooleanProperty(False)
    radius = NumericProperty(26)
    key = StringProperty("")
    paints = ("glass", "focused", "radius")

    def __init__(self, *, hint: str = "", text: str = "", multiline: bool = False, **kwargs: object) -> None:
        super().__init__(**{"size_hint": (1, None), "height": dp(52), "spacing": dp(8), **kwargs})
        self.padding = (dp(16), 0, dp(14), 0)
        if self.icon:
            self.add_widget(Icon(name=self.icon, side=20, tone="muted", pos_hint=MIDDLE, palette=self.palette))
        self.writing = Writing(hint_text=hint, text=text, multiline=multiline, palette=self.palette)
        self.writing.bind(focus=self.setter("focused"))
        self.add_widget(self.writing)
        self.fbind("height", self._centre)
        self.writing.fbind("line_height", self._centre)
        self._centre()

    def _centre(self, *_: object) -> None:
        room = self.height - self.writing.line_height
        edge = dp(14) if self.writing.multiline else max(dp(4), room / 2)
        self.writing.padding = (dp(2), edge, dp(2), dp(4))

    def paint(self) -> None:
        if self.glass:
            shapes.panel(self.box, dp(self.radius), "#FFFFFF", 0.10)
            shapes.outline(self.box, dp(self.radius), "#FFFFFF", 1, 0.5 if self.focused else 0.18)
        else:
            shapes.panel(self.box, dp(self.radius), self.palette.card)
            tone = self.palette.accent if self.focused else self.palette.line
            shapes.outline(self.box, dp(self.radius), tone, 1.6 if self.focused else 1)
