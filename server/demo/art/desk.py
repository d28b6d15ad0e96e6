"""Drawing: a desk seen from above, with a sketchbook page that gets richer as the days go by."""

import math

from .canvas import Canvas
from .color import RGB, mix
from .light import Light, light_of, paper_in
from .room import paint_planks
from .shapes import Point, box, oval
from .sketch import PAGE, paint_sketch

_PANS = ("#E4572E", "#F2A93B", "#F6DC6B", "#6FAE62", "#2F8F86", "#3F7BDB", "#6C5CC7", "#C7588F")
_TURNS = (-2.6, 1.8, -1.4, 2.4, -2.0)
COLOURS_FROM = 5  # the day paint comes out of the drawer


def draw_drawing(canvas: Canvas, day: int) -> None:
    """Draw the desk: a pencilled mug on day 1, a watercolour landscape from day 20 on."""
    light = light_of(day).by_the_lamp()
    paint_planks(canvas, light, -40, boards=7, seed=14)
    turn = 2.2 if day == 1 else _TURNS[day % len(_TURNS)]
    _paint_paper_shadow(canvas, turn)
    page = Canvas(canvas.scale, (110, 80, 970, 1160), sheet="#E9DFD0")
    _paint_book(page, light)
    paint_sketch(page, light, day)
    canvas.stamp(page, turn=turn)
    if day >= COLOURS_FROM:
        _paint_tin(canvas, light)
        _paint_brush(canvas, light)
    else:
        _paint_eraser(canvas, light)
    _paint_pencil(canvas, light, day)
    _paint_daylight(canvas, light)


def _paint_paper_shadow(canvas: Canvas, turn: float) -> None:
    left, top, right, bottom = 150, 120, 930, 1130
    middle = (540, 620)
    for grow, alpha, blur in ((6, 0.42, 26), (0, 0.32, 8)):
        corners = [
            (left - grow, top + 14),
            (right + grow, top + 14),
            (right + grow, bottom + grow),
            (left - grow, bottom + grow),
        ]
        canvas.soft([_turned(spot, middle, -turn) for spot in corners], "#2A130A", alpha, blur)


def _turned(spot: Point, middle: Point, degrees: float) -> Point:
    turn = math.radians(degrees)
    dx, dy = spot[0] - middle[0], spot[1] - middle[1]
    return middle[0] + dx * math.cos(turn) - dy * math.sin(turn), middle[1] + dx * math.sin(turn) + dy * math.cos(turn)


def _paint_book(page: Canvas, light: Light) -> None:
    """Paint the sketchbook's cover, the pages below, the wire and the page itself."""
    page.fill(box(146, 116, 934, 1130, 20), light.on("#33405C"))
    paper = paper_in(light)
    for leaf in (9, 6, 3):
        page.fill(box(162, 130, 918 + leaf, 1112 + leaf, 8), mix(paper, "#8A7460", 0.16 + leaf * 0.02))
    page.wash(box(*PAGE, 6), (mix(paper, "#ffffff", 0.4), paper, mix(paper, "#CDB9A0", 0.22)))
    for hole in range(17):
        x = 192 + hole * 43.4
        page.fill(oval(x, 150, 7.5), mix(paper, "#4a3a34", 0.72))
        page.stroke([(x - 2, 151), (x - 4, 128), (x, 110), (x + 4, 128)], 4.5, light.on("#B9C0CA"))


def _paint_rod(canvas: Canvas, start: Point, end: Point, bands: list[tuple[float, float, float, RGB]]) -> None:
    """Paint a pencil or a brush as bands along a line: (from, to, half width, colour), shadow first."""
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    ax, ay = (end[0] - start[0]) / length, (end[1] - start[1]) / length

    def spot(along: float, side: float) -> Point:
        return start[0] + ax * along * length - ay * side, start[1] + ay * along * length + ax * side

    canvas.soft([(x + 9, y + 16) for x, y in (spot(0, -10), spot(1, -4), spot(1, 6), spot(0, 12))], "#2A130A", 0.5, 8)
    for begin, stop, half, colour in bands:
        taper = half * (0.1 if stop >= 1 else 1)
        canvas.fill([spot(begin, -half), spot(stop, -taper), spot(stop, taper), spot(begin, half)], colour)
        canvas.fill([spot(begin, -half), spot(stop, -taper), spot(stop, 0), spot(begin, -half * 0.3)], "#ffffff", 0.22)


def _paint_pencil(canvas: Canvas, light: Light, day: int) -> None:
    wood, body = light.on("#EBCDA2"), light.on("#F2B233" if day > 1 else "#8D97A5")
    ends = [(0.0, 0.06, 15.0, light.on("#E98B8B")), (0.055, 0.11, 15.5, light.on("#C9CCD1"))]
    bands = [*ends, (0.105, 0.84, 15.0, body), (0.84, 1.0, 15.0, wood), (0.955, 1.0, 4.6, light.on("#3B3430"))]
    _paint_rod(canvas, (250, 1262), (700, 1196), bands)


def _paint_brush(canvas: Canvas, light: Light) -> None:
    bands = [
        (0.0, 0.62, 9.0, light.on("#A63D2F")),
        (0.62, 0.80, 12.0, light.on("#D8DCE2")),
        (0.80, 1.0, 13.0, light.on("#3F6FB5")),
    ]
    _paint_rod(canvas, (1012, 1010), (968, 470), bands)


def _paint_eraser(canvas: Canvas, light: Light) -> None:
    canvas.soft([(800, 1216), (912, 1196), (924, 1268), (812, 1288)], "#2A130A", 0.5, 9)
    canvas.fill([(796, 1208), (904, 1188), (914, 1246), (806, 1266)], light.on("#F4EDE4"))
    canvas.fill([(796, 1208), (850, 1198), (860, 1256), (806, 1266)], light.on("#5C7FC9"))


def _paint_tin(canvas: Canvas, light: Light) -> None:
    """Paint the tin of watercolours below the page."""
    canvas.soft(box(742, 1212, 1062, 1336, 18), "#2A130A", 0.5, 12)
    canvas.wash(box(736, 1194, 1050, 1318, 18), (light.on("#FBFBF8"), light.on("#D9DCE0")))
    for place, colour in enumerate(_PANS):
        x, y = 752 + place % 4 * 72, 1207 + place // 4 * 52
        tone = light.on(colour, 0.3)
        canvas.wash(box(x, y, x + 64, y + 44, 8), (mix(tone, "#180820", 0.22), tone))
        canvas.fill(oval(x + 28, y + 24, 17, 9), mix(tone, "#ffffff", 0.4), 0.7)


def _paint_daylight(canvas: Canvas, light: Light) -> None:
    """Let the window's light fall across the desk, and shade what lies away from it."""
    if light.lamp:
        canvas.glow(430, 420, 1150, "#FFD9A0", 0.30)
        return
    reach = -160 + 260 * light.slant
    stripes = [
        ([(x, -20), (x + 190, -20), (x - 380, 1380), (x - 570, 1380)], light.strength * 0.30)
        for x in (reach + 560, reach + 800)
    ]
    canvas.softs(stripes, light.beam, 12)
    canvas.glow(160, 80, 900, light.beam, 0.40 * light.strength)
    canvas.glow(1080, 1350, 700, "#2A1630", 0.25)
