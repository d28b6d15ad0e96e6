"""Where the faces of a crowd stand: pure geometry, in dp, for a scene 390 wide; y counts down from the crowd's top."""

from dataclasses import dataclass, replace

WIDTH = 390.0
MOST = 7
"""More faces than this are told as "+3" in the last place."""


@dataclass(frozen=True, slots=True)
class Place:
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Arc:
    places: tuple[Place, ...]
    words_y: float
    """Where the headline's first line begins."""
    words_width: float
    """How wide the headline may be between the outer faces."""
    pill: bool = False
    """The name stands in a pill on the face's lower edge: for one large face."""


def _places(*rows: tuple[float, float, float]) -> tuple[Place, ...]:
    return tuple(Place(*row) for row in rows)


_EMBRACING = {
    4: Arc(_places((56, 166, 54), (137, 56, 66), (253, 56, 66), (334, 166, 54)), 112, 218),
    5: Arc(_places((47, 174, 50), (88, 85, 62), (195, 46, 68), (302, 85, 62), (343, 174, 50)), 108, 230),
}
_ABOVE = {
    0: Arc((), 18, 340),
    1: Arc(
        _places(
            (195, 60, 100),
        ),
        130,
        350,
        pill=True,
    ),
    2: Arc(_places((134, 56, 78), (256, 56, 78)), 122, 350),
    3: Arc(_places((84, 84, 64), (195, 54, 76), (306, 84, 64)), 138, 350),
    4: Arc(_places((56, 100, 54), (146, 60, 64), (244, 60, 64), (334, 100, 54)), 152, 350),
    5: Arc(_places((45, 112, 48), (112, 72, 58), (195, 48, 66), (278, 72, 58), (345, 112, 48)), 160, 350),
}


def arc_for(count: int, *, long_words: bool) -> Arc:
    """The arc for `count` faces. Short words stand between four or five faces, long ones under them."""
    if count > 5:
        return _shallow(min(count, MOST))
    if not long_words and count in _EMBRACING:
        return _EMBRACING[count]
    return _ABOVE[count]


def smaller(arc: Arc, by: float) -> Arc:
    """The same arc where there is little room: faces and heights shrink, the width stays."""
    places = tuple(Place(place.x, place.y * by, place.size * by) for place in arc.places)
    over_words = (place.y + place.size / 2 for place in arc.places if place.y + place.size / 2 < arc.words_y)
    return replace(arc, places=places, words_y=arc.words_y - (1 - by) * max(over_words, default=0))


def _shallow(count: int) -> Arc:
    middle = (count - 1) / 2
    step = 314 / (count - 1)
    places = []
    for index in range(count):
        off = abs(index - middle) / middle
        places.append(Place(38 + index * step, 46 + 62 * off**1.7, 52 - 12 * off))
    return Arc(tuple(places), 156, 350)
