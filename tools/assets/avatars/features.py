"""Eyes, brows, mouth and beard in three expressions: smile, calm, down."""

from tools.assets.avatars.brush import Brush, mix
from tools.assets.avatars.people import Person

INK = "#2A1B16"
EYE_X, EYE_Y = 0.1, 0.53


def draw_features(head: Brush, person: Person, mood: str) -> None:
    """Draw the face on a head that looks straight (or, for "down", a little lower)."""
    drop = 0.05 if mood == "down" else 0.0
    if person.beard:
        _beard(head, person, drop)
    if person.freckles:
        _freckles(head, person, drop)
    {"smile": _smile, "calm": _calm, "down": _down}[mood](head, person, drop)
    head.oval((0, 0.605 + drop), (0.021, 0.014), mix(person.skin, "#7A2E12", 0.22))
    if person.glasses:
        _glasses(head, drop)


def _brow_colour(person: Person) -> str:
    return "#5B4636" if person.style == "scarf" else mix(person.hair, "#1A100C", 0.15)


def _brows(head: Brush, person: Person, outer: float, inner: float) -> None:
    for side in (-1, 1):
        points = [
            (side * (EYE_X + 0.047), outer),
            (side * EYE_X, min(outer, inner) - 0.006),
            (side * (EYE_X - 0.043), inner),
        ]
        head.stroke(points, 0.017, _brow_colour(person))


def _smile(head: Brush, person: Person, drop: float) -> None:
    cheek = mix(person.skin, "#F0543C", 0.42)
    for side in (-1, 1):
        head.oval((side * 0.155, 0.622), (0.044, 0.029), cheek)
        head.bow((side * EYE_X, EYE_Y + 0.018), (0.044, 0.042), (195, 345), 0.021, INK)
    head.dome((0, 0.638 + drop), (0.1, 0.088), "#7A1E22", start=0, end=180)
    head.dome((0, 0.638 + drop), (0.086, 0.04), "#FFFFFF", start=0, end=180)
    head.dome((0, 0.665 + drop), (0.058, 0.056), "#E86A6C", start=35, end=145)
    _brows(head, person, EYE_Y - 0.083, EYE_Y - 0.09)


def _calm(head: Brush, person: Person, drop: float) -> None:
    for side in (-1, 1):
        head.oval((side * EYE_X, EYE_Y), (0.0265, 0.033), INK)
        head.oval((side * EYE_X + 0.009, EYE_Y - 0.012), (0.0095, 0.0105), "#FFFFFF")
    head.bow((0, 0.634 + drop), (0.055, 0.043), (38, 142), 0.019, INK)
    _brows(head, person, EYE_Y - 0.078, EYE_Y - 0.083)


def _down(head: Brush, person: Person, drop: float) -> None:
    for side in (-1, 1):
        head.bow((side * EYE_X, EYE_Y + drop - 0.02), (0.046, 0.042), (18, 162), 0.02, INK)
        head.stroke(
            [(side * (EYE_X + 0.044), EYE_Y + drop + 0.0), (side * (EYE_X + 0.058), EYE_Y + drop + 0.014)], 0.014, INK
        )
    head.bow((0, 0.702 + drop), (0.04, 0.012), (205, 335), 0.018, INK)
    _brows(head, person, EYE_Y + drop - 0.068, EYE_Y + drop - 0.086)


def _beard(head: Brush, person: Person, drop: float) -> None:
    colour = mix(person.hair, person.skin, 0.12)
    head.dome((0, 0.6), (0.236, 0.19), colour, start=0, end=180)
    head.box((-0.105, 0.622 + drop), (0.105, 0.73 + drop), 0.05, person.skin)
    head.bow((0, 0.652 + drop), (0.075, 0.035), (200, 340), 0.03, colour)


def _freckles(head: Brush, person: Person, drop: float) -> None:
    for side in (-1, 1):
        for x, y in ((0.11, 0.6), (0.145, 0.612), (0.175, 0.598), (0.13, 0.632)):
            head.oval((side * x, y + drop), (0.007, 0.0065), mix(person.skin, "#9A4A22", 0.45))


def _glasses(head: Brush, drop: float) -> None:
    frame = "#3A2B26"
    for side in (-1, 1):
        head.bow((side * EYE_X, EYE_Y + 0.002 + drop), (0.076, 0.066), (0, 360), 0.013, frame)
        head.stroke([(side * 0.176, EYE_Y - 0.01 + drop), (side * 0.236, EYE_Y - 0.024 + drop)], 0.013, frame)
    head.bow((0, EYE_Y + drop), (0.026, 0.014), (195, 345), 0.013, frame)
