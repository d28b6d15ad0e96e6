"""A RecycleView of two hundred plain cards: a picture that is a texture already, and two labels. Nothing is decoded
while it scrolls, nothing has a shadow or a round corner.

Each card has a picture of its own, made to measure and uploaded before the list is shown.
"""

from pathlib import Path

from kivy.core.window import Window
from kivy.graphics.texture import Texture
from kivy.lang import Builder
from kivy.properties import ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.recycleview import RecycleView
from PIL import Image, ImageOps

from bench.app.scrolling import scroll_through

Builder.load_string("""
<Card>:
    orientation: "vertical"
    padding: 12
    spacing: 8
    Label:
        text: root.title
        size_hint_y: None
        height: 46
    Image:
        texture: root.picture
        size_hint_y: None
        height: 268
    Label:
        text: root.title
<List>:
    viewclass: "Card"
    RecycleBoxLayout:
        orientation: "vertical"
        default_size: None, 430
        default_size_hint: 1, None
        size_hint_y: None
        height: self.minimum_height
        spacing: 14
""")


class Card(BoxLayout):
    title = StringProperty()
    picture = ObjectProperty(None, allownone=True)


class List(RecycleView):
    pass


def texture(path: Path) -> Texture:
    with Image.open(path) as opened:
        fitted = ImageOps.fit(opened.convert("RGBA"), (366, 268)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    made = Texture.create(size=fitted.size, colorfmt="rgba")
    made.blit_buffer(fitted.tobytes(), colorfmt="rgba", bufferfmt="ubyte")
    return made


def measure(_begun: float, folder: str, frames: str = "300") -> dict[str, float]:
    photos = sorted((Path(folder) / "cache").iterdir())[:200]
    listed = List()
    listed.data = [{"title": f"Day {n}", "picture": texture(path)} for n, path in enumerate(photos)]
    Window.add_widget(listed)
    return scroll_through(listed, int(frames))
