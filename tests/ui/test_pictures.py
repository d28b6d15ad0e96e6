"""What `make screenshots` draws: every screen in every mood, all else pairwise, and never too much to look at."""

from itertools import combinations, product

from tests.arch.sources import ROOT
from tools.picture_plan import AXES, BY_REQUEST, DOCS, LIGHT, MOST, NETWORK, plan
from tools.shooting.photos import SamplePhotos
from tools.shooting.scenes import scenes

NAMES = sorted(scenes(SamplePhotos.__new__(SamplePhotos)))
MADE_ELSEWHERE = {"gallery", "guest_page", "web_door"}
"""By tools.gallery, and two in a browser."""


def test_every_screen_is_drawn_once_in_every_mood_but_those_drawn_by_request() -> None:
    drawn = [shot.scene for shot in plan(NAMES)]
    assert sorted(drawn) == [name for name in NAMES if not name.endswith(BY_REQUEST)]
    assert len(drawn) <= MOST


def test_every_value_of_an_axis_meets_every_value_of_every_other() -> None:
    axes = AXES | {"network": NETWORK, "light": LIGHT}
    shots = plan(NAMES)
    missing = [
        (one, first, other, second)
        for one, other in combinations(axes, 2)
        for first, second in product(axes[one], axes[other])
        if not any((getattr(shot, one), getattr(shot, other)) == (first, second) for shot in shots)
    ]
    assert missing == []


def test_the_same_names_give_the_same_plan() -> None:
    assert plan(NAMES) == plan(reversed(NAMES))


def test_what_is_drawn_by_request_has_a_screen_it_differs_from() -> None:
    """So that no screen, and no mood of one, is left out of the plan."""
    drawn = {shot.scene for shot in plan(NAMES)}
    left_out = {name for name in NAMES if name.endswith(BY_REQUEST)}
    assert [name for name in left_out if not any(other.startswith(name.split("_")[0]) for other in drawn)] == []


def test_the_documents_pictures_are_named_scenes() -> None:
    assert set(DOCS.values()) <= set(NAMES)
    shown = {path.stem for path in (ROOT / "docs" / "pictures").glob("*.png")}
    assert shown == set(DOCS) | MADE_ELSEWHERE
