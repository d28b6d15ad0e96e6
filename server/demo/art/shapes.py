"""Shapes as lists of points, in the picture's own units, ready for a canvas to fill."""

import math
from collections.abc import Callable, Sequence

Point = tuple[float, float]


def oval(x: float, y: float, rx: float, ry: float | None = None, *, start: float = 0, end: float = 360) -> list[Point]:
    """Return an ellipse, or the part of it between two angles in degrees (clockwise from the right)."""
    ry = rx if ry is None else ry
    steps = 56
    turns = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + rx * math.cos(turn), y + ry * math.sin(turn)) for turn in turns]


def box(x0: float, y0: float, x1: float, y1: float, radius: float = 0) -> list[Point]:
    """Return a rectangle, its corners rounded by `radius`."""
    r = min(radius, abs(x1 - x0) / 2, abs(y1 - y0) / 2)
    if r <= 0:
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    corners = ((x0 + r, y0 + r, 180), (x1 - r, y0 + r, 270), (x1 - r, y1 - r, 0), (x0 + r, y1 - r, 90))
    return [spot for x, y, turn in corners for spot in oval(x, y, r, start=turn, end=turn + 90)]


def smooth(points: Sequence[Point], *, closed: bool = True, steps: int = 10) -> list[Point]:
    """Return a soft curve through the points (Catmull-Rom)."""
    count = len(points)
    spans = count if closed else count - 1
    curve = [
        _between([points[_wrap(span + shift, count, closed)] for shift in (-1, 0, 1, 2)], step / steps)
        for span in range(spans)
        for step in range(steps)
    ]
    return curve if closed else [*curve, points[-1]]


def _wrap(index: int, count: int, closed: bool) -> int:
    return index % count if closed else min(max(index, 0), count - 1)


def _between(four: Sequence[Point], t: float) -> Point:
    a, b, c, d = four
    x, y = (
        (2 * b[i] + (c[i] - a[i]) * t + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t**2
         + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3) / 2
        for i in (0, 1)
    )  # fmt: skip
    return x, y


def capsule(start: Point, r0: float, end: Point, r1: float) -> list[Point]:
    """Return a tapered limb: the outline around two round ends of radii `r0` and `r1`."""
    turn = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    far = oval(*end, r1, start=turn - 90, end=turn + 90)
    near = oval(*start, r0, start=turn + 90, end=turn + 270)
    return far + near


def under(profile: Callable[[float], float], bottom: float, *, left: float = -20, right: float = 1100) -> list[Point]:
    """Return the land below a skyline: `profile` gives the height (y) at each x."""
    step = 6
    top = [(x, profile(x)) for x in range(int(left), int(right) + step, step)]
    return [*top, (right + step, bottom), (left, bottom)]


def moved(points: Sequence[Point], dx: float, dy: float) -> list[Point]:
    """Return the same shape elsewhere."""
    return [(x + dx, y + dy) for x, y in points]
