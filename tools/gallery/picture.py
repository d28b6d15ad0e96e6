"""The gallery as one picture: a column for each palette. Started by tools.gallery with the right environment."""

import sys
import tempfile
from pathlib import Path

from kivy.core.window import Window
from PIL import Image

from tools.gallery.palettes import PALETTES
from tools.gallery.pieces import column
from tools.shooting.camera import Camera
from tools.shooting.photos import SamplePhotos

_ACROSS = 7
"""Columns side by side; the others stand below."""
_WIDTH = 280
"""Pixels of a column in the picture, which is to stay small."""


def main() -> None:
    out, camera = Path(sys.argv[1]), Camera()
    with tempfile.TemporaryDirectory(prefix="kith-gallery-") as folder:
        photos, drawn = SamplePhotos(Path(folder)), []
        for name, palette in PALETTES.items():
            path = Path(folder) / f"{name}.png"
            widget = column(palette, photos, name.capitalize())
            widget.size_hint, widget.width = (None, None), Window.width
            camera.shoot(widget, path)
            drawn.append(_small(path))
        _together(drawn).quantize(colors=255, dither=Image.Dither.FLOYDSTEINBERG).save(out, optimize=True)
    print(out)


def _small(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        height = round(picture.height * _WIDTH / picture.width)
        return picture.convert("RGB").resize((_WIDTH, height), Image.Resampling.LANCZOS)


def _together(drawn: list[Image.Image]) -> Image.Image:
    tall = max(picture.height for picture in drawn)
    rows = -(-len(drawn) // _ACROSS)
    whole = Image.new("RGB", (_WIDTH * _ACROSS, tall * rows), "#FFFFFF")
    for index, picture in enumerate(drawn):
        whole.paste(picture, (index % _ACROSS * _WIDTH, index // _ACROSS * tall))
    return whole


if __name__ == "__main__":
    main()
