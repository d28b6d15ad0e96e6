"""Chord sheets on the wall: a new one every third day, and a gold star on those already learned."""

import math

from .canvas import Canvas
from .color import mix
from .light import Light
from .shapes import Point, box, oval

_SHEETS = (
    (318, 250, -3),
    (790, 235, 2.5),
    (306, 478, 2),
    (806, 462, -2),
    (130, 352, -2),
    (962, 340, 3),
    (300, 700, -2.5),
)
_CHORDS = (((1, 1), (3, 2), (2, 2)), ((0, 3), (1, 2), (5, 3)), ((2, 2), (3, 3), (4, 2)), ((1, 2), (2, 2), (3, 1)),
           ((2, 1), (4, 2), (3, 3)), ((0, 1), (5, 1), (2, 3)), ((1, 3), (2, 2), (4, 1)))  # fmt: skip


def paint_chords(canvas: Canvas, light: Light, day: int) -> None:
    """Pin up the sheets a player has reached on this day."""
    for place in range(min(len(_SHEETS), 1 + (day - 1) // 3)):
        _paint_sheet(canvas, light, place, learned=day > 9 + 3 * place)


def _paint_sheet(canvas: Canvas, light: Light, place: int, *, learned: bool) -> None:
    """Paint one chord on its paper: a little grid, three dots, a coloured pin, and a star once it is learned."""
    x, y, turn = _SHEETS[place]
    paper, ink = light.on("#FFFBF1", 0.25), light.on("#5A5048", 0.2)
    canvas.soft(box(x - 66, y - 86, x + 74, y + 98), "#2a1418", 0.30, 8)
    sheet = Canvas(canvas.scale, (x - 90, y - 115, x + 90, y + 115), sheet=paper)
    sheet.wash(box(x - 70, y - 94, x + 70, y + 94, 5), (mix(paper, "#ffffff", 0.5), mix(paper, "#B59B80", 0.16)))
    sheet.stroke([(x - 18, y - 62), (x + 18, y - 62)], 8, light.on("#D9593D", 0.2))
    for line in range(6):
        sheet.fill(box(x - 46 + line * 18.4 - 1.2, y - 36, x - 46 + line * 18.4 + 1.2, y + 72), ink)
    for line in range(5):
        sheet.fill(box(x - 47, y - 37 + line * 27, x + 47, y - 34 + line * 27 + (4 if line == 0 else 0)), ink)
    for string, fret in _CHORDS[place]:
        sheet.fill(oval(x - 46 + string * 18.4, y - 22 + (fret - 1) * 27, 9), light.on("#2F7F86", 0.2))
    sheet.fill(oval(x, y - 82, 8), light.on("#E4572E"))
    sheet.fill(oval(x - 2.5, y - 85, 2.8), "#ffffff", 0.7)
    if learned:
        sheet.fill(_star(x + 48, y + 70, 19), light.on("#F5B52E", 0.4))
    canvas.stamp(sheet, turn=turn)


def _star(x: float, y: float, r: float) -> list[Point]:
    turns = [(math.tau * step / 10, r if step % 2 == 0 else r * 0.46) for step in range(10)]
    return [(x + reach * math.sin(turn), y - reach * math.cos(turn)) for turn, reach in turns]
