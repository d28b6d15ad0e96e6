"""What to make of which photos: everything a worker needs, nothing of Kivy."""

from dataclasses import dataclass
from enum import StrEnum

_RAIN = "#160B0E"


class Grade(StrEnum):
    TRUE = "true"
    COLD = "cold"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class PhotoSpec:
    """One rounded picture, sized in pixels before it goes to the screen. Two paths make a duet."""

    paths: tuple[str, ...]
    size: tuple[int, int]
    radius: int
    top_scrim: float = 0.0
    """Height of the darkening under chips, as a fraction of the picture's."""
    bottom_scrim: float = 0.0
    """The same under captions."""
    grade: Grade = Grade.TRUE
    focus: tuple[float, float] = (0.5, 0.6)
    """What stays in sight when the photo is cropped: fractions from left and top."""
    divider: int = 3
    """Pixels between the halves of a duet."""
    scrim: str = _RAIN
