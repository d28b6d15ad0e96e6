"""The land of the mountain trail: ridges in haze, a meadow, the path, pines, grass, flowers and rain.

The land is the same every day (its own seed), so two days laid side by side line up; only its light changes.
"""

import math
import random
from functools import partial

from .canvas import HEIGHT, WIDTH, Canvas
from .color import RGB, mix
from .shapes import Point, box, oval, smooth, under
from .weather import Weather

MEADOW_TOP = 770
_PEAKS = (
    (600, 92, 1.15, 0.4, 30), (648, 70, 1.7, 2.1, 24), (700, 56, 2.3, 4.0, 17), (745, 34, 2.9, 1.2, 10),
)  # fmt: skip


def paint_ridges(canvas: Canvas, weather: Weather) -> None:
    """Paint four ranges, each paler towards its foot, where the haze lies."""
    for row, peaks in enumerate(_PEAKS):
        colour = weather.ridges[row]
        foot = mix(colour, weather.haze, 0.72 - 0.13 * row)
        canvas.wash(under(partial(_skyline, peaks), 860), (colour, mix(colour, foot, 0.5), foot, foot))
    canvas.soft(box(-60, 735, 1140, 775), weather.haze, 0.5, 22)


def paint_meadow(canvas: Canvas, weather: Weather) -> None:
    """Paint the meadow with two soft folds of light, and the path that winds up to the hills."""
    canvas.wash(under(_meadow_line, HEIGHT), (weather.meadow[0], mix(*weather.meadow, 0.5), weather.meadow[1]))
    canvas.glow(WIDTH * weather.sun_at[0], MEADOW_TOP + 20, 620, weather.haze, 0.6 if weather.sun else 0.25, ry=210)
    for y, lean in ((900, 26), (1010, -34)):
        fold = [(-80, y + lean), (300, y - 18), (760, y + 16), (1180, y - lean), (1180, y + 60), (-80, y + 90)]
        canvas.soft(smooth(fold), weather.meadow[1], 0.28, 16)
    steps = [step / 40 for step in range(41)]
    left = [(_path_middle(t) - _path_half(t), _path_y(t)) for t in steps]
    right = [(_path_middle(t) + _path_half(t), _path_y(t)) for t in steps]
    canvas.soft(left + right[::-1], weather.meadow[1], 0.35, 9)
    canvas.wash(left + right[::-1], (*weather.path, mix(weather.path[1], weather.meadow[1], 0.25)))


def paint_pines(canvas: Canvas, weather: Weather) -> None:
    """Paint the trees, far ones first and paler."""
    scatter = random.Random(11)
    spots = [
        (scatter.choice((scatter.uniform(-30, 265), scatter.uniform(835, 1100))), scatter.uniform(0, 190))
        for _ in range(17)
    ]
    spots += [(322, 8), (356, 2), (768, 12), (802, 26), (20, 262), (1052, 290)]
    for x, depth in sorted(spots, key=lambda spot: spot[1]):
        colour = mix(mix(*weather.trees, depth / 200), weather.haze, 0.36 - depth / 300)
        _paint_pine(canvas, (x, MEADOW_TOP + depth), 72 + depth * 0.95, colour, weather.glow)


def _paint_pine(canvas: Canvas, foot: Point, tall: float, colour: RGB, light: str) -> None:
    x, y = foot
    canvas.soft(oval(x + tall * 0.05, y, tall * 0.32, tall * 0.045), mix(colour, "#101820", 0.5), 0.45, tall * 0.03)
    canvas.fill(
        box(x - tall * 0.025, y - tall * 0.12, x + tall * 0.025, y + tall * 0.02, 3), mix(colour, "#3a241c", 0.55)
    )
    for tier in range(4):
        top, hem = y - tall * (1 - 0.2 * (3 - tier)), y - tall * (0.62 - 0.2 * (3 - tier))
        half = tall * (0.31 - 0.058 * tier)
        right, left = ((x + side * half * 0.5, (top + hem) / 2 + 4) for side in (1, -1))
        bough = [(x, top), right, (x + half, hem), (x, hem + tall * 0.035), (x - half, hem), left]
        canvas.fill(bough, mix(colour, "#ffffff", 0.025 * tier))
        canvas.fill([bough[0], bough[1], bough[2], bough[3]], mix(colour, light, 0.13))


