"""A glass of water on the window sill, and a plant beside it that drinks too and grows with the days."""

import math
import random

from .canvas import Canvas
from .color import mix
from .light import Light, light_of, paint_beam
from .room import paint_leaf, paint_pot, paint_wall, paint_window
from .shapes import box, oval, smooth

SILL, MIDDLE, BASE, HIGH, HALF = 905, 520, 1165, 400, 118
_TOUCHES = ("lemon", "mint", "ice", "plain", "berries")


def draw_water(canvas: Canvas, day: int) -> None:
    """Draw the sill: a half-filled glass and a seedling on day 1, a full glass and a proud plant later."""
    light = light_of(day)
    paint_wall(canvas, light, "#F3E6D4", SILL)
    paint_window(canvas, light, day, (130, 70, 950, 812))
    _paint_sill(canvas, light)
    paint_beam(canvas, light, (-40 + 420 * light.slant, SILL + 14), (330, 190), 200 - 400 * light.slant)
    _paint_plant(canvas, light, day)
    _paint_shine(canvas, light)
    _paint_glass(canvas, light, 0.46 if day == 1 else 0.86, "plain" if day == 1 else _TOUCHES[day % len(_TOUCHES)])


def _paint_sill(canvas: Canvas, light: Light) -> None:
    tone = light.on("#FFF7EC", 0.15)
    canvas.wash(box(0, SILL, 1080, 1300), (mix(tone, "#ffffff", 0.4), tone, mix(tone, "#C9A68C", 0.38)))
    canvas.fill(box(0, SILL, 1080, SILL + 4), "#5a3a30", 0.22)
    canvas.wash(box(0, 1286, 1080, 1350), (mix(tone, "#A88468", 0.45), mix(tone, "#8a6650", 0.62)))
    canvas.fill(box(0, 1282, 1080, 1289), mix(tone, "#ffffff", 0.7))


