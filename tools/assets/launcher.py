"""Draw Kith's sign, an arc of faces over a day in two halves: `python -m tools.assets.launcher`.

One drawing makes the launcher's icon, its adaptive layers, the picture while Kith starts, the sign of its notices and
the icon of a window.
"""

from pathlib import Path

from PIL import Image, ImageDraw

from tools.assets.places import ASSETS

PACKAGING = Path(__file__).resolve().parents[2] / "mobile" / "packaging"
LAYER = 432
"""Pixels of an adaptive layer: 108 dp at 4x. What may be cut off lies outside the middle 66 dp."""
_FINE = 4
_ABOVE, _BELOW = "#FFA24A", "#EC4320"
_CREAM, _INK, _HALF = "#FFF5EA", "#4A2415", "#FFD2A6"
_NOTHING = "#00000000"
"""Cuts out what lies below."""
Box = tuple[float, float, float, float]


class Pen:
    """Draws in fractions of the side, from the middle: -0.5 to 0.5."""

    def __init__(self, side: int) -> None:
        self.side = side * _FINE
        self.image = Image.new("RGBA", (self.side, self.side))
        self._draw = ImageDraw.Draw(self.image)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        self._draw.ellipse(self._box((x - radius, y - radius, x + radius, y + radius)), fill=fill)

    def card(self, box: Box, radius: float, fill: str) -> None:
        self._draw.rounded_rectangle(self._box(box), radius=radius * self.side, fill=fill)

    def smile(self, x: float, y: float, radius: float, width: float, fill: str) -> None:
        box = self._box((x - radius, y - radius, x + radius, y + radius))
        self._draw.arc(box, 25, 155, fill=fill, width=round(width * self.side))

    def done(self) -> Image.Image:
        side = self.side // _FINE
        return self.image.resize((side, side), Image.Resampling.LANCZOS)

    def _box(self, box: Box) -> Box:
        x0, y0, x1, y1 = ((part + 0.5) * self.side for part in box)
        return x0, y0, x1, y1


def sign(side: int, *, scale: float = 1.0, flat: str = "") -> Image.Image:
    """The sign alone; `flat` draws all of it in one colour, its gaps left open."""
    pen, s = Pen(side), scale
    pen.card((-0.185 * s, -0.06 * s, 0.185 * s, 0.24 * s), 0.075 * s, flat or _CREAM)
    if not flat:
        pen.card((0.008 * s, -0.06 * s, 0.185 * s, 0.24 * s), 0.075 * s, _HALF)
        pen.card((0.008 * s, -0.06 * s, 0.1 * s, 0.24 * s), 0.0, _HALF)
    pen.card((-0.008 * s, -0.06 * s, 0.008 * s, 0.24 * s), 0.0, _NOTHING)
    for x, y, radius in ((-0.185, -0.07, 0.075), (0.185, -0.07, 0.075), (0, -0.145, 0.105)):
        _face(pen, (x * s, y * s), radius * s, flat)
    return pen.done()


def _face(pen: Pen, at: tuple[float, float], radius: float, flat: str) -> None:
    (x, y), ink = at, _NOTHING if flat else _INK
    pen.disc(x, y, radius + 0.018, _NOTHING)
    pen.disc(x, y, radius, flat or _CREAM)
    for side in (-1, 1):
        pen.disc(x + side * radius * 0.36, y - radius * 0.16, radius * 0.13, ink)
    pen.smile(x, y + radius * 0.02, radius * 0.5, radius * 0.15, ink)


def warmth(side: int) -> Image.Image:
    """The background: a warm day from above to below."""
    column = Image.linear_gradient("L").resize((1, side))
    whole = Image.composite(Image.new("RGB", (1, side), _BELOW), Image.new("RGB", (1, side), _ABOVE), column)
    return whole.resize((side, side)).convert("RGBA")


def icon(side: int = 512) -> Image.Image:
    """For phones without adaptive icons: both layers on a rounded square."""
    whole = Image.alpha_composite(warmth(side), sign(side, scale=1.35))
    mask = Pen(side)
    mask.card((-0.46, -0.46, 0.46, 0.46), 0.2, "#FFFFFF")
    whole.putalpha(mask.done().getchannel("A"))
    return whole


def presplash(side: int = 768) -> Image.Image:
    """The icon in the middle of nothing: python-for-android scales it to the screen's width."""
    whole = Image.new("RGBA", (side, side))
    small = icon(side // 3)
    whole.alpha_composite(small, ((side - small.width) // 2, (side - small.height) // 2))
    return whole


def main() -> None:
    icons, notices = PACKAGING / "icons", PACKAGING / "res" / "drawable-xxxhdpi"
    for folder in (icons, notices):
        folder.mkdir(parents=True, exist_ok=True)
    icon().save(icons / "icon.png", optimize=True)
    sign(LAYER).save(icons / "foreground.png", optimize=True)
    warmth(LAYER).convert("RGB").save(icons / "background.png", optimize=True)
    presplash().save(icons / "presplash.png", optimize=True)
    icon(128).save(ASSETS / "icons" / "kith.png", optimize=True)
    sign(96, scale=1.9, flat="#FFFFFF").save(notices / "kith_notice.png", optimize=True)


if __name__ == "__main__":
    main()
