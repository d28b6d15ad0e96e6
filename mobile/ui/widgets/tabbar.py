"""The bar below: two places left and right, the camera in the middle."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from mobile.ui.drawing import shapes
from mobile.ui.theme import sizes
from mobile.ui.widgets.camera import CameraButton
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.text import Icon, Text
from shared.languages import message, say

TABS = (
    ("today", "home", message("Today")),
    ("crowd", "groups", message("Crowd")),
    ("cheers", "favorite", message("Cheers")),
    ("me", "person", message("Me")),
)
_PLACES = {"today": 0.1, "crowd": 0.29, "cheers": 0.71, "me": 0.9}


class Tab(Pressable):
    selected = BooleanProperty(False)
    count = NumericProperty(0)
    """Cards waiting: shown as one quiet dot, never as a number to work off."""
    paints = (*Pressable.paints, "selected", "count")

    def __init__(self, *, icon: str, label: str, **kwargs: object) -> None:
        self._icon = Icon(name=icon, side=25, tone="nav_muted")
        self._label = Text(text=label, style="tiny", tone="nav_muted")
        super().__init__(size_hint=(None, None), size=(dp(68), dp(56)), **kwargs)
        self.add_widget(self._icon)
        self.add_widget(self._label)
        self._label.fbind("size", self._repaint)
        self.fbind("selected", self._mark)

    def _mark(self, *_: object) -> None:
        tone = "accent_text" if self.selected else "nav_muted"
        self._icon.tone = self._label.tone = tone
        self._icon.filled = self.selected
        self._label.style = "tiny_strong" if self.selected else "tiny"

    def arrange(self) -> None:
        self._icon.center = (self.center_x, self.y + dp(36))
        self._label.center = (self.center_x, self.y + dp(13))

    def paint(self) -> None:
        if self.pressed:
            shapes.panel(self.box, dp(18), self.palette.soft, 0.7 * self.pressed)
        if self.count:
            shapes.disc((self.center_x + dp(14), self.y + dp(47)), dp(4), self.palette.accent)


class TabBar(Layers, Painted):
    selected = StringProperty("today")

    def __init__(self, *, on_tab: Callable[[str], None], on_camera: Callable[[], None], **kwargs: object) -> None:
        super().__init__(size_hint=(1, None), height=dp(sizes.TAB_BAR), **kwargs)
        self._tabs = {name: Tab(icon=icon, label=say(label), key=f"tab_{name}") for name, icon, label in TABS}
        for name, tab in self._tabs.items():
            tab.action = lambda name=name: on_tab(name)
            tab.pos_hint = {"center_x": _PLACES[name], "center_y": 0.46}
            self.add_widget(tab)
        side = dp(sizes.TAB_BUTTON)
        self.camera = CameraButton(size=(side, side), rim_tone="nav", key="camera", action=on_camera)
        self.camera.pos_hint = {"center_x": 0.5, "center_y": 0.86}
        self.add_widget(self.camera)
        self.fbind("selected", self._mark)
        self._mark()

    def _mark(self, *_: object) -> None:
        for name, tab in self._tabs.items():
            tab.selected = name == self.selected

    def tell(self, tab: str, count: int) -> None:
        """How many cards wait behind a tab."""
        self._tabs[tab].count = count

    def paint(self) -> None:
        # Reaches under the lower edge, so that only the upper corners are round.
        box = (self.x, self.y - dp(40), self.width, self.height + dp(40))
        strength = 0.12 * self.palette.shadow_strength
        shapes.shadow(box, dp(28), self.palette.shadow, strength, blur=26, drop=-4)
        shapes.panel(box, dp(28), self.palette.nav)