def paint_grass(canvas: Canvas, weather: Weather) -> None:
    """Paint blades at the picture's foot, and flowers where the weather has them."""
    scatter = random.Random(23)
    for _ in range(330):
        x, y = scatter.uniform(-10, WIDTH + 10), HEIGHT + 14 - abs(scatter.gauss(0, 75))
        tall, lean = scatter.uniform(22, 62) * (0.4 + max(0, y - 1130) / 230), scatter.uniform(-0.35, 0.35)
        shade = mix(weather.meadow[1], weather.meadow[0], scatter.uniform(0, 0.75))
        if _off_the_path(x, y, 8):
            canvas.fill(
                [(x - 2.6, y), (x + lean * tall * 0.5 - 1, y - tall * 0.6), (x + lean * tall, y - tall), (x + 2.6, y)],
                shade,
            )
    bloom = random.Random(29)
    for _ in range(46 if weather.flowers else 0):
        x, y = bloom.uniform(0, WIDTH), bloom.uniform(1120, HEIGHT)
        colour, r = bloom.choice(("#FFF3D0", "#FFC9A8", "#FFFFFF", "#FFB0A0", "#FFD66B")), bloom.uniform(3, 6.5)
        if _off_the_path(x, y, 14):
            canvas.fill(oval(x, y, r), colour)
            canvas.fill(oval(x, y, r * 0.4), "#E9973E")


def paint_rain(canvas: Canvas, day: int) -> None:
    """Paint thin slanting rain and a veil of wet air."""
    scatter = random.Random(day)
    canvas.soft(box(-60, 560, 1140, 960), "#D9DFE3", 0.22, 60)
    drops = []
    for _ in range(190):
        x, y, fall = scatter.uniform(-20, 1120), scatter.uniform(-40, HEIGHT), scatter.uniform(24, 62)
        drops.append(
            (
                [(x, y), (x - fall * 0.17, y + fall), (x - fall * 0.17 - 2, y + fall), (x - 1.6, y)],
                scatter.uniform(0.25, 0.6),
            )
        )
    canvas.softs(drops, "#F4F7FA", 0.9)


def _skyline(peaks: tuple[float, float, float, float, float], x: float) -> float:
    base, height, turns, phase, crag = peaks
    t = x / WIDTH * math.tau
    swell = math.sin(turns * t + phase) + 0.45 * math.sin(2.3 * turns * t + phase * 2)
    edge = math.pow(abs(math.sin(2.9 * turns * t / 2 + phase)), 0.8)
    return base - height * swell - crag * (1.6 - 2.2 * edge)


def _meadow_line(x: float) -> float:
    return MEADOW_TOP - 16 * math.sin(x / WIDTH * 3.1 + 0.6) - 5 * math.sin(x / WIDTH * 11)


def _path_y(t: float) -> float:
    return MEADOW_TOP - 12 + t * (HEIGHT - MEADOW_TOP + 30)


def _path_middle(t: float) -> float:
    return (0.615 - 0.20 * math.sin(t * 2.6) * (1 - 0.25 * t) + 0.03 * t) * WIDTH


def _path_half(t: float) -> float:
    return 8 + 300 * math.pow(t, 1.45)


def _off_the_path(x: float, y: float, margin: float) -> bool:
    t = max(0.0, (y - MEADOW_TOP + 12) / (HEIGHT - MEADOW_TOP + 30))
    return abs(x - _path_middle(t)) > _path_half(t) + margin
