"""Day 1 beside another day: small in a row, or large over everything."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from mobile.presenters import habit_copy
from mobile.presenters.habit_state import Duet
from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.theme.darkroom import DARKROOM
from mobile.ui.widgets.layers import CENTRE, MIDDLE, Layers
from mobile.ui.widgets.overlay import GlassButton
from mobile.ui.widgets.painted import Painted, dress
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Text

_WIDE, _TALL = 124, 104


def _halves(duet: Duet, **look: object) -> Photo:
    return Photo(paths=[duet.first.path or "", duet.other.path or ""], **look)


class DuetTile(Pressable):
    """One pair in the row."""

    duet: Duet = ObjectProperty(rebind=False)

    def __init__(self, **kwargs: object) -> None:
        self._one, self._other = Text(style="chip", tone="white"), Text(style="chip", tone="white")
        super().__init__(size_hint=(None, None), size=(dp(_WIDE), dp(_TALL)), **kwargs)
        self.key = f"duet_{self.duet.date}"
        self._photo = _halves(self.duet, radius=22, top_scrim=0.42)
        self._one.text = self.duet.first.label.rpartition(" ")[2]
        self._other.text = self.duet.other.label.rpartition(" ")[2]
        here = self.duet.first.path and self.duet.other.path
        for label in (self._one, self._other):
            label.tone = "white" if here else "muted"
            label.fbind("size", self._repaint)
        for widget in (self._photo, self._one, self._other):
            self.add_widget(widget)

    def arrange(self) -> None:
        self._photo.pos, self._photo.size = self.pos, self.size
        for label in (self._one, self._other):
            label.top = self.top - dp(9)
        self._one.x = self.x + dp(12)
        self._other.right = self.right - dp(12)
        self._photo.opacity = 1 - 0.15 * self.pressed


class DuetRow(ScrollView):
    """Sideways, the latest first."""

    def __init__(self, *, duets: tuple[Duet, ...], on_duet: Callable[[str], object]) -> None:
        super().__init__(do_scroll_y=False, bar_width=0, size_hint=(1, None), height=dp(_TALL + 4))
        row = BoxLayout(size_hint=(None, 1), spacing=dp(10))
        row.bind(minimum_width=row.setter("width"))
        for duet in duets:
            row.add_widget(DuetTile(duet=duet, action=lambda day=duet.date: on_duet(day)))
        self.add_widget(row)


class DuetView(Layers, Painted):
    """One pair, as large as the screen lets it be, with ways to the days around it."""

    def __init__(self, *, on_step: Callable[[int], object], on_close: Callable[[], object]) -> None:
        super().__init__(palette=DARKROOM)
        self._on_step, self._on_close = on_step, on_close

    def show(self, duet: Duet) -> None:
        self.clear_widgets()
        place = {"center_x": 0.5, "center_y": 0.52}
        self.add_widget(_halves(duet, radius=32, bottom_scrim=0.22, size_hint=(0.92, 0.6), pos_hint=place))
        title = habit_copy.duet(duet.first.label, duet.other.label)
        words = BoxLayout(orientation="vertical", size_hint=(0.9, None), pos_hint={"center_x": 0.5, "top": 0.95})
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=title, style="heading", flow="wrap", halign="center"))
        words.add_widget(Text(text=duet.other.when, style="small", tone="muted", flow="wrap", halign="center"))
        self.add_widget(words)
        self.add_widget(self._ways(duet))
        dress(self, DARKROOM)

    def _ways(self, duet: Duet) -> Widget:
        row = BoxLayout(size_hint=(None, None), height=dp(48), spacing=dp(26), pos_hint={**CENTRE, "y": 0.08})
        row.bind(minimum_width=row.setter("width"))
        ways = (("chevron_left", -1, duet.earlier), ("close", 0, True), ("chevron_right", 1, duet.later))
        for icon, step, here in ways:
            button = GlassButton(icon=icon, key=f"duet_{icon}", pos_hint=MIDDLE, disabled=not here)
            button.opacity = 1 if here else 0.35
            button.action = (lambda step=step: self._on_step(step)) if step else self._on_close
            row.add_widget(button)
        row.padding = (0, 0, 0, dp(SAFE_AREA.bottom))
        return row

    def on_touch_down(self, touch: object) -> bool:
        """Nothing below hears the touch."""
        super().on_touch_down(touch)
        return True

    def paint(self) -> None:
        shapes.panel(self.box, 0, "#120C09", 1)
        shapes.glow((self.center_x, self.center_y), dp(320), "#FF8A4A", 0.2)
