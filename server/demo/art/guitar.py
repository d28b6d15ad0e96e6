"""The guitar against the wall: strings put on after day 1, chord sheets pinned up one by one."""

from .canvas import Canvas
from .chords import paint_chords
from .color import RGB, mix
from .light import Light, light_of, paint_beam
from .room import paint_leaf, paint_planks, paint_pot, paint_wall
from .shapes import Point, box, oval, smooth

FLOOR = 1075
_HALF_BODY = (
    (0, 700),
    (52, 704),
    (112, 732),
    (140, 800),
    (112, 884),
    (138, 945),
    (180, 1030),
    (162, 1116),
    (92, 1160),
    (0, 1168),
)
_STRAP_FROM = 4  # the day one trusts oneself to stand up with it
_STRAPS = ("#D9593D", "#2F7F86", "#7A5AA6", "#E2A93B", "#3F6FB5")


def draw_guitar(canvas: Canvas, day: int) -> None:
    """Draw the corner with the guitar: four strings and one hanging loose on day 1, then six and more chords."""
    light = light_of(day)
    paint_wall(canvas, light, "#CFDDD8", FLOOR)
    if light.lamp:
        canvas.glow(400, 380, 900, "#FFB968", 0.75)
    paint_beam(canvas, light, (40 + 430 * light.slant, 190), (230, 300), 70)
    paint_planks(canvas, light, FLOOR, boards=4, seed=21)
    canvas.fill(box(0, FLOOR - 26, 1080, FLOOR), light.on("#FFF6EA", 0.2))
    canvas.fill(box(0, FLOOR - 3, 1080, FLOOR), "#3a2018", 0.3)
    paint_chords(canvas, light.by_the_lamp(), day)
    _paint_plant(canvas, light)
    _paint_stand(canvas, light)
    canvas.soft([(x + 40, y + 16) for x, y in _turn_hint(_body())], "#2a1418", 0.34, 16)
    sheet = Canvas(canvas.scale, (240, 110, 840, 1250), sheet="#8A4A22")
    if day >= _STRAP_FROM:
        _paint_strap(sheet, light.by_the_lamp().on(_STRAPS[day % len(_STRAPS)]))
    _paint_guitar(sheet, light.by_the_lamp(), strings=4 if day == 1 else 6)
    canvas.stamp(sheet, turn=-4, rim=(light.beam, min(0.5, light.strength), -4))


def _body() -> list[Point]:
    right = [(540 + dx, y) for dx, y in _HALF_BODY]
    left = [(540 - dx, y) for dx, y in _HALF_BODY[-2:0:-1]]
    return smooth(right + left)


def _turn_hint(points: list[Point]) -> list[Point]:
    """Return the body's outline where the leaning guitar's shadow falls on the wall."""
    return [(x - (y - 680) * 0.07, y) for x, y in points]


def _paint_guitar(sheet: Canvas, light: Light, *, strings: int) -> None:
    wood, edge = light.on("#F0B25C"), light.on("#6B3319")
    outline = _body()
    sheet.fill([(540 + (x - 540) * 1.045, 934 + (y - 934) * 1.03) for x, y in outline], edge)
    sheet.fill([(540 + (x - 540) * 1.012, 934 + (y - 934) * 1.01) for x, y in outline], light.on("#FBE7C2"))
    burst = (mix(wood, "#A8551F", 0.45), wood, mix(wood, "#ffffff", 0.14), wood, mix(wood, "#A8551F", 0.5))
    sheet.wash([(540 + (x - 540) * 0.985, 934 + (y - 934) * 0.987) for x, y in outline], burst, across=True)
    sheet.mottle((350, 690, 730, 1170), mix(wood, "#8A4218", 0.6), 0.22, 4, grains=(44, 4))
    for ring, colour in ((66, light.on("#8A4A22")), (59, light.on("#FBE7C2")), (54, light.on("#2A140E"))):
        sheet.fill(oval(540, 868, ring), colour)
    sheet.fill(smooth([(596, 850), (650, 880), (640, 960), (590, 930), (560, 934), (596, 900)]), light.on("#3A1C12"))
    sheet.fill(box(462, 1046, 618, 1072, 10), light.on("#3A1C12"))
    sheet.fill(box(476, 1040, 604, 1046, 3), light.on("#FFF6E4"))
    _paint_neck(sheet, light)
    for string in range(strings):
        start, end = (523 + string * 6.8, 290), (509 + string * 12.4, 1042)
        sheet.stroke([start, end], 2.2, light.on("#FFF4DA"))
    if strings < 6:
        loose = [(560, 268), (640, 250), (690, 330), (640, 400), (604, 350), (660, 310), (740, 380)]
        sheet.stroke(smooth(loose, closed=False), 2.6, light.on("#8C7F74"))


