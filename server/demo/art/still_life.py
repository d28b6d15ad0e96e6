"""Small things on tables: a mug that steams, a lamp, a stack of books."""

import math

from .canvas import Canvas
from .color import mix
from .light import Light
from .shapes import Point, box, oval, smooth

_SPINES = ("#D9593D", "#2F7F86", "#E2A93B", "#5B5AA8", "#7FA05A", "#C76A8A", "#3C5E8C")


def paint_mug(canvas: Canvas, light: Light, foot: Point, wide: float, colour: str) -> None:
    """Paint a mug of tea with steam above it."""
    x, base = foot
    high, half, tone = wide * 0.98, wide / 2, light.on(colour)
    lip = wide * 0.13
    canvas.soft(oval(x + wide * 0.18, base - 2, wide * 0.66, wide * 0.13), "#1c1020", 0.42, wide * 0.05)
    ear = ((0.8, 0.78), (1.55, 0.72), (1.5, 0.34), (0.75, 0.22))
    ring = smooth([(x + half * across, base - high * up) for across, up in ear], closed=False)
    canvas.stroke(ring, wide * 0.11, mix(tone, "#40141c", 0.22))
    body = [
        (x - half, base - high),
        *oval(x, base - lip * 0.8, half * 0.84, lip, start=180, end=0),
        (x + half, base - high),
    ]
    canvas.wash(body, (mix(tone, "#ffffff", 0.22), tone, mix(tone, "#40141c", 0.30)), across=True)
    canvas.fill(oval(x, base - high, half, lip), mix(tone, "#ffffff", 0.35))
    canvas.wash(oval(x, base - high + lip * 0.12, half * 0.88, lip * 0.78), (light.on("#8A4A22"), light.on("#C27B3A")))
    for shift, tall in ((-0.22, 1.0), (0.08, 1.25), (0.34, 0.9)):
        _paint_steam(canvas, x + shift * wide, base - high - lip * 0.6, wide * tall, wide * 0.05)


def _paint_steam(canvas: Canvas, x: float, y: float, tall: float, width: float) -> None:
    steps = [step / 14 for step in range(15)]
    middle = [
        (x + width * 2.4 * math.sin(t * 5.2), y - tall * t, width * math.sin(math.pi * min(1, t + 0.08))) for t in steps
    ]
    wisp = [(cx - w, cy) for cx, cy, w in middle] + [(cx + w, cy) for cx, cy, w in reversed(middle)]
    canvas.soft(wisp, "#FFFFFF", 0.5, 7)


def paint_lamp(canvas: Canvas, light: Light, x: float, base: float, tall: float) -> None:
    """Paint a table lamp; at night it is lit."""
    metal = light.on("#C99A4B", 0.3)
    canvas.soft(oval(x, base, tall * 0.24, tall * 0.04), "#1c1020", 0.45, 8)
    canvas.fill(oval(x, base - 8, tall * 0.17, tall * 0.04), metal)
    canvas.wash(box(x - 7, base - tall * 0.66, x + 7, base - 8), (metal, mix(metal, "#5a3410", 0.4)), across=True)
    top, foot, half = base - tall, base - tall * 0.60, tall * 0.25
    shade = (
        ("#FFF1C4", "#FFD27E", "#F6B457")
        if light.lamp
        else tuple(light.on(c) for c in ("#FFF3DD", "#F3DDBB", "#DDBE92"))
    )
    canvas.wash([(x - half * 0.62, top), (x + half * 0.62, top), (x + half, foot), (x - half, foot)], shade)
    canvas.fill(oval(x, foot, half, half * 0.10), mix(shade[2], "#8a4a10", 0.15))
    if light.lamp:
        canvas.glow(x, foot - 30, tall * 1.5, "#FFC36B", 0.55)
        canvas.glow(x, base + 60, tall * 1.5, "#FFC978", 0.45, ry=tall * 0.6)


def paint_stack(canvas: Canvas, light: Light, x: float, base: float, books: int) -> None:
    """Paint the books already finished, one on the other."""
    canvas.soft(oval(x + 12, base, 118, 14), "#1c1020", 0.42, 8)
    for number in range(books):
        tone, y = light.on(_SPINES[number % len(_SPINES)]), base - 38 * number
        half, shift = 104 - 7 * (number % 3), 9 * math.sin(number * 2.2)
        left, right = x + shift - half, x + shift + half
        canvas.wash(box(left, y - 37, right, y, 6), (mix(tone, "#ffffff", 0.16), tone, mix(tone, "#30101c", 0.28)))
        canvas.fill(box(right - 12, y - 32, right + 1, y - 5), light.on("#FBF3E2"))
        for edge in (0.14, 0.20, 0.74):
            canvas.fill(
                box(left + 2 * half * edge, y - 36, left + 2 * half * edge + 5, y - 1), mix(tone, "#FFE9B0", 0.55)
            )
