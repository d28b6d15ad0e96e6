"""Choosing a photo on a desktop: folders above, pictures below, newest first, only what is in sight is drawn."""

from collections.abc import Callable
from pathlib import Path

from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.recyclegridlayout import RecycleGridLayout
from kivy.uix.recycleview import RecycleView
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from mobile.ui.drawing import shapes
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.compose import folders
from mobile.ui.theme import sizes
from mobile.ui.theme.darkroom import DARKROOM
from mobile.ui.widgets.buttons import QuietPill, RoundButton
from mobile.ui.widgets.layers import MIDDLE, GrowingRow, Layers
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.pressable import Pressable
from mobile.ui.widgets.scene import Scene
from mobile.ui.widgets.text import Text
from shared.languages import say

_COLUMNS = 3


class Thumb(Pressable):
    """One picture in the grid; recycled as the grid scrolls."""

    path = StringProperty("")

    def __init__(self, **kwargs: object) -> None:
        self._photo = Photo(radius=16, palette=DARKROOM)
        self.on_path_chosen: Callable[[str], object] | None = None
        super().__init__(**kwargs)
        self.add_widget(self._photo)
        self.fbind("path", self._load)

    def _load(self, *_: object) -> None:
        self._photo.paths = [self.path]

    def arrange(self) -> None:
        self._photo.pos, self._photo.size = self.pos, self.size

    def paint(self) -> None:
        if self.pressed:
            shapes.panel(self.box, dp(16), self.palette.accent, 0.5 * self.pressed)


class PhotoGrid(RecycleView):
    def __init__(self, *, on_photo: Callable[[str], object], **kwargs: object) -> None:
        super().__init__(bar_width=0, **kwargs)
        self._on_photo = on_photo
        self._layout = RecycleGridLayout(cols=_COLUMNS, spacing=dp(8), size_hint=(1, None), default_size_hint=(1, None))
        self._layout.bind(minimum_height=self._layout.setter("height"))
        self.add_widget(self._layout)
        self.viewclass = Thumb
        self.fbind("width", self._measure)

    def _measure(self, *_: object) -> None:
        side = (self.width - dp(8) * (_COLUMNS - 1)) / _COLUMNS
        self._layout.default_size = (None, max(dp(sizes.TARGET), side))

    def show(self, pictures: list[Path]) -> None:
        self.scroll_y = 1
        self.data = [
            {"path": str(path), "key": f"photo_{path.name}", "action": lambda path=path: self._on_photo(str(path))}
            for path in pictures
        ]


class PhotoChooser(Layers):
    """Starts in the person's pictures, or at home where there are none."""

    def __init__(
        self, *, on_photo: Callable[[str], object], on_close: Callable[[], object], start: Path | None = None
    ) -> None:
        super().__init__()
        self.palette = DARKROOM
        self._on_close = on_close
        self.add_widget(Scene(palette=DARKROOM))
        column = BoxLayout(orientation="vertical", spacing=dp(14))
        column.padding = (dp(sizes.MARGIN), dp(SAFE_AREA.top + 14), dp(sizes.MARGIN), dp(SAFE_AREA.bottom))
        self._title = Text(style="strong", flow="cut", halign="center", pos_hint=MIDDLE)
        self._folders = BoxLayout(size_hint=(None, 1), spacing=dp(8))
        self._folders.bind(minimum_width=self._folders.setter("width"))
        self._empty = Text(
            text=say("No pictures in this folder."), style="small", tone="muted", flow="wrap", halign="center"
        )
        self.grid = PhotoGrid(on_photo=on_photo)
        column.add_widget(self._top())
        strip = ScrollView(size_hint=(1, None), height=dp(sizes.TARGET), do_scroll_y=False, bar_width=0)
        strip.add_widget(self._folders)
        column.add_widget(strip)
        column.add_widget(self._empty)
        column.add_widget(self.grid)
        self.add_widget(column)
        self.enter(start or folders.start())

    def _top(self) -> BoxLayout:
        top = GrowingRow(least=48, spacing=dp(10))
        top.add_widget(RoundButton(icon="arrow_back", key="chooser_close", action=self._on_close, pos_hint=MIDDLE))
        top.add_widget(self._title)
        top.add_widget(Widget(size_hint=(None, 1), width=dp(sizes.TARGET)))
        return top

    def enter(self, folder: Path) -> None:
        """Show what lies in a folder."""
        listing = folders.read(folder)
        self._title.text = folders.name_of(folder)
        self._folders.clear_widgets()
        if listing.parent is not None:
            self._add_folder(say("Up"), "arrow_upward", listing.parent)
        for child in listing.folders:
            self._add_folder(child.name, "folder", child)
        self._empty.opacity = 0 if listing.pictures else 1
        self._empty.text = "" if listing.pictures else say("No pictures in this folder.")
        self.grid.show(listing.pictures)
        dress(self, DARKROOM)

    def _add_folder(self, name: str, icon: str, folder: Path) -> None:
        short = name if len(name) <= 22 else f"{name[:20]} …"
        self._folders.add_widget(
            QuietPill(text=short, icon=icon, key=f"folder_{name}", action=lambda: self.enter(folder))
        )
