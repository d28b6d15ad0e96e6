"""The sky: its gradient, the sun or moon with its glow, and clouds that drift from day to day."""

import random

from .canvas import WIDTH, Canvas
from .color import mix
from .shapes import box, oval
from .weather import Weather


def paint_sky(canvas: Canvas, weather: Weather, day: int, frame: tuple[float, float, float, float]) -> None:
    """Paint the sky inside `frame` (x0, y0, x1, y1), clouds and light included."""
    left, top, right, bottom = frame
    canvas.wash(box(*frame), weather.sky)
    x, y = left + (right - left) * weather.sun_at[0], top + (bottom - top) * weather.sun_at[1] * 1.9
    x, y = x + (day * 3 % 7 - 3) * 0.016 * (right - left), y + (day * 5 % 9 - 4) * 0.011 * (bottom - top)
    drift = random.Random(day * 31)
    if weather.stars:
        _paint_stars(canvas, frame)
    _paint_clouds(canvas, weather, frame, drift)
    if weather.sun:
        _paint_sun(canvas, weather, x, y, (right - left) / WIDTH)


def _paint_sun(canvas: Canvas, weather: Weather, x: float, y: float, size: float) -> None:
    for reach, alpha in ((760, 0.55), (330, 0.55), (170, 0.6)):
        canvas.glow(x, y, reach * size, weather.glow, alpha)
    radius = (52 if weather.stars else 72) * size
    canvas.soft(oval(x, y, radius * 1.02), weather.sun or "#ffffff", 0.9, 7 * size)
    canvas.fill(oval(x, y, radius), weather.sun or "#ffffff")
    if weather.stars:
        for dx, dy, r in ((-16, -10, 11), (14, 12, 15), (8, -22, 7)):
            canvas.fill(oval(x + dx * size, y + dy * size, r * size), "#E9DCC0", 0.7)


def _paint_stars(canvas: Canvas, frame: tuple[float, float, float, float]) -> None:
    scatter = random.Random(5)
    for _ in range(90):
        x, y = scatter.uniform(frame[0], frame[2]), scatter.uniform(frame[1], frame[1] + (frame[3] - frame[1]) * 0.66)
        canvas.fill(oval(x, y, scatter.choice((1.2, 1.6, 2.2, 3))), mix("#8f94d0", "#fffbe8", scatter.random()))


def _paint_clouds(
    canvas: Canvas, weather: Weather, frame: tuple[float, float, float, float], drift: random.Random
) -> None:
    left, top, right, bottom = frame
    width, height = right - left, bottom - top
    bands = 24 if weather.rain else 11
    veils = []
    for _ in range(bands):
        x, y = left + width * drift.uniform(-0.1, 1.1), top + height * drift.uniform(0.06, 0.78)
        reach = width * drift.uniform(0.10, 0.30)
        veils.append((oval(x, y, reach, reach * drift.uniform(0.05, 0.12)), drift.uniform(0.25, 0.6)))
    canvas.softs(veils, weather.cloud, 0.012 * width)
    if not weather.rain:
        _paint_cumulus(canvas, weather, frame, drift)


def _paint_cumulus(
    canvas: Canvas, weather: Weather, frame: tuple[float, float, float, float], drift: random.Random
) -> None:
    """Add two or three heaped clouds: round tops, a flat fading foot."""
    left, top, right, bottom = frame
    width, height = right - left, bottom - top
    puffs = []
    for side in (0.16, 0.88, 0.5)[: drift.choice((2, 2, 3))]:
        x, y = left + width * (side + drift.uniform(-0.08, 0.08)), top + height * drift.uniform(0.2, 0.52)
        size = width * drift.uniform(0.045, 0.075)
        for shift, lift, share in ((-1.7, 0, 0.5), (-0.8, 0.35, 0.8), (0.2, 0.55, 1), (1.2, 0.2, 0.72), (2, 0, 0.42)):
            puffs.append((oval(x + shift * size, y - lift * size, size * share, size * share * 0.72), 0.62))
        puffs.append((oval(x, y + size * 0.26, size * 2.5, size * 0.26), 0.62))
    canvas.softs(puffs, weather.cloud, 0.006 * width)
