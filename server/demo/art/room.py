"""Rooms: a wall, a window with the day in it, a wooden floor or table, a plant."""

import math
import random

from .canvas import Canvas
from .color import mix
from .light import Light
from .shapes import Point, box, capsule, oval, smooth
from .sky import paint_sky

Frame = tuple[int, int, int, int]
_WOOD = ("#E0AE78", "#B97F4E")


def paint_wall(canvas: Canvas, light: Light, colour: str, bottom: float) -> None:
    """Paint a plain wall, a little darker towards the floor."""
    tone = light.on(colour)
    canvas.wash(box(0, 0, 1080, bottom), (mix(tone, "#ffffff", 0.10), tone, mix(tone, "#3a2030", 0.10)))


def paint_window(canvas: Canvas, light: Light, day: int, frame: Frame) -> None:
    """Paint a two by two window: sky, hills, glass, bars, and a sill below."""
    left, top, right, bottom = frame
    view = Canvas(canvas.scale, frame, sheet="#ffffff")
    paint_sky(view, light.weather, day, frame)
    _paint_hills(view, light, frame)
    if light.weather.rain:
        _paint_drops(view, day, frame)
    canvas.soft(box(left - 26, top - 20, right + 30, bottom + 44), light.on("#5a3a30"), 0.28, 16)
    wood = light.on("#FFFAF2", 0.25)
    canvas.fill(box(left - 24, top - 24, right + 24, bottom + 24, 8), wood)
    canvas.stamp(view)
    middle, cross = (left + right) / 2, top + (bottom - top) * 0.46
    for bar in (box(middle - 9, top, middle + 9, bottom), box(left, cross - 8, right, cross + 8)):
        canvas.fill(bar, wood)
    canvas.fill(box(left, top, right, top + 9), "#2a1c2c", 0.16)
    canvas.fill(box(left - 46, bottom + 18, right + 46, bottom + 48, 8), wood)
    canvas.fill(box(left - 46, bottom + 42, right + 46, bottom + 52, 5), light.on("#CDB8A6"))


def _paint_hills(view: Canvas, light: Light, frame: Frame) -> None:
    left, top, right, bottom = frame
    wide, high = right - left, bottom - top
    far, near, meadow = light.weather.ridges[1], light.weather.ridges[2], light.weather.meadow[0]
    rows = ((0.70, 0.07, 1.3, 0.5, far), (0.79, 0.05, 1.9, 2.4, near), (0.90, 0.035, 1.1, 4.4, meadow))
    for base, rise, turns, phase, colour in rows:
        top_edge = [
            (left + wide * step / 60, top + high * (base - rise * _swell(turns * math.tau * step / 60, phase)))
            for step in range(61)
        ]
        view.wash([*top_edge, (right, bottom), (left, bottom)], (colour, mix(colour, light.weather.haze, 0.5)))


def _swell(turn: float, phase: float) -> float:
    return math.sin(turn + phase) + 0.4 * math.sin(2.6 * turn + phase)


def _paint_drops(view: Canvas, day: int, frame: Frame) -> None:
    scatter, drops = random.Random(day), []
    for _ in range(90):
        x, y, run = scatter.uniform(frame[0], frame[2]), scatter.uniform(frame[1], frame[3]), scatter.uniform(10, 60)
        drops.append((capsule((x, y), 1.6, (x - 3, y + run), 3), scatter.uniform(0.3, 0.75)))
    view.softs(drops, "#F3F6F8", 1.2)


def paint_planks(canvas: Canvas, light: Light, top: float, *, boards: int = 6, seed: int = 3) -> None:
    """Paint a wooden floor or table from `top` to the bottom edge, boards widening towards us."""
    light_wood, dark_wood = (light.on(tone) for tone in _WOOD)
    canvas.wash(box(0, top, 1080, 1350), (light_wood, mix(light_wood, dark_wood, 0.45), dark_wood))
    canvas.mottle((0, round(top), 1080, 1350), mix(dark_wood, "#3a1c10", 0.3), 0.26, seed, grains=(5, 64))
    seams = random.Random(seed)
    for board in range(1, boards):
        y = top + (1350 - top) * (board / boards) ** 1.5
        canvas.fill(box(0, y, 1080, y + 2.5), mix(dark_wood, "#2a140c", 0.35), 0.55)
        end = seams.uniform(100, 980)
        canvas.fill([(end, y), (end + 2.5, y), (end + 6, y + 60 * board / boards), (end + 3, y + 60 * board / boards)],
                    mix(dark_wood, "#2a140c", 0.35), 0.3)  # fmt: skip
    canvas.fill(box(0, top, 1080, top + 3), mix(light_wood, "#ffffff", 0.35), 0.7)


def paint_leaf(canvas: Canvas, root: Point, tip: Point, width: float, colour: str | tuple[int, int, int]) -> None:
    """Paint one pointed leaf with a lighter half and a vein."""
    (x0, y0), (x1, y1) = root, tip
    length = math.hypot(x1 - x0, y1 - y0) or 1
    nx, ny = -(y1 - y0) / length * width, (x1 - x0) / length * width
    bend = (x0 + (x1 - x0) * 0.45, y0 + (y1 - y0) * 0.45)
    one, other = (bend[0] + nx, bend[1] + ny), (bend[0] - nx, bend[1] - ny)
    rib = smooth([root, bend, tip], closed=False)
    canvas.fill(smooth([root, one, tip], closed=False) + rib[::-1], colour)
    canvas.fill(smooth([root, other, tip], closed=False) + rib[::-1], mix(colour, "#F2F7B0", 0.17))


def paint_pot(canvas: Canvas, light: Light, foot: Point, wide: float, colour: str) -> None:
    """Paint a flower pot standing on `foot`, with its shadow."""
    x, base = foot
    high, tone = wide * 0.86, light.on(colour)
    canvas.soft(oval(x + wide * 0.14, base, wide * 0.62, wide * 0.10), "#1c1020", 0.42, wide * 0.06)
    body = [
        (x - wide * 0.44, base - high),
        (x + wide * 0.44, base - high),
        (x + wide * 0.34, base),
        (x - wide * 0.34, base),
    ]
    canvas.wash(body, (mix(tone, "#ffffff", 0.16), tone, mix(tone, "#40141c", 0.30)), across=True)
    rim = box(x - wide * 0.5, base - high - wide * 0.06, x + wide * 0.5, base - high + wide * 0.14, wide * 0.05)
    canvas.wash(rim, (mix(tone, "#ffffff", 0.26), mix(tone, "#ffffff", 0.05), mix(tone, "#40141c", 0.24)), across=True)
