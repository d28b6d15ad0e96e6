"""Where faces stand: inside the scene, clear of each other, for any number of them."""

from itertools import combinations
from math import dist

import pytest

from mobile.ui.widgets.arcs import MOST, WIDTH, arc_for, smaller


@pytest.mark.parametrize("long_words", [False, True])
@pytest.mark.parametrize("count", range(13))
def test_faces_stand_apart_and_inside(count: int, long_words: bool) -> None:
    places = arc_for(count, long_words=long_words).places
    assert len(places) == min(count, MOST)
    for place in places:
        assert place.x - place.size / 2 >= 0
        assert place.x + place.size / 2 <= WIDTH
        assert place.y - place.size / 2 >= 0
    for one, other in combinations(places, 2):
        assert dist((one.x, one.y), (other.x, other.y)) >= (one.size + other.size) / 2


@pytest.mark.parametrize("long_words", [False, True])
@pytest.mark.parametrize("count", range(13))
def test_a_smaller_arc_keeps_faces_apart_and_above_their_words(count: int, long_words: bool) -> None:
    arc = arc_for(count, long_words=long_words)
    small = smaller(arc, 0.76)
    for one, other in combinations(small.places, 2):
        assert dist((one.x, one.y), (other.x, other.y)) >= (one.size + other.size) / 2
    above = [index for index, place in enumerate(arc.places) if place.y + place.size / 2 < arc.words_y]
    assert all(small.places[index].y + small.places[index].size / 2 < small.words_y for index in above)
    assert small.words_y <= arc.words_y


@pytest.mark.parametrize("count", [3, 5, 7])
def test_nobody_in_the_middle_stands_smaller_than_at_the_ends(count: int) -> None:
    sizes = [place.size for place in arc_for(count, long_words=False).places]
    middle = sizes[count // 2]
    assert middle == max(sizes)
    assert sizes[0] == sizes[-1] == min(sizes)
