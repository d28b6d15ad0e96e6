"""Hair, in two layers: what hangs behind the head and what lies on it."""

import math
from collections.abc import Callable

from tools.assets.avatars.brush import Brush, mix
from tools.assets.avatars.people import Person

Style = Callable[[Brush, Brush, str], None]


def draw_hair(back: Brush, top: Brush, person: Person) -> None:
    """Draw the person's hair (or scarf) on the layers behind and before the head."""
    STYLES[person.style](back, top, person.hair)


def _cap(top: Brush, colour: str, low: float = 0.44, high: float = 0.2) -> None:
    middle = (high + low) / 2 + 0.06
    top.dome((0, middle), (0.262, middle - high), colour)


def _shine(top: Brush, colour: str, x: float = -0.09, y: float = 0.27) -> None:
    top.bow((x, y + 0.05), (0.1, 0.05), (200, 300), 0.018, mix(colour, "#FFFFFF", 0.22))


def _swept(_back: Brush, top: Brush, colour: str) -> None:
    top.dome((0, 0.43), (0.26, 0.23), colour, start=176, end=364)
    top.oval((0.08, 0.305), (0.2, 0.098), colour)
    top.oval((-0.1, 0.335), (0.14, 0.075), colour)
    _shine(top, colour, 0.04, 0.25)


def _bob(back: Brush, top: Brush, colour: str) -> None:
    back.oval((0, 0.48), (0.312, 0.315), colour)
    back.box((-0.312, 0.46), (0.312, 0.74), 0.1, colour)
    top.dome((0, 0.455), (0.268, 0.265), colour)
    top.shape([(-0.26, 0.45), (0.02, 0.36), (0.262, 0.45), (0.262, 0.56), (0.17, 0.45), (-0.05, 0.43)], colour)
    _shine(top, colour)


def _curls(_back: Brush, top: Brush, colour: str) -> None:
    for step in range(9):
        turn = math.pi * step / 8
        top.oval((-0.215 * math.cos(turn), 0.375 - 0.135 * math.sin(turn)), (0.087, 0.087), colour)
    top.dome((0, 0.41), (0.25, 0.2), colour)
    for x, y in ((-0.13, 0.27), (0.0, 0.225), (0.13, 0.27)):
        top.bow((x, y), (0.04, 0.035), (190, 330), 0.014, mix(colour, "#FFFFFF", 0.2))


def _bun(back: Brush, top: Brush, colour: str) -> None:
    back.oval((0, 0.5), (0.312, 0.34), colour)
    back.box((-0.3, 0.5), (0.3, 0.82), 0.12, colour)
    top.oval((0, 0.155), (0.115, 0.105), colour)
    top.dome((0, 0.44), (0.268, 0.25), colour)
    top.bow((0, 0.2), (0.085, 0.03), (20, 160), 0.014, mix(colour, "#FFFFFF", 0.2))
    _shine(top, colour, 0.0, 0.275)


def _waves(back: Brush, top: Brush, colour: str) -> None:
    back.oval((0, 0.46), (0.315, 0.3), colour)
    for y, reach in ((0.5, 0.3), (0.6, 0.315), (0.7, 0.3), (0.78, 0.275)):
        back.oval((-reach + 0.06, y), (0.1, 0.095), colour)
        back.oval((reach - 0.06, y), (0.1, 0.095), colour)
    top.dome((0, 0.44), (0.268, 0.25), colour)
    top.shape([(-0.262, 0.43), (-0.1, 0.27), (0.06, 0.3), (-0.06, 0.42), (-0.2, 0.5), (-0.262, 0.56)], colour)
    top.shape([(0.262, 0.43), (0.1, 0.27), (0.0, 0.3), (0.13, 0.41), (0.22, 0.49), (0.262, 0.56)], colour)
    _shine(top, colour, -0.1, 0.25)


