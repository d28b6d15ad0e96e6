"""A scrolling column over a scene: as high as the screen when its matter fits, longer when it does not."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.theme import sizes
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.layers import Layers
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.scene import Scene


class ColumnScreen(Layers):
    """The ground of most screens. `foot` is the room kept free below, in dp (for the tab bar)."""

    def __init__(self, *, palette: Palette, foot: float = 0, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.palette = palette
        self.scene = Scene(palette=palette)
        self.column = BoxLayout(orientation="vertical", size_hint=(1, None), spacing=dp(sizes.GAP))
        self.column.padding = (dp(sizes.MARGIN), dp(SAFE_AREA.top + 14), dp(sizes.MARGIN), dp(SAFE_AREA.bottom + foot))
        self.scroll = ScrollView(do_scroll_x=False, bar_width=0, scroll_distance=dp(16), effect_cls="ScrollEffect")
        self.scroll.add_widget(self.column)
        self.add_widget(self.scene)
        self.add_widget(self.scroll)
        self.scroll.fbind("height", self._stretch)
        self.column.fbind("minimum_height", self._stretch)

    def _stretch(self, *_: object) -> None:
        self.column.height = max(self.scroll.height, self.column.minimum_height)

    def wear(self, palette: Palette, *, slowly: bool) -> None:
        """Put on another palette."""
        if palette != self.palette:
            self.palette = palette
            self.scene.turn_to(palette, slowly=slowly)
        dress(self.scroll, palette)