def _paint_strap(sheet: Canvas, colour: RGB) -> None:
    """Hang the strap from the head to the body's foot, behind the guitar."""
    hanging = smooth([(552, 262), (640, 420), (726, 660), (748, 900), (690, 1090), (560, 1160)], closed=False)
    sheet.stroke(hanging, 27, mix(colour, "#201018", 0.28))
    sheet.stroke(hanging, 21, colour)
    sheet.stroke(hanging, 5, mix(colour, "#FFF3D6", 0.5))


def _paint_neck(sheet: Canvas, light: Light) -> None:
    dark: RGB = light.on("#43231A")
    sheet.wash([(516, 284), (564, 284), (574, 812), (506, 812)], (dark, mix(dark, "#8a5a40", 0.35), dark), across=True)
    for fret in range(1, 15):
        y = 284 + 528 * (1 - 0.93**fret) / (1 - 0.93**15)
        sheet.fill(box(514 - fret * 0.5, y, 566 + fret * 0.5, y + 3), light.on("#D9D2C4"))
        if fret in (3, 5, 7, 9, 12):
            sheet.fill(oval(540, y - 13, 4.6), light.on("#FBF1DC"))
    head = [(514, 290), (504, 262), (498, 176), (516, 156), (540, 166), (564, 156), (582, 176), (576, 262), (566, 290)]
    for peg in range(3):
        y = 186 + peg * 32
        for side in (-1, 1):
            sheet.stroke([(540 + side * 38, y), (540 + side * 56, y)], 6, light.on("#B8BDC4"))
            sheet.fill(oval(540 + side * 61, y, 9, 11), light.on("#F4E8D2"))
    sheet.fill(head, light.on("#8A4A22"))
    for peg in range(3):
        for side in (-1, 1):
            sheet.fill(oval(540 + side * 25, 186 + peg * 32, 6), light.on("#E3E6EA"))
    sheet.fill(box(513, 284, 567, 292, 2), light.on("#FFF6E4"))


def _paint_stand(canvas: Canvas, light: Light) -> None:
    metal = light.on("#3A3A44")
    canvas.soft(oval(552, 1222, 250, 22), "#1c1020", 0.5, 12)
    for foot in ((390, 1222), (700, 1222), (546, 1246)):
        canvas.stroke([(548, 1130), foot], 13, metal)
    for hook in (-1, 1):
        canvas.stroke([(540, 1180), (540 + hook * 118, 1184), (540 + hook * 136, 1150)], 13, metal)


def _paint_plant(canvas: Canvas, light: Light) -> None:
    paint_pot(canvas, light, (912, 1188), 176, "#D9714E")
    for turn, reach in ((-1.0, 0.55), (1.0, 0.6), (-0.55, 0.95), (0.6, 1.0), (0, 1.2), (-0.25, 1.1)):
        paint_leaf(
            canvas,
            (912, 1045),
            (912 + 120 * turn, 1035 - 220 * reach),
            30,
            light.on("#3E8E68" if reach > 0.7 else "#2F7558"),
        )
