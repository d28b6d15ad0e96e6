"""Reading: an open book by the window, tea, a lamp; pages move from right to left, finished books pile up."""

import math
import random

from .canvas import Canvas
from .color import mix
from .light import Light, light_of, paint_beam
from .room import paint_planks, paint_wall, paint_window
from .shapes import Point, smooth
from .still_life import paint_lamp, paint_mug, paint_stack

TABLE, MIDDLE = 800, 540
_MUGS = ("#5C7FC9", "#E2694B", "#4C9A85", "#E5B04A", "#B46AA8")
_BOOK_DAYS = 9  # one book takes about so long


def draw_reading(canvas: Canvas, day: int) -> None:
    """Draw the reading table: day 1 opens the first page of the first book."""
    light = light_of(day)
    paint_wall(canvas, light, "#DDE3D3", TABLE)
    paint_window(canvas, light, day, (250, 90, 830, 610))
    paint_planks(canvas, light, TABLE, boards=5, seed=8)
    paint_beam(canvas, light, (60 + 420 * light.slant, TABLE + 24), (230, 210), 180 - 360 * light.slant)
    paint_stack(canvas, light, 205, 862, min(7, 1 + (day - 1) // 4))
    paint_lamp(canvas, light, 930, 850, 430)
    if day > 1:
        paint_mug(canvas, light, (735, 880), 112, _MUGS[day % len(_MUGS)])
    _paint_book(canvas, light, day)
    if light.lamp:
        canvas.glow(800, 1020, 700, "#FFC77E", 0.42, ry=330)


def _paint_book(canvas: Canvas, light: Light, day: int) -> None:
    read = ((day - 1) % _BOOK_DAYS) / (_BOOK_DAYS - 1)
    cover = light.on(("#B5472F", "#2E6E78", "#7A5AA6")[(day - 1) // _BOOK_DAYS % 3], 0.3)
    paper = light.on("#FFF9EC", 0.35)
    canvas.soft([(180, 950), (900, 950), (985, 1290), (100, 1290)], "#1c0c08", 0.5, 18)
    canvas.fill([(232, 915), (848, 915), (946, 1264), (134, 1264)], cover)
    canvas.fill([(134, 1264), (946, 1264), (944, 1276), (136, 1276)], mix(cover, "#180808", 0.4))
    for side, share in ((-1, read), (1, 1 - read)):
        _paint_page(canvas, side, 8 + 22 * share, paper)
        _paint_lines(canvas, light, side, day)
    _paint_ribbon(canvas, light)


def _spot(side: int, u: float, v: float) -> Point:
    """Return a point of a page: u from the spine (0) to its edge (1), v from top (0) to bottom (1)."""
    swell = 30 * math.sin(math.pi * u**0.62) * (0.75 + 0.25 * v)
    return MIDDLE + side * (292 + 92 * v) * u, 915 + 318 * v - swell + 6 * u


def _paint_page(canvas: Canvas, side: int, thick: float, paper: tuple[int, int, int]) -> None:
    steps = [step / 20 for step in range(21)]
    outline = [_spot(side, u, 0) for u in steps] + [_spot(side, u, 1) for u in reversed(steps)]
    for leaf in range(int(thick), 0, -3):
        shade = mix(paper, "#8a6a50", 0.32 if leaf % 2 else 0.12)
        canvas.fill([(x + side * leaf * 0.35, y + leaf) for x, y in outline], shade)
    far = mix(paper, "#ffffff", 0.4)
    dark = mix(paper, "#7a5a4c", 0.42)
    stops = (dark, mix(paper, dark, 0.25), paper, far, paper)
    canvas.wash(outline, stops if side > 0 else stops[::-1], across=True)


def _paint_lines(canvas: Canvas, light: Light, side: int, day: int) -> None:
    ink = light.on(mix("#8C7C70", "#FFF9EC", 0.25), 0.3)
    words = random.Random(day * 2 + (side > 0))
    if day == 1 and side < 0:
        return
    first = 5 if day == 1 or words.random() < 0.25 else 0
    if first:
        title = [_spot(side, u, 0.16) for u in (0.3, 0.5, 0.7)]
        canvas.stroke(title, 9, light.on("#5A4A42", 0.3))
        canvas.stroke([_spot(side, u, 0.235) for u in (0.42, 0.58)], 4, light.on("#D9593D", 0.3))
    for row in range(first, 15):
        v = 0.09 + row * 0.058
        ends = 0.9 if words.random() > 0.2 else words.uniform(0.35, 0.75)
        start, end = (0.12, ends) if side > 0 else (1.02 - ends, 0.9)
        if side < 0:
            start, end = 1.0 - 0.88 + (0.9 - ends), 0.88
        span = [start + (end - start) * step / 12 for step in range(13)]
        canvas.stroke([_spot(side, u, v) for u in span], 4.2, ink)


def _paint_ribbon(canvas: Canvas, light: Light) -> None:
    red = light.on("#E4572E", 0.4)
    left = smooth([(534, 915), (531, 1060), (535, 1200), (520, 1316)], closed=False)
    right = smooth([(546, 915), (543, 1060), (548, 1200), (536, 1322)], closed=False)
    canvas.fill([*left, (529, 1305), *right[::-1]], red)
