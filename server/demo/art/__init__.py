"""Pictures for the demonstration: one illustrated photo per subject and day, drawn, never stored."""

from collections.abc import Callable

from PIL import Image

from .canvas import Canvas
from .desk import draw_drawing
from .finish import finish, scale_for
from .guitar import draw_guitar
from .reading import draw_reading
from .stretch import draw_stretch, draw_yoga
from .trail import draw_morning_run
from .water import draw_water

OVERSAMPLE = 1.6  # with the box filter this is where edges stop improving and only the time grows
_SCENES: dict[str, Callable[[Canvas, int], None]] = {
    "morning_run": draw_morning_run,
    "drawing": draw_drawing,
    "reading": draw_reading,
    "stretch": draw_stretch,
    "yoga": draw_yoga,
    "guitar": draw_guitar,
    "water": draw_water,
}
SUBJECTS = tuple(_SCENES)


def draw_photo(subject: str, day: int, *, size: tuple[int, int] = (1080, 1350)) -> Image.Image:
    """Return the RGB photo of a subject on its habit day `day` (1, 2, …), `size` pixels wide and high.

    The same arguments give the same bytes. Within a subject the framing never changes, only light and progress, so
    any two days can be laid side by side. Raises ValueError for an unknown subject, a day before 1 or an empty size.
    """
    if subject not in _SCENES:
        raise ValueError(f"unknown subject {subject!r}; one of: {', '.join(SUBJECTS)}")
    if day < 1:
        raise ValueError(f"day must be 1 or later, not {day}")
    if min(size) < 1:
        raise ValueError(f"size must be at least one pixel each way, not {size}")
    canvas = Canvas(scale_for(size, OVERSAMPLE))
    _SCENES[subject](canvas, day)
    return finish(canvas, size, day)
