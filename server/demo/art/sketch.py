"""What is on the sketchbook page: pencil first, then washes of colour, then whole landscapes."""

import math
import random
from collections.abc import Sequence

from .canvas import Canvas
from .color import RGB, mix
from .landscape import paint_landscape
from .light import Light, paper_in
from .room import paint_leaf
from .shapes import Point, oval, smooth

PAGE = (162, 130, 918, 1112)
_CUPS = ("#E2694B", "#3F8FA8", "#E5A93F", "#8A6BC4")
_GREENS = ("#4F9E63", "#2F8576", "#7FA548", "#56927F")


def paint_sketch(page: Canvas, light: Light, day: int) -> None:
    """Paint the day's sheet: how much the hand dares depends on how often it came."""
    if day < 10:
        _paint_cup(page, light, day)
    elif day < 15:
        _paint_sprig(page, light, day)
    else:
        paint_landscape(page, light, day, grown=day >= 20)


def _paint_cup(page: Canvas, light: Light, day: int) -> None:
    """Paint the mug: shaky on day 1, shaded from day 2, painted from day 5 on."""
    hand, shake = random.Random(day), max(1.2, 9 - 2.2 * (day - 1))
    pencil = light.on("#57524F" if day > 1 else "#5A5654", 0.3)
    x, y, half = 516, 690, 168
    left = [(x - half, y - 172), (x - half * 0.95, y), (x - half * 0.80, y + 176)]
    body = [*left, (x, y + 216), *((2 * x - across, down) for across, down in reversed(left))]
    handle = [
        (x + half * 0.96, y - 96),
        (x + half * 1.55, y - 104),
        (x + half * 1.64, y + 20),
        (x + half * 0.88, y + 92),
    ]
    if day >= 5:
        _colour_cup(page, light, day, body=smooth(body, closed=False), handle=smooth(handle, closed=False))
    if day >= 2:
        _hatch(page, hand, pencil, (x + half * 0.30, y), min(9 + 5 * day, 34))
    if day >= 3:
        _scribble(page, hand, [(230, y + 190), (420, y + 206)], shake, pencil, width=3.4)
        _scribble(page, hand, [(660, y + 206), (850, y + 186)], shake, pencil, width=3.4)
    for outline in (body, handle):
        _scribble(page, hand, outline, shake, pencil, width=5)
    _scribble(page, hand, oval(x, y - 172, half, 44)[::5], shake, pencil, width=5)
    for shift in (-70, 0, 70):
        steam = [(x + shift + 15 * math.sin(step * 1.1), y - 252 - step * 22) for step in range(7)]
        _scribble(page, hand, steam, shake * 0.6, mix(pencil, "#FDFAF2", 0.45), width=3.4)


def _colour_cup(page: Canvas, light: Light, day: int, *, body: list[Point], handle: list[Point]) -> None:
    tone = light.on(_CUPS[day % len(_CUPS)], 0.3)
    paper = paper_in(light)
    if day >= 7:
        page.soft(oval(516, 640, 300, 330), mix(tone, light.on("#BFD9E8", 0.5), 0.8), 0.5, 40)
    page.soft(oval(600, 898, 290, 34), light.on("#7C86B8", 0.3), 0.55, 14)
    page.stroke(handle, 26, mix(tone, paper, 0.25))
    page.wash(body, (mix(tone, paper, 0.52), mix(tone, paper, 0.12), mix(tone, "#402040", 0.22)), across=True)
    page.fill(oval(516, 518, 168, 44), mix(tone, paper, 0.55))
    page.fill(oval(516, 524, 140, 32), light.on("#9A5A30", 0.3))
    page.mottle((300, 480, 820, 920), paper, 0.22, day, grains=(16, 14))


def _hatch(page: Canvas, hand: random.Random, pencil: RGB, spot: Point, count: int) -> None:
    x, y = spot
    for line in range(count):
        across, down = x + (line % 6) * 15 + hand.uniform(-4, 4), y - 110 + (line // 6) * 48 + hand.uniform(-8, 8)
        page.stroke([(across, down), (across + 20, down - 40)], 2.4, mix(pencil, "#FDFAF2", 0.30))


def _scribble(
    page: Canvas, hand: random.Random, spots: Sequence[Point], shake: float, colour: RGB, *, width: float
) -> None:
    """Draw a line twice, as an unsure hand does; the shake is how far it strays."""
    for _ in range(2):
        strayed = [(x + hand.uniform(-shake, shake), y + hand.uniform(-shake, shake)) for x, y in spots]
        page.stroke(smooth(strayed, closed=False), width, colour)


def _paint_sprig(page: Canvas, light: Light, day: int) -> None:
    """Paint a bunch of twigs in a jar: one twig more each day."""
    paper, grow = paper_in(light), random.Random(40 + day)
    page.soft(oval(540, 620, 300, 400), mix(light.weather.haze, paper, 0.25), 0.55, 60)
    page.soft(oval(590, 992, 230, 24), light.on("#7C86B8", 0.3), 0.5, 14)
    for branch in range(day - 7):
        lean = (branch - (day - 8) / 2) * 62 + grow.uniform(-12, 12)
        tall = 520 - abs(lean) * 0.7 + grow.uniform(-40, 20)
        twig = [(540 + lean * 0.1, 960), (540 + lean * 0.6, 780), (540 + lean * 1.5, 960 - tall * 1.25)]
        green = light.on(_GREENS[day % len(_GREENS)], 0.3)
        leaf = mix(green, "#F0E6A0" if branch % 2 else "#1F5A6A", grow.uniform(0.05, 0.35))
        _paint_twig(page, smooth(twig, closed=False), green, leaf)
        if day >= 12:
            x, y = twig[-1]
            for lift in (0, 26, 48):
                page.fill(oval(x + lift * 0.3 - 8, y + lift, 12), light.on("#E4572E", 0.3))
    _paint_jar(page, light.on("#9CC6DE", 0.3), paper)
    page.mottle((200, 200, 880, 1010), paper, 0.20, day, grains=(18, 22))


def _paint_twig(page: Canvas, curve: list[Point], green: RGB, leaf: RGB) -> None:
    page.stroke(curve, 5, mix(green, "#3a2a20", 0.35))
    for step in range(7, len(curve), 2):
        side = 1 if step % 4 == 1 else -1
        (x, y), reach = curve[step], 84 - step * 1.3
        paint_leaf(page, (x, y), (x + side * reach, y - reach * 0.62), 22, leaf)


def _paint_jar(page: Canvas, glass: RGB, paper: RGB) -> None:
    half = [(-90, 790), (-94, 830), (-110, 870), (-108, 970), (-70, 994)]
    jar = smooth([(540 + x, y) for x, y in half] + [(540 - x, y) for x, y in reversed(half)], closed=False)
    surface = smooth([(431, 880), (540, 872), (649, 880)], closed=False)
    page.fill(jar, mix(glass, paper, 0.3), 0.62)
    page.fill([*surface, (646, 968), (610, 990), (470, 990), (434, 968)], glass, 0.55)
    page.stroke(jar, 3.4, mix(glass, "#304860", 0.45))