def _fringe(back: Brush, top: Brush, colour: str) -> None:
    back.oval((0, 0.5), (0.318, 0.34), colour)
    back.box((-0.315, 0.5), (0.315, 0.86), 0.12, colour)
    top.dome((0, 0.46), (0.27, 0.27), colour)
    top.box((-0.262, 0.4), (0.262, 0.475), 0.035, colour)
    _shine(top, colour, -0.06, 0.26)


def _short(_back: Brush, top: Brush, colour: str) -> None:
    top.dome((0, 0.42), (0.258, 0.205), colour)
    for step in range(6):
        top.oval((-0.18 + step * 0.072, 0.265 + 0.02 * math.sin(step * 2.1)), (0.075, 0.075), colour)
    top.box((-0.258, 0.4), (-0.215, 0.5), 0.02, colour)
    top.box((0.215, 0.4), (0.258, 0.5), 0.02, colour)
    _shine(top, colour, -0.05, 0.23)


def _topknot(back: Brush, top: Brush, colour: str) -> None:
    back.box((-0.275, 0.42), (0.275, 0.7), 0.14, colour)
    top.oval((0, 0.145), (0.1, 0.085), colour)
    top.dome((0, 0.43), (0.265, 0.235), colour)
    top.bow((0, 0.195), (0.075, 0.024), (15, 165), 0.022, "#F2704F")
    _shine(top, colour, -0.03, 0.26)


def _ponytail(back: Brush, top: Brush, colour: str) -> None:
    back.oval((0.25, 0.34), (0.1, 0.12), colour)
    back.oval((0.32, 0.5), (0.085, 0.19), colour)
    back.oval((0.3, 0.68), (0.055, 0.11), colour)
    top.dome((0, 0.44), (0.265, 0.25), colour)
    top.shape([(-0.262, 0.42), (-0.02, 0.29), (0.16, 0.31), (0.0, 0.39), (-0.18, 0.42), (-0.255, 0.53)], colour)
    _shine(top, colour, -0.02, 0.25)


def _scarf(back: Brush, top: Brush, colour: str) -> None:
    back.oval((0, 0.5), (0.318, 0.35), colour)
    back.box((-0.31, 0.52), (0.31, 1.0), 0.16, colour)
    fold = mix(colour, "#0E2A2C", 0.18)
    top.dome((0, 0.47), (0.275, 0.275), colour)
    top.bow((0, 0.6), (0.252, 0.3), (180, 360), 0.052, fold)
    top.bow((0, 0.5), (0.25, 0.24), (205, 300), 0.014, mix(colour, "#FFFFFF", 0.25))


def _afro(back: Brush, top: Brush, colour: str) -> None:
    for step in range(15):
        turn = math.pi * (step - 2) / 10
        back.oval((-0.27 * math.cos(turn), 0.4 - 0.2 * math.sin(turn)), (0.125, 0.125), colour)
    back.oval((0, 0.37), (0.3, 0.25), colour)
    top.dome((0, 0.44), (0.255, 0.19), colour)
    for x, y in ((-0.2, 0.2), (-0.05, 0.13), (0.12, 0.15)):
        top.bow((x, y + 0.02), (0.05, 0.04), (190, 320), 0.014, mix(colour, "#FFFFFF", 0.18))


def _receding(_back: Brush, top: Brush, colour: str) -> None:
    for side in (-1, 1):
        top.dome((side * 0.19, 0.44), (0.078, 0.14), colour, start=160, end=380)
        top.box((side * 0.225 - 0.035, 0.42), (side * 0.225 + 0.035, 0.53), 0.03, colour)
    top.dome((0, 0.345), (0.2, 0.1), colour)
    _shine(top, colour, -0.02, 0.235)


STYLES: dict[str, Style] = {
    "swept": _swept, "bob": _bob, "curls": _curls, "bun": _bun, "waves": _waves, "fringe": _fringe, "short": _short,
    "topknot": _topknot, "ponytail": _ponytail, "scarf": _scarf, "afro": _afro, "receding": _receding,
}  # fmt: skip
