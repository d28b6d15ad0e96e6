"""The watercolour landscapes of a practised hand: a sunlit lake in the colours of the day's weather."""

import math
import random

from .canvas import Canvas
from .color import RGB, mix
from .light import Light
from .shapes import Point, box, oval
from .weather import Weather, weather_of

Line = tuple[float, float, float, float]  # a hill: its height, rise, turns and phase
LEFT, TOP, RIGHT, BOTTOM = 216, 206, 864, 1050


def paint_landscape(page: Canvas, light: Light, day: int, *, grown: bool) -> None:
    """Paint sky, sun and hills; a grown hand adds the lake, its glitter, pines, birds, and a boat some days."""
    weather = weather_of(day + 2)
    art = Canvas(page.scale, (LEFT, TOP, RIGHT, BOTTOM), sheet="#ffffff")
    tones = tuple(mix(tone, "#FFFBF2", 0.16) for tone in weather.sky[1:])
    art.wash(box(LEFT, TOP, RIGHT, BOTTOM), (*tones, tones[-1], tones[-1]))
    side = 0.66 if day % 2 else 0.34
    _paint_sun(art, weather, LEFT + (RIGHT - LEFT) * side)
    for row, (y, rise, turns) in enumerate(((560, 62, 0.8), (630, 46, 1.15), (690, 34, 1.4))):
        _paint_hill(art, (y, rise, turns, row * 1.9 + day * 0.6), weather.ridges[row + 1 if row else 0], weather)
    if grown:
        _paint_lake(art, weather, day, LEFT + (RIGHT - LEFT) * side)
        _paint_hill(art, (960, 22, 0.7, 2.2 + day), mix(*weather.meadow, 0.35), weather)
        _paint_pines(art, weather, day, on_the_left=bool(day % 2))
        _paint_birds(art, day)
    else:
        _paint_hill(art, (820, 30, 0.7, day * 0.9), mix(*weather.meadow, 0.2), weather)
        _paint_hill(art, (930, 26, 1.0, day * 1.7), mix(*weather.meadow, 0.6), weather)
    art.mottle((LEFT, TOP, RIGHT, BOTTOM), "#FFFBF2", 0.20, day, grains=(15, 13))
    art.mottle((LEFT, TOP, RIGHT, BOTTOM), mix(weather.ridges[3], "#ffffff", 0.2), 0.12, day + 1, grains=(6, 5))
    art.fill(box(LEFT, TOP, RIGHT, BOTTOM), light.on("#FFFBF2"), light.share * 0.3)
    page.stamp(art)


def _paint_sun(art: Canvas, weather: Weather, x: float) -> None:
    colour = "#FFF6D8" if weather.stars else mix(weather.glow, "#FF7A4C", 0.6)
    art.glow(x, 420, 260, weather.glow, 0.5)
    art.soft(oval(x, 420, 66), colour, 0.9, 3)
    art.fill(oval(x, 420, 63), colour, 0.55)


def _paint_hill(art: Canvas, line: Line, colour: str | RGB, weather: Weather) -> None:
    """Paint one wash of a hill: paler towards its foot, its upper edge a little darker where the paint has pooled."""
    top = [(x, _hill_line(x, *line)) for x in range(LEFT - 8, RIGHT + 16, 8)]
    art.wash([*top, (RIGHT + 16, BOTTOM), (LEFT - 8, BOTTOM)], (colour, mix(colour, weather.haze, 0.42)), alpha=0.90)
    art.stroke(top, 3, mix(colour, "#20203c", 0.16))


def _hill_line(x: float, y: float, rise: float, turns: float, phase: float) -> float:
    t = (x - LEFT) / (RIGHT - LEFT) * math.tau * turns + phase
    return y - rise * (math.sin(t) + 0.4 * math.sin(2.7 * t + phase))


def _paint_lake(art: Canvas, weather: Weather, day: int, x: float) -> None:
    water = mix(weather.sky[1], weather.ridges[2], 0.3)
    art.wash(
        box(LEFT, 742, RIGHT, BOTTOM), (mix(water, weather.haze, 0.55), water, mix(water, weather.ridges[3], 0.35))
    )
    art.stroke([(LEFT, 742), (RIGHT, 742)], 3, mix(water, "#ffffff", 0.5))
    glint = random.Random(day)
    for row in range(20):
        y, reach = 756 + row * 9, glint.uniform(14, 62) * (1 - row * 0.02)
        middle = x + glint.uniform(-34, 34)
        art.fill(oval(middle, y, reach, 2.6), mix(weather.glow, "#FFF3DC", 0.45), 0.72)
    if day % 3 == 0:
        _paint_boat(art, 1080 - x, 850)


def _paint_boat(art: Canvas, x: float, y: float) -> None:
    art.fill(oval(x, y + 16, 62, 8), "#24304a", 0.28)
    art.fill([(x - 4, y - 96), (x - 4, y - 8), (x - 56, y - 8)], "#FFF8EA")
    art.fill([(x + 4, y - 80), (x + 4, y - 8), (x + 44, y - 8)], "#F3B9A0")
    art.fill([(x - 62, y - 4), (x + 60, y - 4), (x + 38, y + 18), (x - 44, y + 18)], "#A9482F")


def _paint_pines(art: Canvas, weather: Weather, day: int, *, on_the_left: bool) -> None:
    grow = random.Random(day * 7)
    for tree in range(8):
        across = 24 + tree * 38 + grow.uniform(-10, 10)
        x = LEFT + across if on_the_left else RIGHT - across
        y, tall = 985 + grow.uniform(-12, 26), grow.uniform(130, 235) * (1 - tree * 0.07)
        colour = mix(*weather.trees, grow.uniform(0.1, 0.8))
        for tier in range(3):
            half, top = tall * (0.23 - 0.045 * tier), y - tall * (0.42 + 0.29 * tier)
            bough: list[Point] = [
                (x, top - tall * 0.05),
                (x + half, top + tall * 0.42),
                (x, top + tall * 0.37),
                (x - half, top + tall * 0.42),
            ]
            art.fill(bough, colour, 0.88)


def _paint_birds(art: Canvas, day: int) -> None:
    fly = random.Random(day * 3)
    for bird in range(5):
        x, y, span = 470 + bird * 46 + fly.uniform(-12, 12), 300 + 26 * math.sin(bird * 2) + fly.uniform(-10, 10), 14
        art.stroke(
            [(x - span, y - 8), (x - span / 2, y - 9), (x, y), (x + span / 2, y - 10), (x + span, y - 9)], 3, "#3A4560"
        )