def _paint_plant(canvas: Canvas, light: Light, day: int) -> None:
    """Paint the plant: a new pair of leaves every second day, and a flower in the end."""
    x, foot, pairs = 838, 975, 1 + min(8, day // 2)
    green, stem = light.on("#4F9E63"), light.on("#3C7B50")
    paint_pot(canvas, light, (x, 1118), 190, "#D9714E")
    tall = 52 + 50 * pairs
    lean = 22 if day == 1 else 0
    curve = smooth([(x, foot), (x + 6 + lean, foot - tall * 0.5), (x - 4 + lean * 2, foot - tall)], closed=False)
    canvas.stroke(curve, 8, stem)
    for pair in range(pairs):
        root = curve[min(len(curve) - 1, round((pair + 1) / pairs * (len(curve) - 1)))]
        reach = 96 - 62 * (pair + 1) / (pairs + 3) if pairs > 1 else 54
        rise = 34 if day > 1 else -16
        for side in (-1, 1):
            tip = (root[0] + side * reach, root[1] - rise - 8 * math.sin(pair * 2 + side))
            paint_leaf(canvas, root, tip, 21, mix(green, stem, 0.35 if side < 0 else 0))
    if pairs > 7:
        _paint_flower(canvas, light, curve[-1])


def _paint_flower(canvas: Canvas, light: Light, spot: tuple[float, float]) -> None:
    for petal in range(7):
        turn = petal / 7 * math.tau
        canvas.fill(
            oval(spot[0] + 24 * math.cos(turn), spot[1] - 12 + 24 * math.sin(turn), 17), light.on("#FF9E8A", 0.4)
        )
    canvas.fill(oval(spot[0], spot[1] - 12, 15), light.on("#FFD35C", 0.4))


def _paint_shine(canvas: Canvas, light: Light) -> None:
    """Paint the shadow the glass throws, and the light it gathers inside that shadow."""
    lean = 150 - 300 * light.slant
    foot = [
        (MIDDLE - 92, BASE - 10),
        (MIDDLE + 92, BASE - 10),
        (MIDDLE + 112 + lean, BASE + 96),
        (MIDDLE - 72 + lean, BASE + 96),
    ]
    canvas.soft(foot, light.on("#7D93B5"), 0.42, 9)
    canvas.soft(oval(MIDDLE, BASE, 112, 18), "#24304a", 0.4, 9)
    far = MIDDLE + lean * 0.8
    spark = [(MIDDLE - 30, BASE + 8), (MIDDLE + 34, BASE + 8), (far + 48, BASE + 78), (far, BASE + 84)]
    canvas.soft(smooth(spark), "#FFFFFF", 0.25 + light.strength, 7)


def _half(y: float) -> float:
    """Return the glass's half width at a height on the picture: it opens towards its lip."""
    return HALF * (0.78 + 0.22 * (BASE - y) / HIGH)


def _body(top: float, bottom: float, inset: float) -> list[tuple[float, float]]:
    wide, narrow = _half(top) - inset, _half(bottom) - inset
    return [
        *oval(MIDDLE, top, wide, wide * 0.15, start=180, end=360),
        *oval(MIDDLE, bottom, narrow, narrow * 0.15, start=0, end=180),
    ]


def _paint_glass(canvas: Canvas, light: Light, level: float, touch: str) -> None:
    lip, top = BASE - HIGH, BASE - 24 - (HIGH - 60) * level
    water = light.on("#7CC4EC", 0.3)
    canvas.wash(_body(lip, BASE, 0), ("#ffffff", mix(water, "#ffffff", 0.6), "#ffffff"), across=True, alpha=0.30)
    canvas.wash(_body(top, BASE - 20, 9), (mix(water, "#ffffff", 0.35), water, mix(water, "#2D7FC0", 0.4)), alpha=0.66)
    canvas.glow(MIDDLE + 20, BASE - 70, 100, "#ffffff", 0.2 + light.strength * 0.7, ry=130)
    surface = _half(top) - 9
    _paint_touch(canvas, light, touch, top)
    canvas.fill(oval(MIDDLE, top, surface, surface * 0.15), mix(water, "#ffffff", 0.55), 0.62)
    canvas.stroke(oval(MIDDLE, top, surface, surface * 0.15), 2.2, mix(water, "#ffffff", 0.8))
    for left, width, alpha in ((-0.80, 17, 0.62), (-0.58, 7, 0.42), (0.74, 9, 0.42)):
        upper, lower = MIDDLE + left * _half(lip + 40), MIDDLE + left * _half(BASE - 40)
        canvas.fill(
            [(upper, lip + 40), (upper + width, lip + 40), (lower + width * 0.8, BASE - 40), (lower, BASE - 40)],
            "#ffffff",
            alpha,
        )
    rim = oval(MIDDLE, lip, _half(lip), _half(lip) * 0.15)
    canvas.stroke(rim, 4.5, mix(light.on("#DDEBF4"), "#ffffff", 0.5))
    canvas.fill(oval(MIDDLE, BASE - 6, _half(BASE) - 4, 15), "#ffffff", 0.35)


def _paint_touch(canvas: Canvas, light: Light, touch: str, top: float) -> None:
    """Put something into the water: a slice, leaves, ice or berries; plain water stays as it is."""
    paint = {"lemon": _paint_lemon, "mint": _paint_mint, "ice": _paint_ice, "berries": _paint_berries}.get(touch)
    if paint:
        paint(canvas, light, top)


def _paint_lemon(canvas: Canvas, light: Light, top: float) -> None:
    x, y = MIDDLE + 34, top + 18
    canvas.fill(oval(x, y, 56), light.on("#F4C53A", 0.4))
    canvas.fill(oval(x, y, 47), light.on("#FFF0B0", 0.4))
    for piece in range(8):
        wedge = oval(x, y, 42, start=piece * 45 + 4, end=piece * 45 + 41)
        canvas.fill([(x, y), *wedge], light.on("#FADB62", 0.4))


def _paint_mint(canvas: Canvas, light: Light, top: float) -> None:
    for turn in (-2.5, -1.9, -1.2, -0.6):
        tip = (MIDDLE - 10 + 92 * math.cos(turn), top + 24 + 92 * math.sin(turn))
        paint_leaf(canvas, (MIDDLE - 10, top + 24), tip, 20, light.on("#4FAE6A", 0.3))


def _paint_ice(canvas: Canvas, light: Light, top: float) -> None:
    for x, y, lean in ((-42, 16, 8), (34, 10, -10), (2, 66, 4)):
        cube = box(MIDDLE + x - 36, top + y - 26, MIDDLE + x + 36, top + y + 40, 12)
        canvas.fill([(px + lean * (py - top) / 60, py) for px, py in cube], light.on("#FFFFFF", 0.8), 0.46)


def _paint_berries(canvas: Canvas, light: Light, top: float) -> None:
    scatter = random.Random(7)
    for _ in range(6):
        spot = (MIDDLE + scatter.uniform(-66, 66), top + scatter.uniform(12, 66))
        canvas.fill(oval(*spot, 19), light.on("#D9385E", 0.3))
        canvas.fill(oval(spot[0] - 6, spot[1] - 7, 5), "#ffffff", 0.6)
