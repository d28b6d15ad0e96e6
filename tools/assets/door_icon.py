"""The web door's icon: one half filled, one half yours. python -m tools.assets.door_icon writes it in two sizes."""

from pathlib import Path

from PIL import Image, ImageDraw

PLACE = Path(__file__).resolve().parents[2] / "server/door/static/door"
TOP, FOOT, PAPER = (255, 139, 44), (226, 62, 18), (255, 250, 244)
DRAWN = 2048
"""Pixels; then made small, so that every edge is soft."""


def icon() -> Image.Image:
    sky = Image.new("RGB", (1, DRAWN))
    for y in range(DRAWN):
        share = y / DRAWN
        sky.putpixel((0, y), tuple(round(a + (b - a) * share) for a, b in zip(TOP, FOOT, strict=True)))
    drawn = sky.resize((DRAWN, DRAWN))
    pen = ImageDraw.Draw(drawn)
    left, top, right, foot, middle, gap = 530, 560, 1518, 1488, DRAWN // 2, 44
    pen.rounded_rectangle((left, top, middle - gap, foot), 150, fill=PAPER)
    pen.rounded_rectangle((middle + gap, top, right, foot), 150, outline=PAPER, width=64)
    return drawn


if __name__ == "__main__":
    for size in (192, 512):
        icon().resize((size, size), Image.Resampling.LANCZOS).save(PLACE / f"icon-{size}.png", optimize=True)
