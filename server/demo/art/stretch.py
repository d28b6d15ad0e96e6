"""Stretching and yoga: one person on a mat in a bright room, the sun patch in another place each day."""

from dataclasses import replace
from functools import partial

from .canvas import Canvas
from .color import mix
from .figures import Figure, Outfit
from .light import Light, light_of, paint_beam
from .poses import CHEER, DOG, FOLD, LOTUS, LUNGE, SIDE_BEND, STAND, TREE, WARRIOR, Pose
from .room import paint_leaf, paint_planks, paint_pot, paint_wall, paint_window
from .shapes import box, oval

FLOOR, GROUND, TALL, PLACE = 955, 1165, 610, 540
_STRETCHES = (SIDE_BEND, LUNGE, CHEER, WARRIOR, SIDE_BEND, DOG, TREE)
_ASANAS = (TREE, WARRIOR, LOTUS, DOG, SIDE_BEND, LUNGE, LOTUS)
_WIDE = (WARRIOR, DOG, LUNGE, LOTUS)


def draw_stretch(canvas: Canvas, day: int) -> None:
    """Draw a stretching day; on day 1 the hands do not reach the floor."""
    _draw(
        canvas,
        day,
        FOLD if day == 1 else _STRETCHES[day % 7],
        Outfit("#2F9C87", "#32405F", "#C98A5E", "#2A1712", None, True),
    )


def draw_yoga(canvas: Canvas, day: int) -> None:
    """Draw a yoga day; day 1 only stands there and looks."""
    _draw(
        canvas,
        day,
        STAND if day == 1 else _ASANAS[day % 7],
        Outfit("#8E6BE0", "#3B2F5E", "#F0B48C", "#A6452F", None, True),
    )


def _draw(canvas: Canvas, day: int, pose: Pose, outfit: Outfit) -> None:
    light = light_of(day)
    paint_wall(canvas, light, "#F6DCC6", FLOOR)
    paint_window(canvas, light, day, (255, 120, 825, 690))
    paint_planks(canvas, light, FLOOR, boards=6)
    canvas.fill(box(0, FLOOR - 26, 1080, FLOOR), light.on("#FFF6EA", 0.2))
    canvas.fill(box(0, FLOOR - 3, 1080, FLOOR), "#3a2018", 0.3)
    _paint_mat(canvas, light)
    paint_beam(canvas, light, (110 + 420 * light.slant, FLOOR + 30), (190, 130), 160 - 320 * light.slant)
    _paint_plant(canvas, light, day)
    _paint_person(canvas, light, pose, outfit)
    if light.lamp:
        canvas.glow(930, 520, 520, "#FFC778", 0.5)


def _paint_mat(canvas: Canvas, light: Light) -> None:
    tone = light.on("#E9836B")
    canvas.soft([(150, 1120), (930, 1120), (1010, 1262), (70, 1262)], "#1c1020", 0.35, 10)
    canvas.wash([(165, 1100), (915, 1100), (1000, 1242), (80, 1242)], (tone, mix(tone, "#ffffff", 0.14)))
    canvas.fill([(80, 1242), (1000, 1242), (1000, 1254), (80, 1254)], mix(tone, "#401018", 0.35))
    canvas.fill([(196, 1116), (884, 1116), (888, 1121), (192, 1121)], "#ffffff", 0.45)
    canvas.fill([(116, 1220), (964, 1220), (968, 1226), (112, 1226)], "#ffffff", 0.45)


def _paint_plant(canvas: Canvas, light: Light, day: int) -> None:
    """Paint the plant in the corner: it has more leaves every week."""
    fans = (
        (-0.9, 0.62),
        (0.9, 0.66),
        (-0.5, 0.95),
        (0.55, 1.0),
        (0, 1.15),
        (-1.15, 0.3),
        (1.1, 0.32),
        (-0.25, 1.25),
        (0.3, 1.3),
    )
    paint_pot(canvas, light, (945, 1075), 170, "#EFE3D3")
    for turn, reach in fans[: 4 + min(5, day // 4)]:
        tip = (945 + 150 * turn, 925 - 250 * reach)
        paint_leaf(canvas, (945, 935), tip, 34, light.on("#3E8E68" if reach > 0.6 else "#2F7558"))


def _paint_person(canvas: Canvas, light: Light, pose: Pose, outfit: Outfit) -> None:
    reach = TALL * (0.44 if pose in _WIDE else 0.26)
    canvas.soft(oval(PLACE, GROUND + 8, reach, 20), "#1c1020", 0.45, 12)
    tone = partial(light.on, held_back=0.35)
    worn = replace(outfit, top=tone(outfit.top), legs=tone(outfit.legs), skin=tone(outfit.skin), hair=tone(outfit.hair))
    sheet = Canvas(canvas.scale, (190, 420, 890, 1220), sheet=worn.top)
    Figure(sheet, PLACE, GROUND, TALL, worn).draw(pose)
    side = 4.5 if light.slant < 0.5 else -4.5
    canvas.stamp(sheet, rim=(light.beam, min(0.55, light.strength), side))
