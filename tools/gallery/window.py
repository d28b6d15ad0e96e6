"""The gallery in a window: a mood, day or night, and a size of words to choose above, the widgets below."""

from kivy.app import App
from kivy.metrics import Metrics, dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from mobile.ui.theme.fonts import register_fonts
from mobile.ui.theme.palettes import WAITING, Palette
from mobile.ui.widgets.buttons import QuietPill
from tools.gallery.palettes import PALETTES
from tools.gallery.pieces import column
from tools.shooting.photos import SamplePhotos

_SIZES = (1.0, 1.3, 2.0)


class GalleryApp(App):
    title = "Kith: gallery"
    use_kivy_settings = False

    def __init__(self, photos: SamplePhotos) -> None:
        super().__init__()
        self._photos, self._name, self._size = photos, next(iter(PALETTES)), 1.0

    def build(self) -> Widget:
        register_fonts()
        self._root = BoxLayout(orientation="vertical")
        self._draw()
        return self._root

    def _draw(self) -> None:
        Metrics.fontscale = self._size
        self._root.clear_widgets()
        self._root.add_widget(self._choices())
        scroll = ScrollView(do_scroll_x=False, bar_width=0)
        scroll.add_widget(column(PALETTES[self._name], self._photos, self._name))
        self._root.add_widget(scroll)

    def _choices(self) -> Widget:
        grid = GridLayout(cols=4, size_hint=(1, None), padding=dp(8), spacing=dp(4))
        grid.bind(minimum_height=grid.setter("height"))
        for name in PALETTES:
            grid.add_widget(self._choice(name, name == self._name, _name=name))
        for size in _SIZES:
            grid.add_widget(self._choice(f"{size:.0%}", size == self._size, _size=size))
        return grid

    def _choice(self, text: str, chosen: bool, **changes: object) -> Widget:
        def choose() -> None:
            for name, value in changes.items():
                setattr(self, name, value)
            self._draw()

        palette: Palette = WAITING
        return QuietPill(text=text, chosen=chosen, size_hint_x=1, action=choose, palette=palette)
